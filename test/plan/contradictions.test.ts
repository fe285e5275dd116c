import { expect, test } from 'vitest';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { type Estate, emptyEstate } from '../../source/estate/estate.ts';

const knowledge = await ownKnowledge('test');
const measured = (value: number | boolean) => ({
	value,
	from: 'measured' as const,
	evidence: 'cloudwatch',
	at: '2026-11-22',
});
const estate: Estate = {
	...emptyEstate,
	places: [{ id: 'account', title: 'Account', where: 'aws', facts: {} }],
	sources: [
		{
			id: 'orders',
			title: 'Orders',
			kind: 's3-bucket',
			family: 'object',
			place: 'account',
			region: 'us-east-1',
			facts: { volume: measured(2e12), versioned: measured(true) },
		},
	],
};
const findingsWhen = (said: Readonly<Record<string, number | boolean>>, by = 'orders') =>
	derive({ estate, answers: { ...noAnswers, sources: { [by]: said } } }, knowledge, '2026-11-22').plan.findings.filter(
		({ control }) => control === 'contradiction',
	);

test('an answer that a measurement speaks against is a finding, and the plan goes by the answer', () => {
	const [found] = findingsWhen({ volume: 5e12 }, 'ord*');
	expect(found?.says).toBe('Volume of Orders is 2 TB by measurement (cloudwatch) and 5 TB by answer.');
	expect(found?.about).toEqual(['orders']);
	expect(findingsWhen({ volume: 5e12, versioned: false })[0]?.title).toBe('2 answers differ from what was measured');
});

test('an amount within a quarter of what was measured, and the same answer, are none', () => {
	expect(findingsWhen({ volume: 2.4e12, versioned: true })).toEqual([]);
	expect(findingsWhen({})).toEqual([]);
});
