import type { Decided } from '../advice/advice.ts';
import type { Known } from '../estate/estate.ts';
import type { Plan, Statements } from './plan.ts';
import { isSameOrigin, type StatementWriter, statementWriter } from './statements.ts';

/** What decided about sources as a plan holds it: what those of a family and place share is said once. */
export interface Told extends Pick<Plan, 'origins' | 'alike'> {
	/** What a source says besides, by its id. */
	readonly own: ReadonlyMap<string, Statements>;
}

/** Tells what decided: the origins, what is alike, and what each source says itself. */
export function tell(decided: readonly Decided[]): Told {
	const writer = statementWriter();
	const own = new Map<string, Statements>();
	const alike = new Map<
		string,
		{ readonly family: string; readonly places: string[]; readonly decidedBy: Statements }
	>();
	const inOrder = decided.toSorted((a, b) => compare(a.family, b.family) || compare(a.place, b.place));
	for (const group of inOrder) {
		const shared = tellGroup(group, writer, own);
		const key = `${group.family}\n${JSON.stringify(shared)}`;
		const same = alike.get(key);
		if (same) same.places.push(group.place);
		else alike.set(key, { family: group.family, places: [group.place], decidedBy: shared });
	}
	return { origins: writer.origins(), alike: [...alike.values()], own };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Tells the sources of a family in a place, each by itself as far as it differs from most; gives what they share. */
function tellGroup(group: Decided, writer: StatementWriter, own: Map<string, Statements>): Statements {
	const { sources, read } = group;
	const facts = group.own.toSorted();
	// Source by source, as statements are found quickest.
	const said = sources.map((source) => facts.map((fact) => read(source, fact)));
	const usual = facts.map((_, index) => mostSay(said, index));
	const common = facts.flatMap((fact, index): [string, Known][] => {
		const known = usual[index];
		return known ? [[fact, known]] : [];
	});
	const shared = [...Object.entries(group.shared), ...common].toSorted(([a], [b]) => compare(a, b));
	const written = writer.write(shared);
	for (const [at, { id }] of sources.entries()) {
		const differs: [string, Known][] = [];
		for (const [index, fact] of facts.entries()) {
			const known = said[at]?.[index];
			const most = usual[index];
			if (known && !(most && isSame(known, most))) differs.push([fact, known]);
		}
		own.set(id, writer.write(differs));
	}
	return written;
}

/**
The statement that most of some sources make about one fact, if it can stand for them all: each has one, and several make it, or it is assumed where nobody said.
The vote of Boyer and Moore: what more than half of them say is found in one pass.
*/
function mostSay(said: readonly (readonly (Known | undefined)[])[], fact: number): Known | undefined {
	let leading: Known | undefined;
	let votes = 0;
	for (const { [fact]: known } of said) {
		if (known === undefined) return undefined;
		if (votes === 0) leading = known;
		votes += leading && isSame(known, leading) ? 1 : -1;
	}
	if (!leading) return undefined;
	if (leading.from === 'assumed') return leading;
	const makers = said.reduce(
		(count, { [fact]: known }) => count + Number(known && leading && isSame(known, leading)),
		0,
	);
	return makers > 1 ? leading : undefined;
}

const isSame = (one: Known, other: Known): boolean =>
	one === other || (isSameOrigin(one, other) && isSameValue(one.value, other.value));

const isSameValue = (one: Known['value'], other: Known['value']): boolean =>
	one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));
