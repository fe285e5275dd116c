/** The part of JSON Schema 2020-12 that our documents need, as data. */
export interface Schema {
	readonly $schema?: string;
	readonly title?: string;
	readonly description?: string;
	readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
	readonly const?: string | number;
	readonly enum?: readonly string[];
	readonly pattern?: string;
	readonly minimum?: number;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	/** What every field that `properties` does not name looks like; absent: anything, for a later version may add some. */
	readonly additionalProperties?: Schema;
	readonly items?: Schema;
	readonly anyOf?: readonly Schema[];
}

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const yesNo: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 1 };
const id: Schema = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' };
const one = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items });
const record = (of: Schema): Schema => ({ type: 'object', additionalProperties: of });

/** A thing with fields; those that end in `?` may be missing. */
function thing(fields: Readonly<Record<string, Schema>>, description?: string): Schema {
	const names = Object.keys(fields);
	return {
		type: 'object',
		...(description !== undefined && { description }),
		properties: Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
		required: names.filter((name) => !name.endsWith('?')),
	};
}

const value: Schema = { anyOf: [text, number, yesNo, list(text)] };
const settings = record({ anyOf: [text, number, yesNo] });
const estimate: Schema = {
	...record(number),
	description:
		'lead, firstData, complete, freshness in seconds; once, monthly in dollars without work; effortOnce, effortMonthly in hours. Absent: unknown.',
};
const from = { from: one('measured', 'declared', 'answered', 'assumed'), evidence: text, at: text, 'by?': text };
const known = thing({ value, ...from });
const statements: Schema = {
	...record(record(value)),
	description: 'Values by fact, below the key of the origin, among "origins", that they come from.',
};
const rejection = thing({ service: text, reason: text, 'source?': text });
const about = list(text);
const flows: Schema = {
	...list(text),
	description: 'Flows all of whose sources it is about, beside those of "about".',
};
const change = thing({
	fact: text,
	direction: one('above', 'below'),
	at: text,
	value: number,
	becomes: list(text),
});
const cadence: Schema = { type: 'string', pattern: '^(once|continuous|every [1-9][0-9]* (min|h|days?))$' };

const place = thing({
	id: text,
	title: text,
	where: text,
	'path?': text,
	settings,
	reasons: list(text),
	rejected: list(rejection),
	estimate,
});
/** A source, with what decided about it in the form of a version. */
const source = (decidedBy: Schema): Schema =>
	thing({
		...{ id: text, title: text, kind: text, family: text, place: text, 'account?': text, 'region?': text },
		strategy: text,
		decidedBy,
		estimate,
	});
const flow = thing({
	id,
	title: text,
	sources: list(text),
	place: text,
	carries: one('history', 'changes', 'both'),
	access: one('database connection', 'API call', 'stream', 'batch file', 'in place'),
	services: list(text),
	settings: record(settings),
	to: text,
	cadence,
	estimate,
	assuming: list(text),
	reasons: list(text),
	cautions: list(text),
	alternatives: list(thing({ services: list(text), estimate, reason: text })),
	rejected: list(rejection),
	changes: list(change),
});
const store = thing({
	id,
	title: text,
	zone: one('landing', 'raw', 'stage', 'analytics', 'features'),
	kind: text,
	'region?': text,
	encrypted: yesNo,
	'archiveAfterDays?': count,
	'deleteAfterDays?': count,
	'existing?': text,
});
const job = thing({
	id,
	title: text,
	does: one('crawl', 'tidy', 'merge', 'compact', 'quality', 'join', 'extract', 'mask'),
	after: list(text),
	from: text,
	to: text,
	cadence,
	settings,
	because: text,
	'engine?': thing({
		id: text,
		'builtBy?': text,
		reasons: list(text),
		rejected: list(thing({ id: text, reason: text })),
	}),
});
const costs = thing({
	oneOff: number,
	monthly: number,
	workOnce: number,
	workMonthly: number,
	region: text,
	asOf: text,
	lines: list(
		thing({
			for: text,
			service: text,
			title: text,
			per: one('once', 'month'),
			quantity: number,
			unit: text,
			dollars: number,
			sure: yesNo,
		}),
	),
	excluded: list(thing({ for: text, why: text })),
});
const wave = thing({
	number: count,
	title: text,
	yields: text,
	'ready?': number,
	once: number,
	monthly: number,
	lines: list(text),
	members: list(
		thing({
			sources: list(text),
			adds: one('label', 'features', 'perhaps features', 'not known', 'nothing that joins', 'no training'),
			worth: number,
			reason: text,
		}),
	),
});

/** All parts of a plan but those that differ between versions. */
const parts: Readonly<Record<string, Schema>> = {
	asOf: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
	madeBy: text,
	madeFrom: record(text),
	names: record(text),
	workload: record(known),
	strategy: thing({
		id: text,
		reasons: list(text),
		rejected: list(thing({ id: text, reason: text })),
		changes: list(change),
	}),
	places: list(place),
	flows: list(flow),
	unserved: list(thing({ source: text, reasons: list(text), rejected: list(rejection) })),
	stores: list(store),
	jobs: list(job),
	controls: list(thing({ id, title: text, summary: text, regimes: list(text), because: text, 'practice?': text })),
	findings: list(
		thing({
			id,
			severity: one('high', 'medium', 'low'),
			control: text,
			title: text,
			about,
			'flows?': flows,
			says: text,
			remedy: text,
		}),
	),
	grants: list(thing({ to: text, actions: list(text), on: text, why: text })),
	network: thing({ region: text, private: yesNo, gatewayEndpoints: list(text), interfaceEndpoints: list(text) }),
	costs,
	assumptions: list(thing({ fact: text, title: text, about, 'flows?': flows, value, says: text })),
	questions: list(thing({ id: text, fact: text, asks: text, about: list(text), effects: list(text) })),
	gaps: list(thing({ about: text, why: text, cure: text })),
	textbook: list(thing({ says: text, today: text, 'since?': text })),
	'waves?': list(wave),
	steps: list(
		thing({
			number: count,
			says: text,
			owner: text,
			'lead?': number,
			'wave?': count,
			after: list(count),
			'request?': text,
		}),
	),
};

/** JSON Schema of plan.json, version 2. `parsePlan` checks a file against it. */
export const planSchema: Schema = {
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	title: 'A plan of headwater',
	...thing({
		version: { const: 2 },
		...parts,
		origins: record(thing(from, 'Where statements come from.')),
		alike: list(
			thing(
				{ family: text, places: list(text), decidedBy: statements },
				'What the sources of a family in these places share, unless one of them says otherwise.',
			),
		),
		sources: list(source(statements)),
	}),
};

/** Version 1 told for each source all that decided about it. */
export const formerPlanSchema: Schema = thing({
	version: { const: 1 },
	...parts,
	sources: list(source(record(known))),
});
