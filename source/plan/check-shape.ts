import type { Schema } from './schema.ts';

/** The first place where a value is not what its schema says, as `flows[2].to`, with what is wrong there. */
export interface Misshape {
	readonly path: string;
	readonly says: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what must be found
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Compares a value read from JSON with its schema. Every text, wherever it stands, must be free of control characters. */
export function misshape(value: unknown, schema: Schema | undefined, path = ''): Misshape | undefined {
	if (typeof value === 'string') return misspelt(value, schema, path);
	if (Array.isArray(value)) {
		if (schema && !allows(schema, 'array')) return wanted(schema, path);
		const items = schema?.items ?? schema?.anyOf?.find(({ type }) => type === 'array')?.items;
		return first(value, (member, index) => misshape(member, items, `${path}[${index}]`));
	}
	if (typeof value === 'object' && value !== null) return misfields(value, schema, path);
	if (!schema) return undefined;
	if (schema.const !== undefined) {
		return value === schema.const ? undefined : { path, says: `should be ${schema.const}` };
	}
	const whole = allows(schema, 'integer') && Number.isInteger(value);
	const fits =
		typeof value === 'number'
			? allows(schema, 'number') || whole
			: typeof value === 'boolean' && allows(schema, 'boolean');
	if (!fits) return wanted(schema, path);
	const least = schema.minimum;
	return least !== undefined && Number(value) < least ? { path, says: `should be ${least} or more` } : undefined;
}

function misspelt(value: string, schema: Schema | undefined, path: string): Misshape | undefined {
	if (control.test(value)) return { path, says: 'holds a control character' };
	if (!schema) return undefined;
	if (!allows(schema, 'string')) return wanted(schema, path);
	if (schema.enum && !schema.enum.includes(value)) return { path, says: `should be one of ${schema.enum.join(', ')}` };
	const spelt = schema.pattern === undefined || new RegExp(schema.pattern).test(value);
	return spelt ? undefined : { path, says: `should look like ${schema.pattern}` };
}

function misfields(value: object, schema: Schema | undefined, path: string): Misshape | undefined {
	if (schema && !allows(schema, 'object')) return wanted(schema, path);
	const missing = schema?.required?.find((name) => !Object.hasOwn(value, name));
	if (missing !== undefined) return { path: below(path, missing), says: 'is missing' };
	return first(Object.entries(value), ([name, field]) => {
		if (control.test(name)) return { path, says: 'has a field whose name holds a control character' };
		const { properties = {} } = schema ?? {};
		const own = Object.hasOwn(properties, name) ? properties[name] : schema?.additionalProperties;
		return misshape(field, own, below(path, name));
	});
}

function first<T>(
	members: readonly T[],
	check: (member: T, index: number) => Misshape | undefined,
): Misshape | undefined {
	for (const [index, member] of members.entries()) {
		const found = check(member, index);
		if (found) return found;
	}
	return undefined;
}

const allows = ({ type, anyOf }: Schema, kind: string): boolean =>
	type === kind || (anyOf?.some((way) => allows(way, kind)) ?? false);

const articles: Readonly<Record<string, string>> = {
	object: 'a group of fields',
	array: 'a list',
	string: 'a text',
	number: 'a number',
	integer: 'a whole number',
	boolean: 'true or false',
};

function wanted(schema: Schema, path: string): Misshape {
	const kinds = schema.anyOf ? schema.anyOf.map(({ type }) => type) : [schema.type];
	const names = kinds.flatMap((kind) => articles[kind ?? ''] ?? []);
	return { path, says: `should be ${names.join(' or ') || String(schema.const)}` };
}

const below = (path: string, name: string): string => {
	const step = /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
	return path === '' ? step : `${path}.${step}`;
};
