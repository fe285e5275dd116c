import type { Plan } from './plan.ts';

/** The parts of a plan in the order in which they are printed; what is not named here follows. */
const order: readonly (keyof Plan)[] = [
	'version',
	'asOf',
	'madeBy',
	'madeFrom',
	'workload',
	'strategy',
	'places',
	'sources',
	'flows',
	'unserved',
	'stores',
	'jobs',
	'controls',
	'findings',
	'grants',
	'network',
	'costs',
	'assumptions',
	'questions',
	'gaps',
	'textbook',
	'waves',
	'steps',
	'names',
];

/** Lists whose members stand on a line each, so that a change of one is a change of one line. */
const rows: ReadonlySet<string> = new Set([
	'sources',
	'grants',
	'lines',
	'excluded',
	'assumptions',
	'gaps',
	'alternatives',
	'rejected',
	'changes',
	'members',
]);
/** What is short enough to stand on one line wherever it occurs. */
const short: ReadonlySet<string> = new Set([
	'estimate',
	'services',
	'assuming',
	'becomes',
	'after',
	'settings',
	'actions',
	'regimes',
]);

/**
A plan as the text of plan.json: every source, grant and cost line on a line of its own, everything else indented by tabs,
a line feed at the end. The same plan gives the same bytes, and `parsePlan` gives it back.
*/
export function printPlan(plan: Plan): string {
	const known = order.filter((part) => plan[part] !== undefined);
	const others = Object.keys(plan).filter((part) => !(order as readonly string[]).includes(part));
	const parts = [...known, ...others].map((part) => [part, plan[part as keyof Plan]] as const);
	return `${block(
		'{',
		'}',
		parts.map(([part, value]) => `${JSON.stringify(part)}: ${write(part, value, 1)}`),
		0,
	)}\n`;
}

function write(name: string, value: unknown, depth: number): string {
	if (typeof value !== 'object' || value === null || short.has(name)) return JSON.stringify(value);
	if (Array.isArray(value)) {
		const members = value.map((member) => (rows.has(name) ? JSON.stringify(member) : write('', member, depth + 1)));
		return block('[', ']', members, depth);
	}
	const fields = Object.entries(value).filter(([, field]) => field !== undefined);
	const members = fields.map(([field, inner]) => `${JSON.stringify(field)}: ${write(field, inner, depth + 1)}`);
	return block('{', '}', members, depth);
}

function block(open: string, close: string, members: readonly string[], depth: number): string {
	if (members.length === 0) return open + close;
	const indent = '\t'.repeat(depth);
	return `${open}\n${members.map((member) => `${indent}\t${member}`).join(',\n')}\n${indent}${close}`;
}
