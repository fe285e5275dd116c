import type { Fact, FactValue, Vocabulary } from '../facts/fact.ts';
import type { Known, Source } from './estate.ts';
import { troubleOfKnown } from './trouble-of-known.ts';

/** A statement as it stands on lines, made once for all lines that say the same. Of an amount it is the text before the value. */
interface Statement {
	readonly text: string;
	readonly name: string;
	/** Absent for an amount, which differs from source to source. */
	readonly known?: Known;
	readonly fact: Fact | undefined;
	/** What stands behind the value of an amount. */
	readonly tail: string;
	readonly rest: Omit<Known, 'value'>;
	/** Those that came behind it so far, the usual ones first. */
	readonly next: Statement[];
}

const shared = ['kind', 'family', 'place', 'account', 'region'] as const;
const facts = ',"facts":{';
const value = '":{"value":';
const from = ',"from":"';
/** So many statements are tried before one is read mark by mark. */
const most = 16;
const mostStatements = 100_000;

/**
Reads lines of sources as `printEstate` writes them; undefined for a line that is laid out otherwise or holds a statement that the
vocabulary refuses. A quote inside of a text is escaped, so that the marks between the fields are found by looking for them. Sources
of an estate say much the same one behind the other: what came behind a statement before is compared with what stands there.
*/
export function sourceReader(vocabulary: Vocabulary): (line: string) => Source | undefined {
	const words = new Map<string, string>();
	const once = (word: string): string => {
		const known = words.get(word);
		if (known === undefined) words.set(word, word);
		return known ?? word;
	};
	const statements = new Map<string, Statement>();
	const make = statementMaker(vocabulary, once);
	const first: Statement[] = [];
	/** The statement that stands at a place of a line, if it is sound. */
	const statementAt = (line: string, at: number, expected: Statement[]): Statement | undefined => {
		for (let index = 0; index < expected.length; index++) {
			const one = expected[index] as Statement;
			if (!line.startsWith(one.text, at) || (!one.known && !line.startsWith(one.tail, line.indexOf(',', at)))) continue;
			if (index > 0) {
				expected[index] = expected[index - 1] as Statement;
				expected[index - 1] = one;
			}
			return one;
		}
		const made = make(line, at);
		if (!made) return undefined;
		// Texts that are different everywhere are not worth to be remembered.
		if (statements.size > mostStatements) statements.clear();
		const key = made.known ? made.text : made.text + made.tail;
		const found = statements.get(key) ?? made;
		statements.set(key, found);
		if (expected.length === most) expected.pop();
		expected.push(found);
		return found;
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
		let expected = first;
		while (line.charCodeAt(at) === 34) {
			const statement = statementAt(line, at, expected);
			if (!statement) return undefined;
			const { text, name, known, tail } = statement;
			at += text.length;
			if (known) said[name] = known;
			else {
				const ends = line.indexOf(',', at);
				const amount = amountOf(statement, line.slice(at, ends));
				if (!amount) return undefined;
				said[name] = amount;
				at = ends + tail.length;
			}
			expected = statement.next;
			if (line.charCodeAt(at) === 44) at += 1;
		}
		if (stop - at !== 2 || !line.startsWith('}}', at)) return undefined;
		fields.facts = said;
		return fields as unknown as Source;
	};
}

const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** What is known of an amount, unless the vocabulary refuses it. */
function amountOf({ fact, rest }: Statement, text: string): Known | undefined {
	if (!number.test(text)) return undefined;
	const known = { value: Number(text), ...rest };
	return troubleOfKnown(known, fact) ? undefined : known;
}

/** Reads statements mark by mark. */
function statementMaker(vocabulary: Vocabulary, once: (word: string) => string) {
	/** Where the statement ends whose value ends at `start`, and what stands there beside its value. */
	const restAt = (line: string, start: number): readonly [Omit<Known, 'value'>, end: number] | undefined => {
		for (let end = line.indexOf('}', start) + 1; end > 0; end = line.indexOf('}', end) + 1) {
			const fields = parsed(`{"value":0${line.slice(start, end)}`) as Known | undefined;
			if (!fields) continue;
			const { value: _, ...rest } = fields;
			return [rest, end];
		}
		return undefined;
	};
	return (line: string, at: number): Statement | undefined => {
		const name = line.slice(at + 1, line.indexOf(value, at));
		const starts = at + 1 + name.length + value.length;
		const ends = line.indexOf(from, starts);
		const found = ends < 0 || name.includes('"') || name === '__proto__' ? undefined : restAt(line, ends);
		if (!found) return undefined;
		const [rest, end] = found;
		const text = line.slice(starts, ends);
		const fact = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
		const common = { name: once(own(name)), fact, rest, tail: own(line.slice(ends, end)), next: [] };
		if (number.test(text)) return { ...common, text: own(line.slice(at, starts)) };
		const said = parsed(text) as FactValue | undefined;
		const known = said === undefined ? undefined : { value: said, ...rest };
		return known && !troubleOfKnown(known, fact) ? { ...common, text: own(line.slice(at, end)), known } : undefined;
	};
}

/** A text that does not hold the line it was cut out of. */
const own = (text: string): string => JSON.parse(JSON.stringify(text));

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
