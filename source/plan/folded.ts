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
	const rows = new Map(sources.map(({ id }, row) => [id, row]));
	const fold = folder(plan, rows);
	const others: [string, string][] = [];
	for (const id in names) {
		const title = names[id] as string;
		const row = rows.get(id);
		if (row === undefined || sources[row]?.title !== title) others.push([id, title]);
	}
	return {
		...plan,
		names: Object.fromEntries(others),
		findings: plan.findings.map(fold),
		assumptions: plan.assumptions.map(fold),
	};
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
function folder({ sources, flows }: Plan, rows: ReadonlyMap<string, number>): <T extends About>(told: T) => T {
	// Rows then ascend where ids do.
	const inOrder = sources.every(({ id }, row) => row === 0 || (sources[row - 1] as PlannedSource).id < id);
	const rowsOf = rowReader(sources, rows);
	const wholes = once(() => flows.map(({ id, sources: from }) => ({ id, rows: rowsOf(from) })));
	return (told) => {
		const { about } = told;
		if (about.length <= few || !inOrder) return told;
		const own = rowsOf(about);
		if (!ascends(own)) return told;
		const concerned = new Uint8Array(sources.length);
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
function rowReader(
	sources: readonly PlannedSource[],
	rows: ReadonlyMap<string, number>,
): (ids: readonly string[]) => Int32Array {
	return (ids) => {
		const found = new Int32Array(ids.length);
		let next = 0;
		for (let index = 0; index < ids.length; index++) {
			const id = ids[index] as string;
			const end = Math.min(next + near, sources.length);
			while (next < end && (sources[next] as PlannedSource).id !== id) next += 1;
			const row = next < end ? next : (rows.get(id) ?? -1);
			found[index] = row;
			next = row + 1;
		}
		return found;
	};
}

const near = 4;
