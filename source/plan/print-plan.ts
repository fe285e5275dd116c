import { folded } from './folded.ts';
import type { Plan } from './plan.ts';

/** The parts of a plan in the order in which they are printed; what is not named here follows. */
const order: readonly (keyof Plan)[] = [
	'version',
	'asOf',
	'madeBy',
	'madeFrom',
	'workload',
	'origins',
	'strategy',
	'places',
	'alike',
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

/** Lists and groups whose members stand on a line each, so that a change of one is a change of one line. */
const rows: ReadonlySet<string> = new Set([
	'origins',
	'alike',
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
export const printPlan = (plan: Plan): string => [...planText(plan)].join('');

/** The same text in parts: that of a large plan is longer than a string can be. */
export function* planText(plan: Plan): Generator<string, void, undefined> {
	const printed = folded(plan);
	const known = order.filter((part) => printed[part] !== undefined);
	const others = Object.keys(printed).filter((part) => !(order as readonly string[]).includes(part));
	let before = '{\n\t';
	for (const part of [...known, ...others]) {
		yield `${before}${JSON.stringify(part)}: `;
		yield* write(part, printed[part as keyof Plan], 1);
		before = ',\n\t';
	}
	yield '\n}\n';
}

function* write(name: string, value: unknown, depth: number): Generator<string, void, undefined> {
	if (typeof value !== 'object' || value === null || short.has(name)) yield JSON.stringify(value);
	else if (Array.isArray(value)) {
		if (rows.has(name)) yield* lines('[', ']', value, (row) => JSON.stringify(row), depth);
		else
			yield* block(
				'[',
				']',
				value.map((member) => ['', '', member] as const),
				depth,
			);
	} else {
		const fields = Object.entries(value).filter(([, field]) => field !== undefined);
		const line = ([field, inner]: readonly [string, unknown]) => `${JSON.stringify(field)}: ${JSON.stringify(inner)}`;
		if (rows.has(name)) yield* lines('{', '}', fields, line, depth);
		else
			yield* block(
				'{',
				'}',
				fields.map(([field, inner]) => [`${JSON.stringify(field)}: `, field, inner] as const),
				depth,
			);
	}
}

/** Members of several lines each. */
function* block(
	open: string,
	close: string,
	members: readonly (readonly [lead: string, name: string, value: unknown])[],
	depth: number,
): Generator<string, void, undefined> {
	if (members.length === 0) return yield open + close;
	const indent = '\t'.repeat(depth);
	let before = `${open}\n${indent}\t`;
	for (const [lead, name, value] of members) {
		yield before + lead;
		yield* write(name, value, depth + 1);
		before = `,\n${indent}\t`;
	}
	yield `\n${indent}${close}`;
}

/** Members of a line each, some hundred at a time. */
function* lines<T>(
	open: string,
	close: string,
	members: readonly T[],
	line: (member: T) => string,
	depth: number,
): Generator<string, void, undefined> {
	if (members.length === 0) return yield open + close;
	const indent = '\t'.repeat(depth);
	let text = `${open}\n${indent}\t`;
	for (const [index, member] of members.entries()) {
		if (index > 0) text += `,\n${indent}\t`;
		text += line(member);
		if (text.length < many) continue;
		yield text;
		text = '';
	}
	yield `${text}\n${indent}${close}`;
}

const many = 2 ** 16;
