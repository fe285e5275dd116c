import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { withPacks } from '../../../source/app/knowledge/packs.ts';
import { derive, type Knowledge, ownKnowledge } from '../../../source/app/session/derive.ts';
import { readDeclared } from '../../../source/discovery/importers/declared.ts';
import { HeadwaterError } from '../../../source/errors.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import { parseAnswers } from '../../../source/estate/parse-answers.ts';

const today = '2026-11-22';
const acme = readFileSync(fileURLToPath(new URL('../../../docs/acme.pack.yaml', import.meta.url)), 'utf8');
const own = await ownKnowledge('test');
const withAcme = (): Knowledge => withPacks(own, [{ file: 'acme.yaml', text: acme }], today);

/** The plan of a depot with 60 TB behind a thin line. */
function planOf(knowledge: Knowledge, depot?: string, facts: Readonly<Record<string, string>> = {}) {
	const declared = stringify({
		version: 1,
		workload: { 'training.region': 'us-east-1' },
		places: [{ id: 'depot', title: 'Depot', where: 'on-premises', facts: { bandwidth: '100 Mbps' } }],
		sources: [
			{
				id: 'scans',
				title: 'Scans',
				family: 'file',
				kind: 'nas',
				place: 'depot',
				facts: { volume: '60 TB', change: '0', protocol: 'nfs', deadline: '20 days', ...facts },
			},
		],
	});
	const estate = readDeclared(declared, 'depot.yaml', knowledge.vocabulary, `${today}T00:00:00.000Z`);
	const answers =
		depot === undefined
			? noAnswers
			: parseAnswers(`version: 1\nplaces:\n  depot:\n    acme.depot: ${depot}\n`, 'answers.yaml', knowledge.vocabulary);
	return derive({ estate, answers }, knowledge, today);
}

const faultOf = (text: string): string => {
	try {
		withPacks(own, [{ file: 'acme.yaml', text }], today);
		return 'nothing';
	} catch (fault) {
		if (!(fault instanceof HeadwaterError)) throw fault;
		return `${fault.message} ${fault.wayOut}`;
	}
};

describe("an organisation's file", () => {
	test('adds a service that is judged, priced and explained like ours', () => {
		const { plan } = planOf(withAcme(), 'yes');
		const [flow] = plan.flows;
		expect(flow?.services).toEqual(['acme-van']);
		expect(flow?.estimate.once).toBe(180);
		expect(flow?.cautions).toContain('Disks of 60 TB are needed, encrypted before they leave the depot.');
		expect(plan.names['acme-van']).toBe('Acme disk van');
		expect(plan.steps.map(({ says }) => says).join(' ')).toMatch(/Book the van with the depot/);
	});

	test('says why a service of its own does not fit', () => {
		const { plan } = planOf(withAcme(), 'no');
		expect(plan.flows[0]?.services).not.toContain('acme-van');
		expect(plan.flows[0]?.rejected).toContainEqual({
			service: 'acme-van',
			reason: 'The van fetches disks from depots only.',
			source: 'wiki.acme.example/data/transport',
		});
	});

	test('has its questions asked when they would change the plan', () => {
		const { questions } = planOf(withAcme());
		expect(questions.find(({ fact }) => fact === 'acme.depot')?.asks).toBe('Is there an Acme depot at this place?');
	});

	test('has its controls judged', () => {
		const found = planOf(withAcme(), 'yes', { 'acme.class': 'red' }).plan.findings;
		expect(found.find(({ control }) => control === 'acme-red')?.severity).toBe('high');
	});

	test('rules a service of ours out, with its reason', () => {
		const { plan } = planOf(withAcme(), 'yes', {});
		expect(plan.flows.flatMap(({ services }) => services)).not.toContain('data-firehose');
		expect(withAcme().catalog.services['data-firehose']?.requires[0]?.because).toMatch(/has not approved/);
	});

	test('changes what the plan says it was made from', () => {
		expect(planOf(withAcme()).plan.madeFrom.catalog).not.toBe(planOf(own).plan.madeFrom.catalog);
	});
});

describe('what is wrong with an organisation file is said with its line, its place and the way out', () => {
	test.each<readonly [string, string, string, RegExp]>([
		[
			'a fact that nobody knows',
			'fact: acme.depot, is: yes',
			'fact: acme.depto, is: yes',
			/line 3\d: services\.acme-van\.requires\.1\.that\.fact: there is no fact "acme\.depto"\./,
		],
		[
			'a formula that nobody knows',
			'formula: diskTripTime',
			'formula: diskTripTimes',
			/there is no formula "diskTripTimes"\. Formulas are lineBandwidth, /,
		],
		['an amount in another unit', 'atMost: 80 TB', 'atMost: 80 Mbps', /"80 Mbps" is no amount of "volume"\./],
		['a price that no book holds', 'price: s3.standard', 'price: s3.standart', /no price book holds "s3\.standart"\./],
		['a missing field', '    slot: mover\n', '', /services\.acme-van: "slot" is missing\./],
		['a field of no record', 'slot: mover', 'slott: mover', /there is no field "slott"\. Fields are title, /],
		['a name of ours', '  acme-van:\n', '  datasync:\n', /"datasync" is taken by a record of ours\./],
		[
			'a service that is not there',
			'  data-firehose: the',
			'  data-firehoose: the',
			/there is no service "data-firehoose"\./,
		],
		['a strategy that is not there', 'serves: [data-lake]', 'serves: [data-pond]', /there is no record "data-pond"\./],
		[
			'an example that does not come true',
			'hours: 42.3',
			'hours: 4',
			/an example does not come true: acme-van, example 1: hours comes to 42\.3/,
		],
		['no date', 'checked: 2026-11-20', 'checked: lately', /checked: "lately" is no date\./],
		['another version', 'version: 1', 'version: 2', /this program reads version 1\./],
		['broken YAML', 'title: Acme Logistics', 'title: [Acme', /this is no valid YAML/],
	])('%s', (_what, before, after, says) => {
		expect(acme).toContain(before);
		expect(faultOf(acme.replace(before, after))).toMatch(says);
	});
});
