import {
	type Estate,
	emptyEstate,
	type Facts,
	type Known,
	type Link,
	type Place,
	type Source,
} from '../../estate/estate.ts';
import { nearestName } from '../../estate/nearest.ts';
import { fieldsOf, itemsOf, onlyFields, readWritten, refusal, textOf, type Written } from '../../estate/written.ts';
import { writtenFact } from '../../estate/written-facts.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { type Family, families, type Where, wheres } from '../../facts/families.ts';
import { unknownText } from '../../facts/quantity-text.ts';
import { awsPlace } from '../reading/place.ts';

const what = 'declared';
const fileFields = ['version', 'workload', 'places', 'sources', 'links'];
const placeFields = ['id', 'title', 'where', 'facts'];
const linkFields = ['from', 'to', 'by'];
const sourceFields = ['id', 'kind', 'family', 'title', 'place', 'account', 'region', 'facts'];

interface Page {
	readonly file: string;
	readonly vocabulary: Vocabulary;
	/** ISO date-time of the reading, UTC. */
	readonly at: string;
}

/**
The estate that a file declares (YAML or JSON): `version: 1`, `workload{}`, `places[]` and `sources[]`, facts in the spelling of
people, under `facts` or beside the other fields; `unknown` leaves a fact out. A source stands in a place of the file or in
an AWS place (`aws:ACCOUNT:REGION`). `links[]` tell what something brings from one source to another, so that it is moved once. What is wrong is a HeadwaterError (`declared-…`) with file and line.
*/
export function readDeclared(text: string, file: string, vocabulary: Vocabulary, at: string): Estate {
	const page = { file, vocabulary, at };
	const root = readWritten(text, file, what);
	const fields = fieldsOf(root);
	onlyFields(root, fields, fileFields);
	checkVersion(root, fields.get('version'));
	const workload = fields.get('workload');
	const places = each(fields.get('places'), (item) => readPlace(item, page));
	const sources = each(fields.get('sources'), (item) => readSource(item, places, page));
	const own = new Set(places.map(({ id }) => id));
	const aws = new Map(sources.filter(({ place }) => !own.has(place)).map(({ place }) => [place, awsPlaceOf(place)]));
	return {
		...emptyEstate,
		workload: workload ? factsIn(fieldsOf(workload), page) : {},
		places: [...places, ...aws.values()],
		sources,
		links: linksIn(fields.get('links'), sources),
	};
}

/** What is brought from one source to another; either is a source of the file, or one that discovery finds by its ARN. */
function linksIn(list: Written | undefined, sources: readonly Source[]): readonly Link[] {
	const ids = sources.map(({ id }) => id);
	return (list ? itemsOf(list) : []).map((item) => {
		const fields = fieldsOf(item);
		onlyFields(item, fields, linkFields);
		const [from = '', to = ''] = ['from', 'to'].map((name) => {
			const id = wanted(item, fields, name);
			if (ids.includes(id) || id.startsWith('arn:')) return id;
			const near = nearestName(id, ids);
			throw refusal(
				fields.get(name) ?? item,
				'unknown-source',
				`no source has the id "${id}".`,
				near === undefined
					? 'Add it to `sources`, or write the ARN of what discovery finds.'
					: `Did you mean "${near}"?`,
			);
		});
		return { from, to, by: text(fields, 'by') ?? 'somebody' };
	});
}

function checkVersion(root: Written, version: Written | undefined): void {
	const found = version && textOf(version);
	if (found === '1') return;
	throw refusal(
		version ? { ...version, path: '' } : root,
		'version',
		found ? `this file is version ${found}; this program reads version 1.` : '"version" is missing.',
		Number(found) > 1 ? 'It was written for a newer headwater. Update this one.' : 'Begin the file with  version: 1',
	);
}

/** The parts of a list, whose ids must differ. */
function each<Part extends { readonly id: string }>(
	list: Written | undefined,
	read: (item: Written) => Part,
): readonly Part[] {
	const found = new Map<string, Part>();
	for (const item of list ? itemsOf(list) : []) {
		const part = read(item);
		if (found.has(part.id)) {
			throw refusal(item, 'same-id', `a second one has the id "${part.id}".`, 'Give it an id of its own.');
		}
		found.set(part.id, part);
	}
	return [...found.values()];
}

function readPlace(item: Written, page: Page): Place {
	const fields = fieldsOf(item);
	const id = wanted(item, fields, 'id');
	return {
		id,
		title: text(fields, 'title') ?? id,
		where: among<Where>(item, fields, 'where', wheres),
		facts: allFacts(item, fields, placeFields, page),
	};
}

function readSource(item: Written, places: readonly Place[], page: Page): Source {
	const fields = fieldsOf(item);
	const id = wanted(item, fields, 'id');
	const family = among<Family>(item, fields, 'family', families);
	const place = wanted(item, fields, 'place');
	checkPlace(fields.get('place') ?? item, place, places);
	const aws = awsParts(place);
	const account = text(fields, 'account') ?? aws?.account;
	const region = text(fields, 'region') ?? aws?.region;
	return {
		id,
		kind: text(fields, 'kind') ?? family,
		family,
		title: text(fields, 'title') ?? id,
		place,
		...(account === undefined ? {} : { account }),
		...(region === undefined ? {} : { region }),
		facts: allFacts(item, fields, sourceFields, page),
	};
}

function checkPlace(at: Written, place: string, places: readonly Place[]): void {
	if (awsParts(place) || places.some(({ id }) => id === place)) return;
	const ids = places.map(({ id }) => id);
	const near = nearestName(place, ids);
	throw refusal(
		at,
		'unknown-place',
		`no place has the id "${place}".`,
		near === undefined ? 'Add it to `places`, or name an AWS place: aws:ACCOUNT:REGION' : `Did you mean "${near}"?`,
	);
}

function awsParts(place: string): { readonly account: string; readonly region: string } | undefined {
	const [, account, region] = /^aws:(\d{12}):([a-z0-9-]+)$/.exec(place) ?? [];
	return account && region ? { account, region } : undefined;
}

function awsPlaceOf(id: string): Place {
	const { account = '', region } = awsParts(id) ?? {};
	return { id: awsPlace(account, region), title: `${region} of ${account}`, where: 'aws', facts: {} };
}

/** Facts under `facts`, and those that stand beside the other fields. */
function allFacts(item: Written, fields: ReadonlyMap<string, Written>, known: readonly string[], page: Page): Facts {
	const beside = new Map([...fields].filter(([name]) => !known.includes(name) && Object.hasOwn(page.vocabulary, name)));
	onlyFields(item, new Map([...fields].filter(([name]) => !beside.has(name))), known, Object.keys(page.vocabulary));
	const below = fields.get('facts');
	return { ...factsIn(beside, page), ...(below ? factsIn(fieldsOf(below), page) : {}) };
}

function factsIn(fields: ReadonlyMap<string, Written>, { file, vocabulary, at }: Page): Facts {
	const facts: Record<string, Known> = {};
	for (const [name, field] of fields) {
		const value = writtenFact(name, field, vocabulary);
		if (value !== unknownText) facts[name] = { value, from: 'declared', evidence: file, at };
	}
	return facts;
}

function text(fields: ReadonlyMap<string, Written>, name: string): string | undefined {
	const field = fields.get(name);
	return (field && textOf(field)) || undefined;
}

function wanted(item: Written, fields: ReadonlyMap<string, Written>, name: string): string {
	const found = text(fields, name);
	if (found !== undefined) return found;
	throw refusal(fields.get(name) ?? item, 'missing', `"${name}" is missing.`, `Add a line  ${name}: …`);
}

function among<Value extends string>(
	item: Written,
	fields: ReadonlyMap<string, Written>,
	name: string,
	values: readonly Value[],
): Value {
	const said = wanted(item, fields, name);
	const found = values.find((value) => value === said);
	if (found !== undefined) return found;
	throw refusal(
		fields.get(name) ?? item,
		'wrong-value',
		`there is no "${said}".`,
		`Write one of: ${values.join(', ')}`,
	);
}
