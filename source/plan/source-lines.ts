import type { PlannedSource } from './plan.ts';
import { quoted } from './quoted.ts';

/** The fields of a source in the order in which they stand. */
const fields: readonly string[] = [
	'id',
	'title',
	'kind',
	'family',
	'place',
	'account',
	'region',
	'strategy',
	'decidedBy',
	'estimate',
] satisfies readonly (keyof PlannedSource)[];

/**
Prints one source after the other as `JSON.stringify` does, in half the time: where it stands and what becomes of it is
mostly the same for the source before.
*/
export function sourcePrinter(): (source: PlannedSource) => string {
	let before: PlannedSource | undefined;
	let shared = '';
	return (source) => {
		if (!isUsual(source)) return JSON.stringify(source);
		const { id, title, decidedBy, estimate } = source;
		if (before === undefined || !standAlike(source, before)) shared = standingOf(source);
		before = source;
		return `{"id":${quoted(id)},"title":${quoted(title)},${shared},"decidedBy":${JSON.stringify(decidedBy)},"estimate":${JSON.stringify(estimate)}}`;
	};
}

/** The fields between its title and what decides for it. */
function standingOf({ kind, family, place, account, region, strategy }: PlannedSource): string {
	return JSON.stringify({ kind, family, place, account, region, strategy }).slice(1, -1);
}

/** Whether a source has its fields in the order in which they stand, and no others. */
function isUsual(source: PlannedSource): boolean {
	let next = 0;
	for (const field in source) {
		while (next < fields.length && fields[next] !== field) next++;
		if (next === fields.length) return false;
		next++;
	}
	return true;
}

const standAlike = (source: PlannedSource, other: PlannedSource): boolean =>
	source.kind === other.kind &&
	source.family === other.family &&
	source.place === other.place &&
	source.account === other.account &&
	source.region === other.region &&
	source.strategy === other.strategy;
