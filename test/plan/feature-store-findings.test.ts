import { expect, test } from 'vitest';
import type { Known, Source } from '../../source/estate/estate.ts';
import { featureStoreFindings } from '../../source/plan/feature-store-findings.ts';
import type { Materials } from '../../source/plan/materials.ts';

const source = (id: string): Source => ({ id, title: id, kind: 'folder', family: 'file', place: 'plant', facts: {} });

/** What a plan is composed of, as far as this rule looks: facts of the workload and of sources. */
function materials(
	workload: Readonly<Record<string, unknown>>,
	said: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
	from: Known['from'] = 'measured',
) {
	const known = (about: { readonly id: string } | undefined, fact: string) => {
		const value = about === undefined ? workload[fact] : said[about.id]?.[fact];
		return value === undefined ? undefined : ({ value, from, evidence: '', at: '' } as Known);
	};
	const sources = new Map(Object.keys(said).map((id) => [id, source(id)]));
	return { sources, known, title: (id: string) => id } as unknown as Materials;
}
const online = { scoring: 'online' };

test('where scoring is online, a source without key or event time is told as not fit for the online store', () => {
	const [finding, ...others] = featureStoreFindings(
		materials(online, {
			orders: { 'keys.known': true, 'event.time': true },
			logs: { 'keys.known': false, 'event.time': true },
			plant: { 'keys.known': false, 'event.time': false },
		}),
	);
	expect(others).toEqual([]);
	expect(finding).toMatchObject({ id: 'feature-store', about: ['logs', 'plant'] });
	expect(finding?.says).toContain(
		'no key tells the records of logs, plant apart, and plant carries no time of the event.',
	);
});

test('nothing is told where models score in batches, and of what nobody measured or said', () => {
	const lacking = { logs: { 'keys.known': false } };
	expect(featureStoreFindings(materials({ scoring: 'batch' }, lacking))).toEqual([]);
	expect(featureStoreFindings(materials(online, lacking, 'assumed'))).toEqual([]);
	expect(featureStoreFindings(materials(online, { logs: {} }))).toEqual([]);
});
