import { folded } from './folded.ts';
import type { Plan, PlannedSource } from './plan.ts';
import { quotedAll } from './quoted.ts';
import { sourcePrinter } from './source-lines.ts';

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
		const value: unknown = printed[part as keyof Plan];
		yield `${before}${JSON.stringify(part)}: `;
		if (Array.isArray(value) && value.length > 0) yield* members(part, value);
		else yield write(part, value, 1);
		before = ',\n\t';
	}
	yield '\n}\n';
}

/** The members of a list at the top, some hundred at a time. */
function* members(name: string, list: readonly unknown[]): Generator<string, void, undefined> {
	const source = sourcePrinter();
	let text = '[\n\t\t';
	for (const [index, member] of list.entries()) {
		if (index > 0) text += ',\n\t\t';
		if (name === 'sources') text += source(member as PlannedSource);
		else text += rows.has(name) ? JSON.stringify(member) : write('', member, 2);
		if (text.length < many) continue;
		yield text;
		text = '';
	}
	yield `${text}\n\t]`;
}

const many = 2 ** 16;

function write(name: string, value: unknown, depth: number): string {
	if (typeof value !== 'object' || value === null || short.has(name)) return JSON.stringify(value);
	const indent = '\t'.repeat(depth);
	const isList = Array.isArray(value);
	if (isList && value.length > 0 && value.every((member) => typeof member === 'string')) {
		// Ids, each on a line of its own: written at once, since there may be many.
		return `[\n${indent}\t${quotedAll(value, `,\n${indent}\t`)}\n${indent}]`;
	}
	const isRow = rows.has(name);
	const between = `,\n${indent}\t`;
	let text = '';
	for (const [field, inner] of isList ? value.entries() : Object.entries(value)) {
		if (inner === undefined && !isList) continue;
		if (text !== '') text += between;
		if (!isList) text += `${JSON.stringify(field)}: `;
		text += isRow ? JSON.stringify(inner) : write(isList ? '' : (field as string), inner, depth + 1);
	}
	const [open, close] = isList ? '[]' : '{}';
	return text === '' ? `${open}${close}` : `${open}\n${indent}\t${text}\n${indent}${close}`;
}
