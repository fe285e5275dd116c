import { createHash } from 'node:crypto';
import { LineCounter, parseDocument } from 'yaml';
import { addPack, type Pack } from '../../catalog/pack/pack.ts';
import { PackFault } from '../../catalog/pack/part.ts';
import { HeadwaterError } from '../../errors.ts';
import { formulas } from '../../rules/formulas.ts';
import type { Knowledge } from '../session/derive.ts';
import { exampleMisses } from './pack-examples.ts';

/** A file of an organisation: its name for sentences, and its text (YAML, or JSON, which is YAML too). */
export interface PackFile {
	readonly file: string;
	readonly text: string;
}

/**
What is known with what an organisation's files add, in their order. What is wrong with one is a HeadwaterError with file and
line; so is an example that does not come true.
*/
export function withPacks(knowledge: Knowledge, files: readonly PackFile[], today: string): Knowledge {
	return files.reduce((known, file) => withPack(known, file, today), knowledge);
}

function withPack(knowledge: Knowledge, { file, text }: PackFile, today: string): Knowledge {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const [error] = document.errors;
	if (error) {
		const { line } = lines.linePos(error.pos[0]);
		throw refusal(file, line, 'this is no valid YAML', error.message);
	}
	let pack: Pack;
	try {
		pack = addPack(knowledge, document.toJS({ maxAliasCount: 100 }), formulas);
	} catch (fault) {
		if (!(fault instanceof PackFault)) throw fault;
		throw refusal(file, lineAt(document, lines, fault.path), sentenceOf(fault), fault.wayOut);
	}
	const [miss, ...more] = exampleMisses(pack, today);
	if (miss !== undefined) {
		const others = more.length === 0 ? '' : ` So do ${more.length} more.`;
		throw refusal(file, 1, `an example does not come true: ${miss}${others}`, 'Mend the rule or the example.');
	}
	const { vocabulary, catalog } = pack;
	return { ...knowledge, vocabulary, catalog, hash: sha256(`${knowledge.hash}\n${text}`) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function sentenceOf({ path, message }: PackFault): string {
	return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}

function refusal(file: string, line: number, says: string, wayOut: string): HeadwaterError {
	const stop = /[.!?]$/.test(says) ? '' : '.';
	return new HeadwaterError('pack-refused', { message: `${file}, line ${line}: ${says}${stop}`, wayOut });
}

/** The line of a place in the file, or of the nearest thing around it. List places count from 1. */
function lineAt(
	document: ReturnType<typeof parseDocument>,
	lines: LineCounter,
	path: readonly (string | number)[],
): number {
	for (let depth = path.length; depth > 0; depth -= 1) {
		const place = path.slice(0, depth).map((part) => (typeof part === 'number' ? part - 1 : part));
		const node: unknown = document.getIn(place, true);
		if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
			return lines.linePos(Number(node.range[0])).line;
		}
	}
	return 1;
}
