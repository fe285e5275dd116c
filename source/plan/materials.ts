import type { Advice } from '../advice/advice.ts';
import { withCopies } from '../advice/ground/copies.ts';
import { once } from '../advice/ground/once.ts';
import { readFacts } from '../advice/ground/read-facts.ts';
import type { Catalog } from '../catalog/record.ts';
import type { Answers } from '../estate/answers.ts';
import type { Estate, Known, Place, Source } from '../estate/estate.ts';
import { knower } from '../estate/known.ts';
import { clean } from '../facts/clean.ts';
import type { Vocabulary } from '../facts/fact.ts';
import type { Question } from '../questions/question.ts';
import { estimatesBySource } from './estimate.ts';
import type { PlanEstimate } from './plan.ts';
import { type Work, workReader } from './work.ts';

/** Everything a plan is composed of. `asOf` is an ISO date; `hashes` are sha256 of the documents, by name. */
export interface Composition {
	readonly advice: Advice;
	readonly questions: readonly Question[];
	readonly estate: Estate;
	readonly answers: Answers;
	readonly catalog: Catalog;
	readonly vocabulary: Vocabulary;
	readonly asOf: string;
	readonly madeBy: string;
	readonly hashes: Readonly<Record<string, string>>;
}

/** The composition with what every part of the plan looks up. */
export interface Materials extends Composition {
	readonly sources: ReadonlyMap<string, Source>;
	readonly places: ReadonlyMap<string, Place>;
	/** The nearest statement about a source, a place or (undefined) the workload, and what follows from several; assumed values included. */
	readonly known: (about: Source | Place | undefined, fact: string) => Known | undefined;
	/** Title of a source, place, service, strategy, control, preparation or fact, safe for one line; an unknown id as it is. */
	readonly title: (id: string) => string;
	/** What is done with a source behind its flows. */
	readonly workOf: (source: string) => Work;
	/** What each source that has a route takes. */
	readonly estimates: () => ReadonlyMap<string, PlanEstimate>;
}

const longest = 120;

/** A title from outside as one line of at most 120 characters; the id where nothing readable is left. */
function readable(title: string, id: string): string {
	const line = clean(title).replace(/\s+/gu, ' ').trim() || clean(id);
	const letters = Array.from(line);
	return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : line;
}

/** Many plans are made of one estate, one after the other. */
const known = new WeakMap<Estate, Pick<Materials, 'sources' | 'places'>>();

function byId(estate: Estate): Pick<Materials, 'sources' | 'places'> {
	const found = known.get(estate) ?? {
		sources: new Map(estate.sources.map((source) => [source.id, source])),
		places: new Map(estate.places.map((place) => [place.id, place])),
	};
	known.set(estate, found);
	return found;
}

/** Lays out what the parts of the plan look up. */
export function materialsOf(given: Composition): Materials {
	const { estate, answers, catalog, vocabulary } = given;
	const { sources, places } = byId(estate);
	const { services, strategies, controls, preparations, engines } = catalog;
	const records = [services, strategies, controls, preparations, engines, vocabulary];
	const told = new Map<string, string>();
	const find = (id: string): string => {
		const found = sources.get(id) ?? places.get(id);
		if (found) return readable(found.title, id);
		const record = records.find((registry) => Object.hasOwn(registry, id))?.[id];
		return record?.title ?? clean(id);
	};
	const title = (id: string): string => {
		const known = told.get(id) ?? find(id);
		told.set(id, known);
		return known;
	};
	const work = once(() => workReader(given));
	return {
		...given,
		sources,
		places,
		workOf: (source) => work()(source),
		estimates: once(() => estimatesBySource(given.advice)),
		known: readFacts(withCopies(estate, knower(estate, answers, vocabulary)), places),
		title,
	};
}
