/** A place in an organisation's file: what stands there, and how one gets to it. */
export interface Part {
	readonly value: unknown;
	readonly path: readonly (string | number)[];
}

/** What is wrong with an organisation's file, and where. Whoever read the file knows its name and its lines. */
export class PackFault extends Error {
	readonly path: readonly (string | number)[];
	readonly wayOut: string;

	constructor({ path }: Part, says: string, wayOut: string) {
		super(says);
		this.path = path;
		this.wayOut = wayOut;
	}
}

/** Reads what stands in a part, or refuses it. */
export type Reader<T> = (part: Part) => T;

const below = ({ path }: Part, name: string | number, value: unknown): Part => ({
	value,
	path: [...path, name],
});

/** The fields of a part. Names that are not `known` are refused. */
export function fieldsOf(part: Part, known?: readonly string[]): ReadonlyMap<string, Part> {
	const { value } = part;
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new PackFault(part, 'fields are wanted here', 'Write `name: value`, a line each.');
	}
	const fields = new Map(Object.entries(value).map(([name, field]) => [name, below(part, name, field)]));
	for (const [name, field] of fields) {
		if (known && !known.includes(name)) {
			throw new PackFault(field, `there is no field "${name}"`, `Fields are ${known.join(', ')}.`);
		}
	}
	return fields;
}

/** A field that must be there. */
export function wanted(part: Part, fields: ReadonlyMap<string, Part>, name: string): Part {
	const field = fields.get(name);
	if (field) return field;
	throw new PackFault(part, `"${name}" is missing`, `Add a line  ${name}: …`);
}

/** A field as an object of one entry, to be spread: nothing where it is not there. */
export function optional<N extends string, T>(
	fields: ReadonlyMap<string, Part>,
	name: N,
	read: Reader<T>,
): Partial<Record<N, T>> {
	const field = fields.get(name);
	return field ? ({ [name]: read(field) } as Record<N, T>) : {};
}

export function text(part: Part): string {
	if (typeof part.value === 'string' && part.value.trim() !== '') return part.value.trim();
	throw new PackFault(part, 'a text is wanted here', 'Write a sentence or a name.');
}

export function number(part: Part): number {
	if (typeof part.value === 'number' && Number.isFinite(part.value)) return part.value;
	throw new PackFault(part, 'a number is wanted here', 'Write it plain, such as 12 or 0.5.');
}

export function flag(part: Part): boolean {
	if (part.value === true || part.value === 'yes') return true;
	if (part.value === false || part.value === 'no') return false;
	throw new PackFault(part, 'yes or no is wanted here', 'Write yes or no.');
}

export function items<T>(part: Part, read: Reader<T>): readonly T[] {
	if (Array.isArray(part.value)) return part.value.map((item, index) => read(below(part, index + 1, item)));
	throw new PackFault(part, 'a list is wanted here', 'Write it as [one, two], or a line each beginning with "- ".');
}

export const texts = (part: Part): readonly string[] => items(part, text);

export function oneOf<V extends string>(part: Part, values: readonly V[]): V {
	const found = values.find((value) => value === part.value);
	if (found !== undefined) return found;
	throw new PackFault(part, `"${String(part.value)}" is not known here`, `Write one of ${values.join(', ')}.`);
}

/** Every field read by itself, by its name. */
export function eachField<T>(part: Part, read: (field: Part, name: string) => T): Readonly<Record<string, T>> {
	return Object.fromEntries([...fieldsOf(part)].map(([name, field]) => [name, read(field, name)]));
}
