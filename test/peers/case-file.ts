import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { type Derived, derive, ownKnowledge } from '../../source/app/derive.ts';
import { readDeclared } from '../../source/discovery/importers/declared.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { facts } from '../../source/facts/index.ts';
import type { Flow, Plan } from '../../source/plan/plan.ts';

/** What a plan must hold for one source. */
interface Wanted {
	/** At least one service of each list carries the source. */
	readonly through?: readonly (readonly string[])[];
	/** These services may only stand among the rejected. */
	readonly never?: readonly string[];
}

/** A situation with its right answer, written as a user would declare it. */
export interface Case {
	readonly says: string;
	/** ISO date the answer holds for. */
	readonly today: string;
	/** The answer of the textbook, where it differs. */
	readonly textbook?: string;
	readonly declared: Readonly<Record<string, unknown>>;
	readonly answers?: Readonly<Record<string, unknown>>;
	readonly expect: {
		/** One of these. */
		readonly strategy?: readonly string[];
		readonly routes?: Readonly<Record<string, Wanted>>;
		readonly jobs?: readonly string[];
		readonly controls?: readonly string[];
		/** Regular expressions that some sentence of the plan matches, in any case. */
		readonly says?: readonly string[];
		/** Services that carry nothing in the whole plan. */
		readonly never?: readonly string[];
	};
}

/** Reads a case; its path is relative to this file's folder's parent (`cases/T-07.yaml`). */
export function readCase(path: string): Case {
	return parse(readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')) as Case;
}

/** What holds in every situation that does not say otherwise. */
const usual = { 'training.region': 'us-east-1', 'customer.enterprise': true };

/** What headwater derives from the situation. */
export async function deriveCase(found: Case, path: string): Promise<Derived> {
	const workload = { ...usual, ...(found.declared.workload as object | undefined) };
	const declared = stringify({ version: 1, ...found.declared, workload });
	const estate = readDeclared(declared, path, facts, `${found.today}T00:00:00.000Z`);
	const answers = found.answers ? parseAnswers(stringify({ version: 1, ...found.answers }), path) : noAnswers;
	return derive({ estate, answers }, await ownKnowledge('case'), found.today);
}

/** Every sentence that stands in a plan. */
export function sentencesOf(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(sentencesOf);
}

const flowsOf = (plan: Plan, source: string): readonly Flow[] =>
	plan.flows.filter(({ sources }) => sources.some((id) => id === source || id.endsWith(`/${source}`)));

/** What is not as expected, as sentences; empty when the plan holds. */
export function misses(found: Case, { plan }: Derived): readonly string[] {
	const { strategy, routes = {}, jobs = [], controls = [], says = [], never = [] } = found.expect;
	const said = sentencesOf(plan);
	const used = new Set(plan.flows.flatMap(({ services }) => services));
	return [
		...(strategy && !strategy.includes(plan.strategy.id)
			? [`strategy is ${plan.strategy.id}, not ${strategy.join(' or ')}`]
			: []),
		...Object.entries(routes).flatMap(([source, wanted]) => missesOf(source, wanted, flowsOf(plan, source))),
		...jobs.filter((does) => !plan.jobs.some((job) => job.does === does)).map((does) => `no job does ${does}`),
		...controls.filter((id) => !plan.controls.some((control) => control.id === id)).map((id) => `no control ${id}`),
		...says
			.filter((pattern) => !said.some((sentence) => new RegExp(pattern, 'i').test(sentence)))
			.map((pattern) => `nothing says ${pattern}`),
		...never.filter((service) => used.has(service)).map((service) => `${service} is used`),
	];
}

function missesOf(source: string, { through = [], never = [] }: Wanted, flows: readonly Flow[]): readonly string[] {
	const services = flows.flatMap((flow) => flow.services);
	const ways = flows.map((flow) => flow.services.join(' > ')).join(' and ') || 'nothing';
	return [
		...through
			.filter((any) => !any.some((service) => services.includes(service)))
			.map((any) => `${source} goes by ${ways}, not by ${any.join(' or ')}`),
		...never.filter((service) => services.includes(service)).map((service) => `${source} goes by ${service}`),
	];
}
