import { isOfLine } from '../../facts/fact.ts';
import { type Column, copyColumn, type Table } from '../../rules/table.ts';
import { dollars } from '../explaining/words.ts';
import { changedFacts } from './changed-answers.ts';
import { refineClasses } from './classes.ts';
import { standingFacts } from './fill.ts';
import { freshColumns, type Given, type Ground, groundOver, varyingIn } from './ground.ts';
import { isStated, refill } from './refill.ts';

/** A ground for other answers, and what is not as it was. */
export interface Relaid {
	readonly ground: Ground;
	/** The table of the ground before. */
	readonly before: Table;
	/** Facts of which any cell differs, in value or in whether anybody stated it. */
	readonly changed: ReadonlySet<string>;
	/** Those among them of which a value differs: rules read nothing else. */
	readonly revalued: ReadonlySet<string>;
	/** For each row: 1 where a value differs. */
	readonly touched: Uint8Array;
	/** Prices are others, or written in another currency. */
	readonly repriced: boolean;
}

/**
The ground for other answers about the same estate: columns of which nothing was said anew are shared, the others filled anew.
Undefined where it must be laid anew: the documents differ in more than answers, or answers tell of places that the estate does not know.
*/
export function relayGround(before: Ground, now: Given): Relaid | undefined {
	const { estate, catalog, vocabulary, today, formulas } = before.given;
	const isSame =
		now.estate === estate &&
		now.catalog === catalog &&
		now.vocabulary === vocabulary &&
		now.today === today &&
		now.formulas === formulas;
	const isTold = [before.given, now].every(({ answers }) =>
		Object.keys(answers.places).every((id) => before.places.has(id)),
	);
	if (!isSame || !isTold) return undefined;
	const facts = changedFacts(before.given.answers, now.answers);
	const known = [...before.table.columns.values()];
	const anew = known.filter(({ fact }) => facts.has(fact)).map(({ fact }) => fact);
	// What a line gives is written while routes are weighed: no two grounds share it.
	const given = known.filter(({ fact }) => !facts.has(fact) && isOfLine(fact)).map(copyColumn);
	const fresh = new Map([...freshColumns(before, anew), ...given.map((column) => [column.fact, column] as const)]);
	const columns = new Map<string, Column>(
		[...before.table.columns].map(([fact, own]) => [fact, fresh.get(fact) ?? own]),
	);
	const over = groundOver(now, before, { rows: before.table.rows, columns }, (fact) => fresh.has(fact));
	const stated = new Set([...before.stated].filter((fact) => !facts.has(fact) || standingFacts.has(fact)));
	const filled = [...fresh.values()].filter(({ fact }) => facts.has(fact));
	refill(over, filled, stated);
	for (const fact of facts) if (!columns.has(fact) && isStated(over, fact)) stated.add(fact);
	const touched = new Uint8Array(before.table.rows);
	const compared = filled.map((column) => {
		const was = before.table.columns.get(column.fact) as Column;
		const isRevalued = compare(was, column, touched);
		return { column, isRevalued, isChanged: isRevalued || !isAlikeIn(was.open, column.open) };
	});
	const changed = new Set(compared.flatMap(({ column, isChanged }) => (isChanged ? column.fact : [])));
	const revalued = new Set(compared.flatMap(({ column, isRevalued }) => (isRevalued ? column.fact : [])));
	const differing = filled.filter(({ fact }) => changed.has(fact));
	const classes = refineClasses(before, over, { changed: differing, stated: new Set([...before.stated, ...stated]) });
	const ground = { ...over, stated, varying: varyingIn(now, stated), classes };
	return {
		ground,
		before: before.table,
		changed,
		revalued,
		touched,
		repriced: !isAlike(before, ground) || dollars(before, 1) !== dollars(ground, 1),
	};
}

function isAlikeIn(some: Uint8Array, others: Uint8Array): boolean {
	for (let row = 0; row < some.length; row++) if (some[row] !== others[row]) return false;
	return true;
}

/** Marks the rows in which the values of two columns of a fact differ; whether there are any. */
function compare(before: Column, after: Column, touched: Uint8Array): boolean {
	let any = false;
	const coded = before.kind !== 'number' && after.kind !== 'number' ? textsOf(before, after) : undefined;
	for (let row = 0; row < touched.length; row++) {
		const was = before.values[row] as number;
		const is = after.values[row] as number;
		const alike = coded ? coded(was, is) : was === is || (Number.isNaN(was) && Number.isNaN(is));
		if (alike) continue;
		touched[row] = 1;
		any = true;
	}
	return any;
}

/** Codes mean the same in both columns unless they were given to texts as these came. */
function textsOf(
	before: Extract<Column, { codes: unknown }>,
	after: Extract<Column, { codes: unknown }>,
): ((was: number, is: number) => boolean) | undefined {
	if (!after.grows) return undefined;
	const texts = new Map([...before.codes].map(([text, code]) => [code, text]));
	return (was, is) => (was === -1 || is === -1 ? was === is : after.codes.get(texts.get(was) as string) === is);
}

function isAlike({ footing: { prices: a } }: Ground, { footing: { prices: b } }: Ground): boolean {
	return (
		a === b ||
		(a.region === b.region && Object.keys(a.prices).every((key) => a.prices[key]?.dollars === b.prices[key]?.dollars))
	);
}
