import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeadwaterError } from '../../source/errors.ts';
import type { Fact } from '../../source/facts/fact.ts';
import { type FactKey, facts } from '../../source/facts/index.ts';
import { accepted, parseValue, printValue, writeValue } from '../../source/facts/quantity-text.ts';

test.each<[key: FactKey, text: string, value: unknown, printed: string]>([
	['volume', '2 TB', 2e12, '2 TB'],
	['volume', '2tb', 2e12, '2 TB'],
	['volume', '1.5 TiB', 1.5 * 2 ** 40, '1.5 TiB'],
	['volume', '1,234 GB', 1.234e12, '1234 GB'],
	['volume', '0', 0, '0 B'],
	['change', '20 GB/day', 20e9 / 86_400, '20 GB/day'],
	['change', '20 GB a day', 20e9 / 86_400, '20 GB/day'],
	['change', '40 Mbps', 5e6, '5 MB/s'],
	['bandwidth', '200 mbps', 200e6, '200 Mbps'],
	['bandwidth', '25 MB/s', 200e6, '200 Mbps'],
	['bandwidth.free', '0.5', 0.5, '50 %'],
	['freshness', '1 h 30 min', 5400, '90 min'],
	['freshness', '45 days', 45 * 86_400, '45 days'],
	['records', '5000/min', 5000 / 60, '83.3/s'],
	['records', '3 million events/day', 3e6 / 86_400, '34.7/s'],
	['reads.monthly', '5', 5, '5/month'],
	['cost.hour', '120 USD', 120, '$120'],
	['objects', '41.7M', 41.7e6, '41.7 million'],
	['objects', '3 million', 3e6, '3,000,000'],
	['repeatable', 'Yes', true, 'yes'],
	['scoring', 'Online', 'online', 'online'],
	['regime', 'pci; GDPR', ['gdpr', 'pci'], 'gdpr, pci'],
	['regime', 'none', [], 'none'],
	['owner', '  web team ', 'web team', 'web team'],
	['training.region', 'EU-Central-1', 'eu-central-1', 'eu-central-1'],
	['training.region', 'us-gov-west-1', 'us-gov-west-1', 'us-gov-west-1'],
	['training.account', '012345678901', '012345678901', '012345678901'],
])('%s: "%s" is understood and told back', (key, text, value, printed) => {
	const read = parseValue(facts[key], text);
	expect(read).toEqual(value);
	expect(printValue(facts[key], read)).toBe(printed);
});

test.each<[key: FactKey, text: string, message: string, wayOut: string]>([
	[
		'volume',
		'2',
		'Volume: "2" is not a size.',
		'Write a size such as 2 TB or 1.5 TiB, from 0 B to 1000 PB, or unknown.',
	],
	[
		'volume',
		'2 Tb',
		'Volume: "2 Tb" is not a size.',
		'Write a size such as 2 TB or 1.5 TiB, from 0 B to 1000 PB, or unknown.',
	],
	[
		'volume',
		'5 EB',
		'Volume: "5 EB" is outside what is plausible.',
		'Write a size such as 2 TB or 1.5 TiB, from 0 B to 1000 PB, or unknown.',
	],
	[
		'bandwidth.free',
		'50',
		'Share of the line that is free: "50" is outside what is plausible.',
		'Write a share such as 50 % or 0.5, from 1 % to 100 %, or unknown.',
	],
	['repeatable', 'maybe', 'Training must be repeatable: "maybe" is not yes or no.', 'Write yes or no, or unknown.'],
	[
		'regime',
		'pci, sox',
		'Compliance regimes: "pci, sox" is not a list of its values.',
		'Write any of: gdpr, hipaa, pci, soc2, fedramp, glba, ccpa, with commas between, or none, or unknown.',
	],
	[
		'training.region',
		'Frankfurt',
		'Region where models train: "Frankfurt" is not a region such as eu-central-1.',
		'Write a region such as eu-central-1, or unknown.',
	],
	[
		'training.account',
		'prod',
		'Account where models train: "prod" is not the twelve digits of an account.',
		'Write the twelve digits of an account, or unknown.',
	],
	['owner', ' ', 'Owner: nothing was said.', 'Write a text, or unknown.'],
])('%s: "%s" is refused with what would be accepted', (key, text, message, wayOut) => {
	let thrown: unknown;
	try {
		parseValue(facts[key], text);
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(HeadwaterError);
	expect(thrown).toMatchObject({ code: 'wrong-value', message, wayOut });
});

const all = Object.entries<Fact>(facts);
const quantities = all.flatMap(([key, fact]) => (fact.type === 'quantity' ? [[key, fact] as const] : []));

test('"unknown" is understood for every fact', () => {
	for (const [, fact] of all) expect(parseValue(fact, ' Unknown ')).toBe('unknown');
});

test('what is written for a document is read back exactly, whatever the number', () => {
	fc.assert(
		fc.property(fc.constantFrom(...quantities), fc.double({ min: 0, max: 1, noNaN: true }), ([, fact], share) => {
			const [low, high] = fact.plausible;
			const value = low + share * (high - low);
			expect(parseValue(fact, writeValue(fact, value))).toBe(value);
		}),
		{ numRuns: 400 },
	);
});

test('what is printed for people is read back within half a per cent', () => {
	fc.assert(
		fc.property(fc.constantFrom(...quantities), fc.double({ min: 0, max: 1, noNaN: true }), ([, fact], power) => {
			const [low, high] = fact.plausible;
			const least = Math.max(low, high / 1e9);
			const value = least * (high / least) ** power;
			const read = Number(parseValue({ ...fact, plausible: [0, high * 2] }, printValue(fact, value)));
			expect(Math.abs(read - value)).toBeLessThanOrEqual(value * 0.005 + 1e-12);
		}),
		{ numRuns: 400 },
	);
});

test('both ends of what is accepted are accepted as they are told', () => {
	for (const [key, fact] of quantities) {
		const [, low = '', high = ''] = / from (.+) to (.+)$/.exec(accepted(fact)) ?? [];
		expect(() => [parseValue(fact, low), parseValue(fact, high)], key).not.toThrow();
	}
});
