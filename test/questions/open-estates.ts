import fc from 'fast-check';
import { type Given, layGround } from '../../source/advice/ground/ground.ts';
import { facts } from '../../source/facts/index.ts';
import { days, gigabytes, minutes, terabytes } from '../../source/facts/units.ts';
import { cloud, given, river, type Said, source } from '../advice/small-estate.ts';
import type { Spot } from './brute-force.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const some = (record: Record<string, unknown>): Said =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Said;
const wanted = {
	deadline: maybe(fc.constantFrom(days(2), days(45))),
	freshness: maybe(fc.constantFrom(minutes(10), days(1))),
	use: maybe(fc.constantFrom('training', 'exploration')),
};
const file = fc.record({
	volume: maybe(fc.constantFrom(terabytes(1), terabytes(60))),
	change: maybe(fc.constantFrom(0, 1e4)),
	...wanted,
});
const relational = fc.record({
	volume: maybe(fc.constantFrom(gigabytes(50), terabytes(30))),
	change: maybe(fc.constantFrom(0, 1e5)),
	managed: fc.constantFrom('rds', 'self'),
	'load.allowed': maybe(fc.boolean()),
	'changes.readable': maybe(fc.boolean()),
	...wanted,
});
const stream = fc.record({ change: maybe(fc.constantFrom(1e4, 1e7)), stateful: maybe(fc.boolean()), ...wanted });
const line = fc.record({
	'near.directConnect': maybe(fc.boolean()),
	'near.terminal': maybe(fc.boolean()),
	'bandwidth.free': maybe(fc.constantFrom(0.1, 0.9)),
	'private.required': maybe(fc.boolean()),
});
const workload = fc.record({
	repeatable: maybe(fc.boolean()),
	'customer.enterprise': maybe(fc.boolean()),
	'cost.hour': maybe(fc.constant(80)),
	'cost.months': maybe(fc.constant(12)),
	scoring: maybe(fc.constantFrom('online', 'batch')),
});
/** What is known of an estate in which much is open. */
export const openings = fc.record({
	file,
	relational,
	stream,
	line,
	workload,
	where: fc.constantFrom('river', 'cloud'),
});

/** Three sources over the small catalogue of which this is known. */
export function opened(one: typeof openings extends fc.Arbitrary<infer Known> ? Known : never): Given {
	return given(
		[
			source('files', 'file', 'river', some(one.file)),
			source('tables', 'relational', one.where, some(one.relational)),
			source('events', 'stream', 'cloud', some(one.stream)),
		],
		{ places: [cloud, river(some(one.line))], said: some(one.workload) },
	);
}

const saidOnce = ['deadline'];

/** What is open in an estate, is read by anything, and is no text. */
export function spotsOf(one: Given): readonly Spot[] {
	const { estate } = one;
	const read = new Set<string>(layGround(one).facts);
	const asked = Object.entries(facts).filter(
		([fact, said]) => read.has(fact) && 'question' in said && said.type !== 'text' && said.type !== 'choices',
	);
	return asked.flatMap(([fact, said]): readonly Spot[] => {
		if (fact in estate.workload) return [];
		if (said.about === 'workload' || saidOnce.includes(fact)) {
			return estate.sources.every((own) => fact in own.facts) ? [] : [{ fact, scope: 'workload', id: '' }];
		}
		if (said.about === 'place')
			return estate.places
				.filter((one) => one.where !== 'aws' && !(fact in one.facts))
				.map(({ id }) => ({ fact, scope: 'place', id }));
		const placed = new Map(estate.places.map((place) => [place.id, place.facts]));
		return estate.sources
			.filter((one) => !(fact in one.facts) && !(fact in (placed.get(one.place) ?? {})))
			.map(({ id }) => ({ fact, scope: 'source', id }));
	});
}
