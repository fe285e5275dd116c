import { expect, test } from 'vitest';
import type { Fact } from '../../source/facts/fact.ts';
import { derivedKeys, facts } from '../../source/facts/index.ts';

const all = Object.entries<Fact>(facts);

test('what is assumed is a value that could be answered', () => {
	for (const [key, fact] of all) {
		if (fact.assume === undefined) continue;
		switch (fact.type) {
			case 'quantity': {
				const [low, high] = fact.plausible;
				expect(fact.assume, key).toBeGreaterThanOrEqual(low);
				expect(fact.assume, key).toBeLessThanOrEqual(high);
				break;
			}
			case 'choice':
				expect(fact.values, key).toContain(fact.assume);
				break;
			case 'choices':
				for (const value of fact.assume) expect(fact.values, key).toContain(value);
				break;
			case 'yes-no':
				expect(typeof fact.assume, key).toBe('boolean');
				break;
			case 'text':
				expect(fact.assume.trim(), key).not.toBe('');
				break;
			default:
				fact satisfies never;
		}
	}
});

test('a question is a sentence with a question mark, help a sentence with a full stop', () => {
	for (const [key, { question, help }] of all) {
		if (question !== undefined) expect(question, key).toMatch(/^[A-Z].*\?$/);
		if (help !== undefined) expect(help, key).toMatch(/\.$/);
	}
});

test('values can be told apart however they are written, and several at once are few', () => {
	for (const [key, fact] of all) {
		if (!('values' in fact)) continue;
		const small = fact.values.map((value) => value.toLowerCase());
		expect(new Set(small).size, key).toBe(small.length);
		expect(
			small.some((value) => value.includes(',') || value === 'unknown'),
			key,
		).toBe(false);
		if (fact.type === 'choices') expect(small.length, key).toBeLessThanOrEqual(15);
	}
});

test('facts that follow from others are never asked', () => {
	const asked = all.filter(([key, { question }]) => derivedKeys.has(key) && question !== undefined);
	expect(asked).toEqual([]);
});
