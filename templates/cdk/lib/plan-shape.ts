/** Says what is wrong with a value; nothing, if it is as it should be. */
type Check = (value: unknown, at: string) => readonly string[];

const wrong = (at: string, wanted: string, value: unknown): readonly string[] => [
	`${at} must be ${wanted}, not ${JSON.stringify(value)?.slice(0, 60) ?? 'missing'}`,
];
const matching =
	(pattern: RegExp, wanted: string): Check =>
	(value, at) =>
		typeof value === 'string' && pattern.test(value) ? [] : wrong(at, wanted, value);
const text: Check = (value, at) => (typeof value === 'string' ? [] : wrong(at, 'a text', value));
const yesNo: Check = (value, at) => (typeof value === 'boolean' ? [] : wrong(at, 'true or false', value));
const days: Check = (value, at) =>
	Number.isInteger(value) && Number(value) > 0 && Number(value) < 40_000 ? [] : wrong(at, 'a number of days', value);
const plain: Check = (value, at) =>
	['string', 'number', 'boolean'].includes(typeof value) ? [] : wrong(at, 'a text, a number, true or false', value);
const oneOf = (...names: readonly string[]): Check =>
	matching(new RegExp(`^(?:${names.join('|')})$`), `one of ${names.join(', ')}`);
const optional =
	(check: Check): Check =>
	(value, at) =>
		value === undefined ? [] : check(value, at);
const list =
	(check: Check): Check =>
	(value, at) =>
		Array.isArray(value) ? value.flatMap((one, index) => check(one, `${at}[${index}]`)) : wrong(at, 'a list', value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const record =
	(check: Check): Check =>
	(value, at) =>
		isRecord(value)
			? Object.entries(value).flatMap(([key, one]) => check(one, `${at}.${key}`))
			: wrong(at, 'a record', value);
const fields =
	(checks: Readonly<Record<string, Check>>): Check =>
	(value, at) =>
		isRecord(value)
			? Object.entries(checks).flatMap(([key, check]) => check(value[key], `${at}.${key}`))
			: wrong(at, 'a record', value);
const unique =
	(check: Check): Check =>
	(value, at) => {
		const troubles = check(value, at);
		if (troubles.length > 0 || !Array.isArray(value)) return troubles;
		const ids = value.map(({ id }) => id);
		return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${at} has ${JSON.stringify(id)} twice`);
	};

/** Becomes part of the name of a construct, as it stands. */
const id = matching(/^[a-z][a-z0-9-]{0,39}$/, 'a short name of a-z, 0-9 and -');
const service = matching(/^[a-z][a-z0-9-]{0,60}$/, 'the id of a service');
const endpoint = matching(/^[a-z][a-z0-9.-]{0,60}$/, 'the name of an endpoint');
const region = matching(/^(?:[a-z]{2,4}(?:-[a-z]+)+-\d{1,2})?$/, 'an AWS region, or empty');
const cadence = matching(
	/^(?:once|continuous|every \d+(?:\.\d+)? [a-z]+)$/,
	'once, continuous, or such as "every 1 day"',
);
const settings = record(plain);

/** The parts of a plan that this app reads. What else stands in it is for people. */
const plan = fields({
	version: (value, at) => (value === 1 ? [] : wrong(at, '1', value)),
	sources: unique(
		list(
			fields({
				id: text,
				title: text,
				kind: text,
				family: text,
				place: text,
				decidedBy: record(fields({ value: () => [] })),
			}),
		),
	),
	places: list(fields({ id: text, title: text, path: optional(service) })),
	flows: unique(
		list(
			fields({
				id,
				title: text,
				sources: list(text),
				carries: oneOf('history', 'changes', 'both'),
				services: list(service),
				settings: record(settings),
				to: id,
				cadence,
			}),
		),
	),
	stores: unique(
		list(
			fields({
				id,
				title: text,
				zone: oneOf('landing', 'raw', 'stage', 'analytics', 'features'),
				kind: text,
				archiveAfterDays: optional(days),
				deleteAfterDays: optional(days),
				existing: optional(text),
			}),
		),
	),
	jobs: unique(
		list(
			fields({
				id,
				title: text,
				does: oneOf('crawl', 'tidy', 'merge', 'compact', 'quality', 'join', 'extract', 'mask'),
				after: list(text),
				from: id,
				to: id,
				cadence,
				settings,
			}),
		),
	),
	controls: list(fields({ id: service })),
	network: fields({
		region,
		private: yesNo,
		gatewayEndpoints: list(oneOf('s3', 'dynamodb')),
		interfaceEndpoints: list(endpoint),
	}),
});

/** What is wrong with the shape of a plan, a sentence each. */
export const shape = (value: unknown): readonly string[] => plan(value, 'plan');
