import { NormalizedSchema } from '@smithy/core/schema';
import { declaredCalls } from '../../../source/discovery/policy.ts';
import { detailOf } from './details.ts';
import type { Fault } from './faults.ts';
import { type Listing, lists } from './lists.ts';
import { type Asking, namesOf, type Seeded } from './seeded.ts';
import { tongues } from './tongues.ts';

/** What the account answers, in the SDK's own shape. An operation that nothing was seeded for answers that there is nothing. */
export function answerOf(seeded: Seeded, asking: Asking, fault?: Fault): Readonly<Record<string, unknown>> {
	const name = `${asking.service}:${asking.operation}`;
	const listing = lists[name];
	if (listing) return pageOf(seeded, asking, { listing, name, fault });
	return detailOf(seeded, asking) ?? nothing(name);
}

interface Cut {
	readonly listing: Listing;
	readonly name: string;
	readonly fault: Fault | undefined;
}

function pageOf(seeded: Seeded, { region, input }: Asking, { listing, name, fault }: Cut) {
	const names =
		listing.global === true
			? seeded.regions.flatMap((one) => namesOf(seeded, name, one).map((item) => [item, one] as const))
			: namesOf(seeded, name, region).map((item) => [item, region] as const);
	const { field, item, paging } = listing;
	const here = (from: number, to: number) =>
		names.slice(from, to).map(([one, where]) => item(one, { ...seeded, region: where, input }));
	if (paging === undefined) return { [field]: here(0, names.length) };
	const token = input[paging.in];
	const from =
		token === undefined
			? 0
			: paging.byName
				? names.findIndex(([one]) => one === token) + 1
				: Number.parseInt(String(token), 10);
	const { start, to, more, next } = cut(fault, {
		from,
		page: seeded.page,
		all: names.map(([one]) => one),
		token,
		paging,
	});
	return {
		[field]: here(start, to),
		...(paging.more === undefined ? {} : { [paging.more]: more }),
		...(more && paging.out !== undefined ? { [paging.out]: next } : {}),
	};
}

/** Nothing, with the field that every answer must carry. */
function nothing(name: string): Readonly<Record<string, unknown>> {
	const call = declaredCalls.find(({ service, operation }) => `${service}:${operation}` === name);
	if (call?.answers === undefined) return {};
	const known = [...tongues.values()].flatMap(({ operations }) => operations.get(call.operation) ?? []);
	const own = known.find(({ service }) => service === call.service);
	if (own === undefined) throw new Error(`${name} is declared and no client has it.`);
	const output = NormalizedSchema.of((own.output as () => never)());
	const [, field] = [...output.structIterator()].find(([member]) => member === call.answers) ?? [];
	if (field?.isListSchema()) return { [call.answers]: [] };
	return { [call.answers]: field?.isStructSchema() || field?.isMapSchema() ? {} : 'none' };
}

interface Position {
	readonly from: number;
	readonly page: number;
	readonly all: readonly string[];
	readonly token: unknown;
	readonly paging: NonNullable<Listing['paging']>;
}

/**
Which part of a list a page holds, and how it says that more follows. Some faults are lists that lead nowhere; once the fault
is over they go on where they stood, so that nothing is lost that a caller could not notice.
*/
function cut(fault: Fault | undefined, { from, page, all, token, paging }: Position) {
	const to = Math.min(all.length, from + page);
	const next = (at: number) => (paging.byName ? all[at - 1] : String(at));
	const again = paging.byName ? (token ?? 'nobody') : `${from}${'~'.repeat(String(token ?? '').length)}~`;
	if (fault === 'the same token again') return { start: from, to, more: true, next: token ?? next(Math.max(1, to)) };
	if (fault === 'the first page again') return { start: 0, to: Math.min(all.length, page), more: true, next: again };
	if (fault === 'empty pages without end') return { start: 0, to: 0, more: true, next: again };
	return { start: from, to, more: to < all.length, next: next(to) };
}
