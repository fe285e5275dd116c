import type { Source } from '../../estate/estate.ts';
import { type CodeColumn, codeOf, columnOf, type NumberColumn, type Table } from '../../rules/table.ts';
import type { Need } from '../routing/arrange.ts';

/** Reads from a row of the table what a source needs, into an object that is given or a new one; undefined when its data is left out. */
export type ReadNeed = (row: number, family: Source['family'], into?: Mutable<Need>) => Need | undefined;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Facts that a need is read from. */
export const needFacts: ReadonlySet<string> = new Set([
	'use',
	'volume',
	'change',
	'deadline',
	'freshness',
	'retraining',
	'stateful',
	'lookups',
]);

/** What these send is gone once sent: they have no history to carry. */
const passing: readonly Source['family'][] = ['stream', 'device'];

/**
A source has a history unless it is a stream, a device or empty, and changes unless its change is 0; an unknown amount counts as some.
Where data is used for features only, no model trains on the history: what changes is enough, if anything does.
*/
export function needReader(table: Table): ReadNeed {
	const number = (fact: string) => (columnOf(table, fact) as NumberColumn).values;
	const volume = number('volume');
	const change = number('change');
	const deadline = number('deadline');
	const freshness = number('freshness');
	const retraining = number('retraining');
	const use = columnOf(table, 'use') as CodeColumn;
	const stateful = columnOf(table, 'stateful') as CodeColumn;
	const lookups = columnOf(table, 'lookups') as CodeColumn;
	const yes = codeOf(stateful, true);
	const none = codeOf(use, 'none');
	const featuresOnly = codeOf(use, 'features only');
	const training = codeOf(use, 'training');
	return (row, family, into = blankNeed()) => {
		const purpose = use.values[row];
		if (purpose === none) return undefined;
		const changes = change[row] !== 0;
		const passes = passing.includes(family);
		const age = freshness[row] as number;
		into.history = !passes && volume[row] !== 0 && !(purpose === featuresOnly && changes);
		into.changes = changes;
		into.deadline = deadline[row] as number;
		into.freshness = age;
		into.train = purpose === training || purpose === -1;
		into.copyAge = Math.max(age, retraining[row] as number);
		into.raw = stateful.values[row] === yes;
		into.computed = passes && (stateful.values[row] === yes || lookups.values[row] === yes);
		return into;
	};
}

/** Tells rows of which the data is left out. */
export function leftOutReader(table: Table): (row: number) => boolean {
	const use = columnOf(table, 'use') as CodeColumn;
	const none = codeOf(use, 'none');
	return (row) => use.values[row] === none;
}

/** A need that is about to be read. */
export const blankNeed = (): Mutable<Need> => ({
	history: false,
	changes: false,
	deadline: Number.NaN,
	freshness: Number.NaN,
	train: false,
	copyAge: Number.NaN,
	raw: false,
	computed: false,
});
