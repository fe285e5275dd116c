import { expect, test } from 'vitest';
import { answersSchema, estateSchema } from '../../source/estate/schema.ts';
import { derivedKeys, facts } from '../../source/facts/index.ts';

const stated = Object.keys(facts).filter((key) => !derivedKeys.has(key));

interface Shown {
	readonly required: readonly string[];
	readonly properties: Readonly<Record<string, object>>;
	readonly $defs: Readonly<Record<string, { readonly properties: Readonly<Record<string, object>> }>>;
}

test('the schema of the estate names every part of it and every fact that can be stated', () => {
	const schema = estateSchema(facts) as unknown as Shown;
	expect(schema.required).toEqual(['version', 'sources']);
	expect(Object.keys(schema.properties)).toEqual([
		'version',
		'scanned',
		'workload',
		'places',
		'sources',
		'links',
		'gaps',
	]);
	expect(Object.keys(schema.$defs.facts?.properties ?? {})).toEqual(stated);
	expect(schema.$defs.facts?.properties.volume).toMatchObject({
		title: 'Volume',
		allOf: [{ properties: { value: { type: 'number', minimum: 0, $comment: 'bytes' } } }],
	});
});

test('the schema of answers tells how each value is written, and what is assumed', () => {
	const schema = answersSchema(facts) as unknown as Shown;
	expect(Object.keys(schema.properties)).toEqual(['version', 'at', 'workload', 'places', 'sources', 'choices', 'told']);
	const said = schema.$defs.answers?.properties ?? {};
	expect(Object.keys(said)).toEqual(stated);
	expect(said.freshness).toEqual({
		title: 'Age the data may have',
		description:
			'How old may this data be where models train? Shorter than 15 minutes calls for a stream; a day or more lets a nightly batch do. Write a time such as 15 min, 12 h or 45 days, from 1 s to 1 year, or unknown.',
		default: '1 day',
		type: ['string', 'number'],
	});
	expect(said.scoring).toMatchObject({ enum: ['batch', 'online', 'unknown'], default: 'batch' });
});
