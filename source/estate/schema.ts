import type { Fact, Vocabulary } from '../facts/fact.ts';
import { families, wheres } from '../facts/families.ts';
import { derivedKeys } from '../facts/index.ts';
import { accepted, unknownText, writeValue } from '../facts/quantity-text.ts';
import { cellStates } from './estate.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const draft = 'https://json-schema.org/draft/2020-12/schema';
const text = { type: 'string' } as const;
const id = { type: 'string', minLength: 1 } as const;
const count = { type: 'integer', minimum: 0 } as const;
const fields = (properties: JsonSchema, optional: readonly string[] = []): JsonSchema => ({
	type: 'object',
	properties,
	required: Object.keys(properties).filter((key) => !optional.includes(key)),
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** The shape of estate.json: every fact of the vocabulary with its type, and where a statement comes from. */
export function estateSchema(vocabulary: Vocabulary): JsonSchema {
	const facts = { $ref: '#/$defs/facts' };
	return {
		$schema: draft,
		title: 'headwater estate',
		description:
			'What was found. A fact holds for the nearest of source, place and workload; an absent one is unknown.',
		...fields(
			{
				version: { const: 1 },
				scanned: list(
					fields(
						{
							account: text,
							region: text,
							kind: text,
							action: { ...text, description: 'The API action that decided the state, as IAM spells it.' },
							state: { enum: cellStates },
							layer: { ...text, description: 'Which policy denied it, as AWS calls it.' },
							calls: count,
							found: count,
						},
						['layer'],
					),
				),
				workload: facts,
				places: list(fields({ id, title: text, where: { enum: wheres }, facts })),
				sources: list(
					fields(
						{
							id: { ...id, description: 'An ARN, or place/name for what has none.' },
							kind: text,
							family: { enum: families },
							title: text,
							place: { ...text, description: 'Id of a place.' },
							account: text,
							region: text,
							facts,
						},
						['account', 'region'],
					),
				),
				links: list(
					fields(
						{
							from: text,
							to: text,
							by: text,
							age: {
								...known(count),
								description: 'Seconds since the copy last agreed with its source, when it was read.',
							},
						},
						['age'],
					),
				),
				gaps: list(fields({ about: text, fact: text, action: text, why: text, cure: text }, ['fact', 'action'])),
			},
			['scanned', 'workload', 'places', 'links', 'gaps'],
		),
		$defs: {
			facts: {
				type: 'object',
				properties: eachStated(vocabulary, (fact) => ({ ...told(fact), allOf: [known(held(fact))] })),
				additionalProperties: known(true),
			},
		},
	};
}

const known = (value: JsonSchema | true): JsonSchema =>
	fields(
		{
			value,
			from: { enum: ['measured', 'declared', 'answered', 'assumed'] },
			evidence: text,
			at: { ...text, description: 'ISO date or date-time, UTC.' },
			between: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
		},
		['between'],
	);

/** The shape of answers.yaml: values as people write them. */
export function answersSchema(vocabulary: Vocabulary): JsonSchema {
	const answers = { $ref: '#/$defs/answers' };
	const byId = { type: 'object', additionalProperties: answers };
	return {
		$schema: draft,
		title: 'headwater answers',
		description:
			'What people said and chose. Keys of sources and routes are ids or patterns: * any run, ? one character.',
		...fields(
			{
				version: { const: 1 },
				at: text,
				workload: answers,
				places: byId,
				sources: byId,
				choices: {
					...fields({ strategy: text, routes: { type: 'object', additionalProperties: text } }, ['strategy', 'routes']),
					additionalProperties: false,
				},
				told: {
					description: 'Who gave which of the answers, and on which day.',
					...list({
						...fields({ by: id, at: id, workload: answers, places: byId, sources: byId }, [
							'workload',
							'places',
							'sources',
						]),
						additionalProperties: false,
					}),
				},
			},
			['at', 'workload', 'places', 'sources', 'choices', 'told'],
		),
		additionalProperties: false,
		$defs: {
			answers: { type: 'object', properties: eachStated(vocabulary, said), additionalProperties: false },
		},
	};
}

const eachStated = (vocabulary: Vocabulary, schemaOf: (fact: Fact) => JsonSchema): JsonSchema =>
	Object.fromEntries(
		Object.entries(vocabulary)
			.filter(([key]) => !derivedKeys.has(key))
			.map(([key, fact]) => [key, schemaOf(fact)]),
	);

const told = (fact: Fact): JsonSchema => ({
	title: fact.title,
	...(fact.help || fact.question ? { description: [fact.question, fact.help].filter(Boolean).join(' ') } : {}),
});

/** A value as the estate holds it, in the unit of the vocabulary. */
function held(fact: Fact): JsonSchema {
	switch (fact.type) {
		case 'quantity':
			return { type: 'number', minimum: 0, $comment: fact.unit };
		case 'yes-no':
			return { type: 'boolean' };
		case 'choice':
			return { enum: fact.values };
		case 'choices':
			return { type: 'array', items: { enum: fact.values } };
		case 'text':
			return text;
		default:
			return fact satisfies never;
	}
}

/** A value as a person writes it. */
function said(fact: Fact): JsonSchema {
	const about = told(fact);
	const hint = `${about.description === undefined ? '' : `${about.description} `}Write ${accepted(fact)}, or ${unknownText}.`;
	const assumed = fact.assume === undefined ? {} : { default: writeValue(fact, fact.assume) };
	return { ...about, description: hint, ...assumed, ...forms(fact) };
}

function forms(fact: Fact): JsonSchema {
	switch (fact.type) {
		case 'quantity':
			return { type: ['string', 'number'] };
		case 'yes-no':
			return { enum: ['yes', 'no', unknownText, true, false] };
		case 'choice':
			return { enum: [...fact.values, unknownText] };
		case 'choices':
			return { anyOf: [text, list({ enum: fact.values })] };
		case 'text':
			return { type: ['string', 'number'] };
		default:
			return fact satisfies never;
	}
}
