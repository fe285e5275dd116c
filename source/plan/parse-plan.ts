import { HeadwaterError } from '../errors.ts';
import { readJsonDocument } from '../estate/json-document.ts';
import { clean } from '../facts/clean.ts';
import { misshape } from './check-shape.ts';
import { unfolded } from './folded.ts';
import type { Plan } from './plan.ts';
import { formerPlanSchema, planSchema } from './schema.ts';
import { type FormerPlan, upgradedPlan } from './upgraded-plan.ts';

const wayOut = 'Make it again with `headwater plan --estate FILE -o plan.json`.';

/**
A plan from the text of its file, that of an earlier version among them. A file that is empty, cut off, broken, of a newer version, of another shape, with control
characters in its texts or with ids that lead nowhere is a HeadwaterError that says where and what to do.
*/
export function parsePlan(text: string, file: string): Plan {
	const read = readJsonDocument(text, { file, what: 'plan', version: 2, former: [1], wayOut });
	const isFormer = read.version === 1;
	const wrong = misshape(read, isFormer ? formerPlanSchema : planSchema);
	if (wrong) throw fault('plan-shape', file, `${wrong.path} ${wrong.says}`);
	const plan = isFormer ? upgradedPlan(read as unknown as FormerPlan) : unfolded(read as unknown as Plan);
	const stray = strayId(plan);
	if (stray !== undefined) throw fault('plan-reference', file, stray);
	return plan;
}

function fault(code: string, file: string, says: string): HeadwaterError {
	return new HeadwaterError(code, { message: `The plan file ${file} is damaged: ${clean(says)}.`, wayOut });
}

/** What is said twice, or names something that is not in the plan; undefined when all ids are sound. */
function strayId({
	origins,
	alike,
	sources,
	flows,
	stores,
	jobs,
	places,
	findings,
	steps,
	unserved,
}: Plan): string | undefined {
	const parts = { places, sources, findings, 'flows, stores and jobs': [...flows, ...stores, ...jobs] };
	for (const [what, list] of Object.entries(parts)) {
		const twice = firstTwice(list.map(({ id }) => id));
		if (twice !== undefined) return `the id "${twice}" occurs twice among its ${what}`;
	}
	const known = {
		origin: new Set(Object.keys(origins)),
		source: idsOf(sources),
		store: idsOf(stores),
		flow: idsOf(flows),
		step: new Set(steps.map(({ number }) => String(number))),
	};
	const named: readonly (readonly [keyof typeof known, string, string])[] = [
		...alike.flatMap(({ family, decidedBy }) =>
			Object.keys(decidedBy).map((origin) => ['origin', origin, `what is alike for ${family}`] as const),
		),
		...sources.flatMap(({ id, decidedBy }) =>
			Object.keys(decidedBy).map((origin) => ['origin', origin, `source ${id}`] as const),
		),
		...flows.flatMap(({ id, sources: from, to }) => [
			...from.map((source) => ['source', source, `flow ${id}`] as const),
			['store', to, `flow ${id}`] as const,
		]),
		...jobs.flatMap(({ id, after, from, to }) => [
			...after.map((flow) => ['flow', flow, `job ${id}`] as const),
			...[from, to].map((store) => ['store', store, `job ${id}`] as const),
		]),
		...unserved.map(({ source }) => ['source', source, 'unserved'] as const),
		...steps.flatMap(({ number, after }) => after.map((step) => ['step', String(step), `step ${number}`] as const)),
	];
	const lost = named.find(([what, id]) => !known[what].has(id));
	return lost && `${lost[2]} names the ${lost[0]} "${lost[1]}", which is not in the plan`;
}

const idsOf = (parts: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(parts.map(({ id }) => id));

function firstTwice(ids: readonly string[]): string | undefined {
	const seen = new Set<string>();
	return ids.find((id) => seen.size === seen.add(id).size);
}
