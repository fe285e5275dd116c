import type { Facts, Known, Source } from './estate.ts';

/** Gives equal things in which what was said before is held once. */
export interface Sharing {
	source(source: Source): Source;
	facts(facts: Facts): Facts;
}

/**
Holds once what thousands of sources say alike: words, and statements whose value is no number. What comes from another thread is a
copy down to the last word, and would take three times the memory.
*/
export function sharing(): Sharing {
	const words = new Map<string, string>();
	const statements = new Map<string, Known>();
	const once = (word: string): string => {
		const known = words.get(word);
		if (known === undefined) words.set(word, word);
		return known ?? word;
	};
	const statement = (known: Known): Known => {
		const { value, from, evidence, at } = known;
		const told = { ...known, from: once(from) as Known['from'], evidence: once(evidence), at: once(at) };
		if (typeof value === 'number' || typeof value === 'object' || known.between !== undefined || known.by !== undefined)
			return told;
		const key = `${typeof value} ${from} ${at} ${value} ${evidence}`;
		const before = statements.get(key);
		if (before === undefined) statements.set(key, told);
		return before ?? told;
	};
	const facts = (said: Facts): Facts =>
		Object.fromEntries(Object.entries(said).map(([fact, known]) => [fact, statement(known)]));
	return {
		facts,
		source: (source) => ({
			...source,
			kind: once(source.kind),
			family: once(source.family) as Source['family'],
			place: once(source.place),
			...(source.account === undefined ? {} : { account: once(source.account) }),
			...(source.region === undefined ? {} : { region: once(source.region) }),
			facts: facts(source.facts),
		}),
	};
}
