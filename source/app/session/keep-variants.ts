import { HeadwaterError } from '../../errors.ts';
import type { Answers } from '../../estate/answers.ts';
import { parseAnswers } from '../../estate/parse-answers.ts';
import { printAnswers } from '../../estate/print-answers.ts';
import { stableJson } from '../../export/languages/json.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import type { Variants } from './session.ts';

/** The file of a session folder that holds its variants: each by its name, as the text of an answers.yaml. */
export const variantsFile = 'variants.json';

/** Variants as they are kept. */
export const printVariants = (variants: Variants, vocabulary: Vocabulary): string =>
	stableJson({
		version: 1,
		variants: Object.fromEntries(
			Object.entries(variants).map(([name, answers]) => [name, printAnswers(answers, vocabulary)]),
		),
	});

/** Variants from what was kept. What is wrong is a HeadwaterError that names the file. */
export function parseVariants(text: string, file: string, vocabulary: Vocabulary): Variants {
	const texts = textsIn(text);
	if (!texts) {
		throw new HeadwaterError('variants-damaged', {
			message: `${file} cannot be read as the variants of a session.`,
			wayOut: 'Remove the file, and the session opens without its variants.',
		});
	}
	return Object.fromEntries(
		texts.map(([name, answers]): [string, Answers] => [name, parseAnswers(answers, `${file}, ${name}`, vocabulary)]),
	);
}

function textsIn(text: string): readonly (readonly [string, string])[] | undefined {
	try {
		const { version, variants } = JSON.parse(text) as { readonly version?: unknown; readonly variants?: unknown };
		if (version !== 1 || typeof variants !== 'object' || variants === null) return undefined;
		const entries = Object.entries(variants);
		return entries.every(([, answers]) => typeof answers === 'string') ? entries : undefined;
	} catch {
		return undefined;
	}
}
