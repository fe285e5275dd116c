import { once } from '../advice/ground/once.ts';
import type { Plan, PlannedSource } from './plan.ts';

/** What concerns sources: a finding, an assumption. In a file it names whole flows in place of their sources. */
interface About {
	readonly about: readonly string[];
	readonly flows?: readonly string[];
}

/** A list of so many ids is read by nobody; a shorter one stays as it is. */
const few = 50;

/**
A plan as its file holds it: titles of sources stand with the sources alone, and what is about many sources names the flows all
of whose sources it is about. At 100,000 sources that is a sixth of the text.
*/
export function folded(plan: Plan): Plan {
	const { sources, names } = plan;
	const index = indexOf(sources);
	const fold = folder(plan, index);
	return {
		...plan,
		names: otherNames(names, sources, index),
		findings: plan.findings.map(fold),
		assumptions: plan.assumptions.map(fold),
	};
}

/** The ids of sources by row, and their rows by id. */
interface Index {
	readonly ids: readonly string[];
	readonly rows: ReadonlyMap<string, number>;
}

function indexOf(sources: readonly PlannedSource[]): Index {
	const ids = sources.map(({ id }) => id);
	const rows = new Map<string, number>();
	for (let row = 0; row < ids.length; row++) rows.set(ids[row] as string, row);
	return { ids, rows };
}

/** Names of what is no source, or is called otherwise there. Names mostly stand in the order of sources, and then need no look-up. */
function otherNames(names: Plan['names'], sources: readonly PlannedSource[], { ids, rows }: Index): Plan['names'] {
	const others: [string, string][] = [];
	let next = 0;
	for (const id in names) {
		const row = ids[next] === id ? next : rows.get(id);
		const title = names[id] as string;
		if (row === undefined || sources[row]?.title !== title) others.push([id, title]);
		else next = row + 1;
	}
	return Object.fromEntries(others);
}

/** The plan of a file with everything said where it is looked for. */
export function unfolded(plan: Plan): Plan {
	const sources = new Map(plan.flows.map((flow) => [flow.id, flow.sources]));
	const unfold = <T extends About>(told: T): T => {
		if (told.flows === undefined) return told;
		const { flows, ...rest } = told;
		const about = new Set([...told.about, ...flows.flatMap((id) => sources.get(id) ?? [])]);
		return { ...rest, about: [...about].toSorted() } as unknown as T;
	};
	const titles = plan.sources.filter(({ id }) => !Object.hasOwn(plan.names, id)).map(({ id, title }) => [id, title]);
	return {
		...plan,
		names: { ...plan.names, ...Object.fromEntries(titles) },
		findings: plan.findings.map(unfold),
		assumptions: plan.assumptions.map(unfold),
	};
}

/** Names flows in place of their sources wherever a list is long, in order and of sources alone, so that it can be unfolded. */
function folder({ flows }: Plan, index: Index): <T extends About>(told: T) => T {
	// Rows then ascend where ids do.
	const inOrder = index.ids.every((id, row) => row === 0 || (index.ids[row - 1] as string) < id);
	const rowsOf = rowReader(index);
	const wholes = once(() => flows.map(({ id, sources: from }) => ({ id, rows: rowsOf(from) })));
	return (told) => {
		const { about } = told;
		if (about.length <= few || !inOrder) return told;
		const own = rowsOf(about);
		if (!ascends(own)) return told;
		const concerned = new Uint8Array(index.ids.length);
		for (const row of own) concerned[row] = 1;
		const whole = wholes().filter((flow) => isWhole(flow.rows, concerned));
		if (whole.length === 0) return told;
		for (const flow of whole) for (const row of flow.rows) concerned[row] = 0;
		const left: string[] = [];
		for (let index = 0; index < own.length; index++)
			if (concerned[own[index] as number] === 1) left.push(about[index] as string);
		return { ...told, about: left, flows: whole.map(({ id }) => id) };
	};
}

function isWhole(rows: Int32Array, concerned: Uint8Array): boolean {
	for (const row of rows) if (concerned[row] !== 1) return false;
	return rows.length > 0;
}

function ascends(rows: Int32Array): boolean {
	let last = -1;
	for (const row of rows) {
		if (row <= last) return false;
		last = row;
	}
	return true;
}

/** Finds the rows of some sources; -1 for what is none. Those of a long list mostly stand near one another, where they are found without a look-up. */
function rowReader({ ids, rows }: Index): (some: readonly string[]) => Int32Array {
	return (some) => {
		const found = new Int32Array(some.length);
		let next = 0;
		for (let index = 0; index < some.length; index++) {
			const id = some[index] as string;
			const end = Math.min(next + near, ids.length);
			while (next < end && ids[next] !== id) next += 1;
			const row = next < end ? next : (rows.get(id) ?? -1);
			found[index] = row;
			next = row + 1;
		}
		return found;
	};
}

const near = 2;
