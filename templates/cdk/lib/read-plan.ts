import { readFileSync } from 'node:fs';
import type { Plan } from './plan.ts';
import { shape } from './plan-shape.ts';

/**
 * What no text of a plan may hold: CDK would replace a token by the value of another construct, CloudFormation would put a
 * secret where a reference stands, and control characters have no business in names.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must be found
const forbidden = /\$\{Token\[|#\{Token\[|\{\{\s*resolve\s*:|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/i;

/** CDK hides tokens in numbers beyond this, too. */
const largest = 1e30;

/** Reads and checks a plan. Throws an error with one line for each trouble; nothing is built from a plan that is not sound. */
export function readPlan(file: URL): Plan {
	const text = readFileSync(file, 'utf8');
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (cause) {
		throw new Error(`plan.json is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
	}
	return checkPlan(value);
}

/** The value as a plan, if it is one. */
export function checkPlan(value: unknown): Plan {
	const troubles = [...shape(value), ...unsafe(value, 'plan')];
	if (troubles.length === 0) return value as Plan;
	const shown = troubles.slice(0, 20);
	if (troubles.length > shown.length) shown.push(`… and ${troubles.length - shown.length} more`);
	throw new Error(['plan.json cannot be built:', ...shown].join('\n  '));
}

function unsafe(value: unknown, at: string): readonly string[] {
	if (typeof value === 'string')
		return forbidden.test(value) ? [`${at} holds text that CDK or CloudFormation would expand`] : [];
	if (typeof value === 'number') return Math.abs(value) < largest ? [] : [`${at} is not a number of this world`];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		...(forbidden.test(key) ? [`${at} has a name that CDK or CloudFormation would expand`] : []),
		...unsafe(inner, `${at}.${forbidden.test(key) ? '?' : key}`),
	]);
}
