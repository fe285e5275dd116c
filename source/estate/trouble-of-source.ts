import type { Vocabulary } from '../facts/fact.ts';
import { families } from '../facts/families.ts';
import { troubleOfKnown } from './trouble-of-known.ts';

const texts = ['id', 'kind', 'title', 'place'] as const;
const textsIfAny = ['account', 'region'] as const;

/** What is wrong with a source from a line of a document, as the end of a sentence; undefined if nothing is. */
export function troubleOfSource(
	source: unknown,
	{ vocabulary, places }: { readonly vocabulary: Vocabulary; readonly places: ReadonlySet<string> },
): string | undefined {
	if (typeof source !== 'object' || source === null) return 'it must hold fields in braces';
	const fields = source as Readonly<Record<string, unknown>>;
	for (const key of texts) {
		if (typeof fields[key] !== 'string' || fields[key] === '') return `"${key}" must be a text`;
	}
	for (const key of textsIfAny) {
		if (fields[key] !== undefined && typeof fields[key] !== 'string') return `"${key}" must be a text`;
	}
	if (!families.some((family) => family === fields.family)) return `"family" must be one of ${families.join(', ')}`;
	if (!places.has(fields.place as string)) return `no place has the id "${String(fields.place)}"`;
	const { facts } = fields;
	if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return '"facts" must hold fields in braces';
	for (const fact in facts) {
		const known = (facts as Readonly<Record<string, unknown>>)[fact];
		const trouble = troubleOfKnown(known, Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined);
		if (trouble !== undefined) return `"${fact}": ${trouble}`;
	}
	return undefined;
}
