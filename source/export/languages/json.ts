/** JSON with two blanks of indentation and the keys of every record in alphabetical order, so that it diffs well. */
export const stableJson = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`;

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
	// Not by assignment: `__proto__` as a key must stay a key.
	return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
