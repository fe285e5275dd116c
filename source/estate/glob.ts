/** Whether a key of the answers is a pattern (`*` any run, `?` one character) and not a plain id. */
export const isGlob = (key: string): boolean => /[*?]/.test(key);

/** Whether a pattern matches a whole id, whatever characters it holds; time grows with their lengths only. */
export function matchesGlob(glob: string, id: string): boolean {
	let at = 0;
	let sign = 0;
	let star = -1;
	let resume = 0;
	while (at < id.length) {
		if (glob[sign] === '*') {
			star = sign;
			resume = at;
			sign += 1;
		} else if (sign < glob.length && (glob[sign] === '?' || glob[sign] === id[at])) {
			sign += 1;
			at += 1;
		} else if (star >= 0) {
			// The last star takes one character more.
			resume += 1;
			at = resume;
			sign = star + 1;
		} else return false;
	}
	while (glob[sign] === '*') sign += 1;
	return sign === glob.length;
}

/**
Looks up what is said about an id: the statement of the id itself first, then those of patterns that match it, the one with
the most literal characters first.
*/
export function lookup<Said extends object>(
	statements: Readonly<Record<string, Said>>,
): (id: string) => readonly Said[] {
	const exact = new Map(Object.entries(statements));
	const patterns = [...exact]
		.filter(([key]) => isGlob(key))
		.map(([key, said]) => ({ key, said, literals: key.replace(/[*?]/g, '').length }))
		.toSorted((a, b) => b.literals - a.literals || (a.key < b.key ? -1 : 1));
	return (id) => {
		const own = exact.get(id);
		const found = own === undefined ? [] : [own];
		for (const { key, said } of patterns) if (key !== id && matchesGlob(key, id)) found.push(said);
		return found;
	};
}
