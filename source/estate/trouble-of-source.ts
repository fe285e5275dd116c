import type { Vocabulary } from '../facts/fact.ts';
import { families } from '../facts/families.ts';
import type { Source } from './estate.ts';
import { troubleOfKnown } from './trouble-of-known.ts';

const texts = ['id', 'kind', 'title', 'place'] as const;
const textsIfAny = ['account', 'region'] as const;

const known: ReadonlySet<unknown> = new Set(families);

/** What is wrong with a source from a line of a document, as the end of a sentence; undefined if nothing is. */
export function troubleOfSource(
	source: unknown,
	{ vocabulary, places }: { readonly vocabulary: Vocabulary; readonly places: ReadonlySet<string> },
): string | undefined {
	if (typeof source !== 'object' || source === null) return 'it must hold fields in braces';
	const fields = source as Readonly<Record<string, unknown>>;
	return troubleOfFields(fields, places) ?? troubleOfFacts(fields, vocabulary);
}

/** What is wrong with a source but for what it states. */
export function troubleOfFields(
	source: { readonly [K in keyof Source]?: unknown },
	places: ReadonlySet<string>,
): string | undefined {
	for (const key of texts) {
		if (typeof source[key] !== 'string' || source[key] === '') return `"${key}" must be a text`;
	}
	for (const key of textsIfAny) {
		if (source[key] !== undefined && typeof source[key] !== 'string') return `"${key}" must be a text`;
	}
	if (!known.has(source.family)) return `"family" must be one of ${families.join(', ')}`;
	if (!places.has(source.place as string)) return `no place has the id "${String(source.place)}"`;
	return undefined;
}

function troubleOfFacts(fields: Readonly<Record<string, unknown>>, vocabulary: Vocabulary): string | undefined {
	const { facts } = fields;
	if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return '"facts" must hold fields in braces';
	for (const fact in facts) {
		const statement = (facts as Readonly<Record<string, unknown>>)[fact];
		const trouble = troubleOfKnown(statement, Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined);
		if (trouble !== undefined) return `"${fact}": ${trouble}`;
	}
	return undefined;
}
