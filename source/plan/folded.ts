import type { Plan } from './plan.ts';

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
	const fold = folder(plan);
	const own = new Map(plan.sources.map(({ id, title }) => [id, title]));
	const names = Object.entries(plan.names).filter(([id, title]) => own.get(id) !== title);
	return {
		...plan,
		names: Object.fromEntries(names),
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
function folder({ sources, flows }: Plan): <T extends About>(told: T) => T {
	const rows = new Map(sources.map(({ id }, row) => [id, row]));
	const rowsOf = flows.map((flow) => Int32Array.from(flow.sources, (id) => rows.get(id) ?? -1));
	return (told) => {
		const { about } = told;
		if (about.length <= few) return told;
		const concerned = new Uint8Array(sources.length);
		for (const [index, id] of about.entries()) {
			const row = rows.get(id);
			if (row === undefined || (index > 0 && (about[index - 1] as string) >= id)) return told;
			concerned[row] = 1;
		}
		const whole = flows.filter((_, index) => {
			const members = rowsOf[index] as Int32Array;
			return members.length > 0 && members.every((row) => concerned[row] === 1);
		});
		if (whole.length === 0) return told;
		for (const flow of whole) for (const id of flow.sources) concerned[rows.get(id) as number] = 0;
		return {
			...told,
			about: about.filter((id) => concerned[rows.get(id) as number] === 1),
			flows: whole.map(({ id }) => id),
		};
	};
}
