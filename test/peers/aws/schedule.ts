import { declaredCalls } from '../../../source/discovery/policy.ts';
import { chance, oneOf } from './chance.ts';
import { faults, type Rule } from './faults.ts';
import type { Seeded } from './seeded.ts';

/** A small account and what goes wrong while it is read, both by chance and the same for the same seed. */
export interface Schedule {
	readonly seeded: Seeded;
	readonly rules: readonly Rule[];
}

const regions = ['eu-central-1', 'us-east-1'] as const;
const services = [...new Set(declaredCalls.map(({ service }) => service))].filter((service) => service !== 'sts');

export function scheduleOf(seed: number): Schedule {
	const random = chance(seed);
	const counts = new Map<string, number>();
	const seeded: Seeded = {
		account: '123456789012',
		regions,
		page: 1 + Math.floor(random() * 3),
		count(listing, region) {
			const key = `${listing} ${region}`;
			const known = counts.get(key) ?? Math.floor(chance(seed + textSeed(key))() * 5);
			counts.set(key, known);
			return known;
		},
	};
	const rules = Array.from({ length: 1 + Math.floor(random() * 8) }, () => ruleBy(random));
	return { seeded, rules };
}

const textSeed = (text: string): number => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7);

/** Most faults strike an operation, some a service, a few everything in a region. */
function ruleBy(random: () => number): Rule {
	const fault = oneOf(faults, random);
	const region = random() < 0.7 ? { region: oneOf(regions, random) } : {};
	const extent = random();
	const { service, operation } = oneOf(declaredCalls.slice(1), random);
	const where =
		extent < 0.06
			? region
			: extent < 0.4
				? { ...region, service: oneOf(services, random) }
				: { ...region, service, operation };
	return { fault, ...where, from: Math.floor(random() * 4), times: oneOf([1, 2, 4, 1e9], random) };
}
