import {
	days,
	fields,
	list,
	matching,
	oneOf,
	optional,
	plain,
	record,
	text,
	unique,
	wrong,
	yesNo,
} from './checking.ts';

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
/** Values by fact, by origin. */
const statements = record(record(() => []));

/** The parts of a plan that this app reads. What else stands in it is for people. */
const plan = fields({
	version: (value, at) => (value === 2 ? [] : wrong(at, '2', value)),
	origins: record(fields({ from: text })),
	alike: list(fields({ family: text, places: list(text), decidedBy: statements })),
	sources: unique(
		list(
			fields({
				id: text,
				title: text,
				kind: text,
				family: text,
				place: text,
				decidedBy: statements,
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
