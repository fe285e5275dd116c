import type { Estate, Facts, Known, Place, Source } from '../../source/estate/estate.ts';
import type { FactValue } from '../../source/facts/fact.ts';
import { type AccountKind, accountKinds, type Said } from './account-kinds.ts';
import { type Chance, chanceOf } from './chance.ts';

const regions = ['us-east-1', 'us-east-1', 'eu-central-1', 'ap-southeast-2'];
const owners = ['payments', 'web', 'plant', 'research', 'finance', 'people', 'logistics', 'support'];
const at = '2026-11-24T06:00:00.000Z';
const perAccount = 20_000;

/** Sources of a large company one by one; the same seed and index give the same source, whatever `count` is. */
export function* largeSources(count: number, seed = 1): Generator<Source, undefined> {
	for (let index = 0; index < count; index += 1) yield largeSource(index, seed);
}

/** One of them. */
export const largeSourceAt = (index: number, seed = 1): Source => largeSource(index, seed);

/** The estate of a company with so many sources: accounts of 20,000 in several regions, sites of some hundred sources, a few subscriptions. */
export function largeEstate(count: number, seed = 1): Estate {
	return {
		version: 1,
		scanned: [],
		workload: statements({ 'training.region': 'us-east-1', 'training.account': '100000000000' }, 'declared', 'brief'),
		places: largePlaces(count, seed),
		// In the order in which estate.json holds them.
		sources: [...largeSources(count, seed)].sort((a, b) => (a.id < b.id ? -1 : 1)),
		links: [],
		gaps: [],
	};
}

/** The places of so many sources. */
export function largePlaces(count: number, seed = 1): readonly Place[] {
	const accounts = Array.from({ length: Math.ceil(count / perAccount) }, (_, index) => index);
	const sites = Array.from({ length: Math.ceil(count / perAccount) }, (_, index) => index);
	return [
		...accounts.flatMap((index) =>
			[...new Set(regions)].map(
				(region): Place => ({
					id: `aws:${accountId(index)}:${region}`,
					title: `${accountId(index)} in ${region}`,
					where: 'aws',
					facts: {},
				}),
			),
		),
		...sites.flatMap((index) => [siteOf(index, chanceOf(seed * 31 + index)), edgeOf(index)]),
		{ id: 'subscriptions', title: 'Subscriptions', where: 'saas', facts: {} },
	];
}

function siteOf(index: number, chance: Chance): Place {
	const said = {
		'link.kind': chance.happens(0.8) ? chance.oneOf(['internet', 'vpn', 'direct-connect']) : undefined,
		bandwidth: chance.happens(0.7) ? chance.oneOf([50, 200, 1000, 10_000]) * 1e6 : undefined,
	};
	return {
		id: `site-${index}`,
		title: `Site ${index}`,
		where: 'on-premises',
		facts: statements(said, 'declared', 'sites.yaml'),
	};
}

const edgeOf = (index: number): Place => ({ id: `edge-${index}`, title: `Edge ${index}`, where: 'edge', facts: {} });

const accountId = (index: number): string => String(100_000_000_000 + index * 7_919);

const whole = accountKinds.reduce((sum, { many }) => sum + many, 0);

function kindOf(chance: Chance): AccountKind {
	let left = chance.share() * whole;
	for (const kind of accountKinds) {
		left -= kind.many;
		if (left < 0) return kind;
	}
	return accountKinds[0] as AccountKind;
}

function largeSource(index: number, seed: number): Source {
	const chance = chanceOf(seed * 1_000_003 + index);
	const kind = kindOf(chance);
	const { family, service, where } = kind;
	const name = `${chance.oneOf(owners)}-${family}-${String(index).padStart(7, '0')}`;
	const facts = {
		...statements(kind.says(chance), where === 'aws' ? 'measured' : 'declared', `${service}:List`),
		...statements(toldOf(chance), 'declared', 'tags'),
	};
	const group = Math.floor(index / perAccount);
	if (where !== 'aws') {
		const place = where === 'saas' ? 'subscriptions' : `${where}-${group}`;
		return { id: `${place}/${name}`, kind: kind.kind, family, title: name, place, facts };
	}
	const account = accountId(group);
	const region = chance.oneOf(regions);
	return {
		id: `arn:aws:${service}:${region}:${account}:${name}`,
		kind: kind.kind,
		family,
		title: name,
		place: `aws:${account}:${region}`,
		account,
		region,
		facts,
	};
}

/** What tags and people say of some sources. */
const toldOf = (chance: Chance): Said => ({
	owner: chance.happens(0.6) ? chance.oneOf(owners) : undefined,
	sensitivity: chance.happens(0.35) ? chance.oneOf(['public', 'internal', 'internal', 'personal', 'card']) : undefined,
	use: chance.happens(0.05) ? chance.oneOf(['none', 'exploration', 'features only']) : undefined,
	freshness: chance.happens(0.05) ? chance.oneOf([60, 900, 3600, 86_400]) : undefined,
});

function statements(said: Said, from: Known['from'], evidence: string): Facts {
	const facts: Record<string, Known> = {};
	for (const fact in said) {
		const value: FactValue | undefined = said[fact];
		if (value !== undefined) facts[fact] = { value, from, evidence, at };
	}
	return facts;
}
