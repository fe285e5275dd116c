import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../source/facts/fact.ts';
import { terabytes } from '../../source/facts/units.ts';
import { all, any, atLeast, atMost, is, known, no, not, yes } from '../../source/rules/constructors.ts';
import { judge } from '../../source/rules/verdict.ts';

const reading =
	(values: Record<string, FactValue>) =>
	(fact: string): { value: FactValue } | undefined => {
		const value = values[fact];
		return value === undefined ? undefined : { value };
	};

describe('judge', () => {
	test('an unread fact is unknown and named as missing', () => {
		const verdict = judge(is('protocol', 'nfs'), reading({}));
		expect(verdict.outcome).toBe('unknown');
		expect(verdict.missing).toEqual(['protocol']);
	});

	test('all fails as soon as one part fails, whatever is unknown', () => {
		const verdict = judge(all(yes('replica'), atMost('volume', terabytes(50))), reading({ volume: terabytes(60) }));
		expect(verdict.outcome).toBe('fails');
		expect(verdict.missing).toEqual([]);
		expect(verdict.parts?.map((part) => part.outcome)).toEqual(['unknown', 'fails']);
	});

	test('any holds as soon as one part holds', () => {
		expect(judge(any(yes('replica'), no('pitr')), reading({ pitr: false })).outcome).toBe('holds');
		expect(judge(any(yes('replica'), no('pitr')), reading({ pitr: true })).outcome).toBe('unknown');
	});

	test('not keeps the unknown unknown', () => {
		expect(judge(not(yes('replica')), reading({})).outcome).toBe('unknown');
		expect(judge(not(yes('replica')), reading({ replica: true })).outcome).toBe('fails');
	});

	test('known is never unknown', () => {
		expect(judge(known('volume'), reading({})).outcome).toBe('fails');
		expect(judge(known('volume'), reading({ volume: 0 })).outcome).toBe('holds');
	});

	test('a bound may be another fact, and is missing when that is unknown', () => {
		const condition = atMost('replay', { fact: 'retention' });
		expect(judge(condition, reading({ replay: 3600 })).missing).toEqual(['retention']);
		expect(judge(condition, reading({ replay: 3600, retention: 86_400 })).outcome).toBe('holds');
		expect(judge(atLeast('replay', { fact: 'retention' }), reading({ replay: 1, retention: 2 })).outcome).toBe('fails');
	});

	test('a fact with several values holds when any of them is named; the empty list matches none', () => {
		expect(judge(is('regime', 'hipaa', 'pci'), reading({ regime: ['gdpr', 'pci'] })).outcome).toBe('holds');
		expect(judge(is('regime', 'hipaa'), reading({ regime: [] })).outcome).toBe('fails');
		expect(judge({ fact: 'regime', is: ['none'] }, reading({ regime: [] })).outcome).toBe('holds');
	});

	test('an empty all holds and an empty any fails', () => {
		expect(judge(all(), reading({})).outcome).toBe('holds');
		expect(judge(any(), reading({})).outcome).toBe('fails');
	});
});
