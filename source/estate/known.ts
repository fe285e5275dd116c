import type { Vocabulary } from '../facts/fact.ts';
import { type AnswerSet, type Answers, notSure } from './answers.ts';
import type { Estate, Facts, Known, Place, Source } from './estate.ts';
import { lookup } from './glob.ts';
import { type Teller, tellerOf } from './teller.ts';

/** The nearest statement of a fact about a source, a place or (undefined) the workload. */
export type Knower = (about: Source | Place | undefined, fact: string) => Known | undefined;

/** Answers by fact; undefined where somebody said "I do not know" and the vocabulary assumes nothing. */
type Said = ReadonlyMap<string, Known | undefined>;

interface Layer {
	readonly said: readonly Said[];
	/** What was found about a place or the workload, which is asked for over and over; `facts` what was found about a source. */
	readonly found?: ReadonlyMap<string, Known>;
	readonly facts?: Facts;
}

const foundIn = (facts: Facts): ReadonlyMap<string, Known> => new Map(Object.entries(facts));

/**
What is known. Answers about a source (its id before patterns) come before what was found about it, then the same for its
place, then for the workload; what nobody said is assumed as the vocabulary does (`from: 'assumed'`), else undefined. The
answer `unknown` stands for that assumption. Made to be asked for every fact of one source after the other.
*/
export function knower(estate: Estate, answers: Answers, vocabulary: Vocabulary): Knower {
	const usual = assumptions(vocabulary, 'the usual case');
	const notKnown = assumptions(vocabulary, 'not known');
	const at = answers.at ?? '';
	const said = (set: AnswerSet, teller: Teller): Said => spoken(set, notKnown, at, teller);
	const aboutSources = lookup(mapped(answers.sources, (set, id) => said(set, tellerOf(answers, 'sources', id))));
	const workload: Layer = {
		said: [said(answers.workload, tellerOf(answers, 'workload'))],
		found: foundIn(estate.workload),
	};
	const places = new Map<string, Layer>();
	for (const [id, set] of Object.entries(answers.places)) {
		places.set(id, { said: [said(set, tellerOf(answers, 'places', id))] });
	}
	for (const { id, facts } of estate.places)
		places.set(id, { said: places.get(id)?.said ?? [], found: foundIn(facts) });

	const alone: readonly Layer[] = [workload];
	const around = new Map([...places].map(([id, place]) => [id, [place, workload]]));
	const layersOf = (about: Source | Place | undefined): readonly Layer[] => {
		if (about === undefined) return alone;
		const outer = around.get('place' in about ? about.place : about.id) ?? alone;
		return 'place' in about ? [{ said: aboutSources(about.id), facts: about.facts }, ...outer] : outer;
	};
	let last: Source | Place | undefined;
	let layers = layersOf(last);
	return (about, fact) => {
		if (about !== last) {
			layers = layersOf(about);
			last = about;
		}
		for (let at = 0; at < layers.length; at++) {
			const layer = layers[at] as Layer;
			for (let index = 0; index < layer.said.length; index++) {
				const set = layer.said[index] as Said;
				const answer = set.get(fact);
				if (answer !== undefined || set.has(fact)) return answer;
			}
			const known = layer.found ? layer.found.get(fact) : layer.facts?.[fact];
			if (known !== undefined) return known;
		}
		return usual.get(fact);
	};
}

/** What the vocabulary assumes, by fact. */
const assumptions = (vocabulary: Vocabulary, evidence: string): ReadonlyMap<string, Known> =>
	new Map(
		Object.entries(vocabulary).flatMap(([fact, { assume: value }]) =>
			value === undefined ? [] : [[fact, { value, from: 'assumed', evidence, at: '' } as const] as const],
		),
	);

const spoken = (set: AnswerSet, notKnown: ReadonlyMap<string, Known>, at: string, teller: Teller): Said =>
	new Map(
		Object.entries(set).map(([fact, answer]) => {
			const told = teller(fact, answer);
			if (answer !== notSure) return [fact, { value: answer, from: 'answered', evidence: 'answers', at, ...told }];
			const assumed = notKnown.get(fact);
			return [fact, assumed && told ? { ...assumed, ...told } : assumed];
		}),
	);

const mapped = <A, B>(
	record: Readonly<Record<string, A>>,
	change: (value: A, key: string) => B,
): Readonly<Record<string, B>> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
