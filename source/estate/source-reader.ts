import type { FactValue, Vocabulary } from '../facts/fact.ts';
import type { Known, Source } from './estate.ts';
import { troubleOfKnown } from './trouble-of-known.ts';

/** What stands behind the value of many statements: who says it, what shows it, and when. */
interface Saying {
	readonly rest: Omit<Known, 'value'>;
	/** Statements that say this of a value that is no number, by fact and value. */
	readonly statements: Map<string, Known>;
}

const shared = ['kind', 'family', 'place', 'account', 'region'] as const;
const facts = ',"facts":{';
const value = '":{"value":';
const from = ',"from":"';

/**
Reads lines of sources as `printEstate` writes them; undefined for a line that is laid out otherwise or holds a statement that the
vocabulary refuses. A quote inside of a text is escaped, so that the marks between the fields are found by looking for them.
*/
export function sourceReader(vocabulary: Vocabulary): (line: string) => Source | undefined {
	const words = new Map<string, string>();
	const sayings = new Map<string, Saying>();
	const once = (word: string): string => {
		const known = words.get(word);
		if (known === undefined) words.set(word, word);
		return known ?? word;
	};
	const sayingAt = (line: string, start: number): readonly [Saying, end: number] | undefined => {
		for (let end = line.indexOf('}', start) + 1; end > 0; end = line.indexOf('}', end) + 1) {
			const text = line.slice(start, end);
			const known = sayings.get(text);
			if (known) return [known, end];
			const fields = parsed(`{"value":0${text}`) as Known | undefined;
			if (!fields) continue;
			const { value: _, ...rest } = fields;
			const saying = { rest, statements: new Map() };
			sayings.set(text, saying);
			return [saying, end];
		}
		return undefined;
	};
	const statement = (name: string, text: string, { rest, statements }: Saying): Known | undefined => {
		const fact = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
		const sound = (known: Known): Known | undefined => (troubleOfKnown(known, fact) ? undefined : known);
		if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) return sound({ value: Number(text), ...rest });
		const key = `${name}=${text}`;
		const before = statements.get(key);
		if (before) return before;
		const said = parsed(text) as FactValue | undefined;
		const known = said === undefined ? undefined : sound({ value: said, ...rest });
		if (known) statements.set(key, known);
		return known;
	};
	return (line) => {
		const stop = line.endsWith(',') ? line.length - 1 : line.length;
		let at = line.indexOf(facts);
		if (!line.startsWith('\t\t{') || at < 0) return undefined;
		const fields = parsed(`${line.slice(2, at)}}`) as Record<string, unknown> | undefined;
		if (!fields) return undefined;
		for (const key of shared) if (typeof fields[key] === 'string') fields[key] = once(fields[key]);
		const said: Record<string, Known> = {};
		at += facts.length;
		while (line[at] === '"') {
			const name = line.slice(at + 1, line.indexOf(value, at));
			const starts = at + 1 + name.length + value.length;
			const ends = line.indexOf(from, starts);
			const found = ends < 0 || name.includes('"') ? undefined : sayingAt(line, ends);
			const known = found && statement(name, line.slice(starts, ends), found[0]);
			if (!known || name === '__proto__') return undefined;
			said[once(name)] = known;
			at = found[1];
			if (line[at] === ',') at += 1;
		}
		return line.slice(at, stop) === '}}' ? ({ ...fields, facts: said } as unknown as Source) : undefined;
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
