import { expect, test } from 'vitest';
import { readFacts, turnsWith } from '../../../source/advice/ground/read-facts.ts';
import type { Known, Source } from '../../../source/estate/estate.ts';
import { cloud, river, source } from '../small-estate.ts';

const places = new Map([cloud, river()].map((place) => [place.id, place]));
const known = (value: Known['value'], from: Known['from'] = 'declared'): Known => ({
	value,
	from,
	evidence: 'told',
	at: '',
});
const reading = (said: Readonly<Record<string, Known>>) => readFacts((_, fact) => said[fact], places);
const mill = source('mill', 'relational', 'river', {});
const shop: Source = { ...source('shop', 'object', 'cloud', {}, 'eu-central-1'), account: '111122223333' };

test('where a source stands and what it is follow from its description', () => {
	const read = reading({});
	expect([read(mill, 'where')?.value, read(mill, 'family')?.value]).toEqual(['on-premises', 'relational']);
	expect([read(places.get('cloud'), 'where')?.value, read(undefined, 'family')]).toEqual(['aws', undefined]);
});

test('region and account are the same or not as soon as both are known', () => {
	const read = reading({ 'training.region': known('eu-central-1'), 'training.account': known('999900001111') });
	expect([read(shop, 'region.same')?.value, read(shop, 'account.same')?.value]).toEqual([true, false]);
	expect(read(mill, 'region.same')).toBeUndefined();
	expect(reading({})(shop, 'region.same')).toBeUndefined();
});

test.each([
	['anywhere', undefined, true],
	['eu-central-1', 'eu-central-1', true],
	['eu', 'eu-central-1', true],
	['EU', 'eu-central-1', true],
	['eu', 'us-east-1', false],
	['eu-west-1', 'eu-central-1', false],
	['eu', undefined, undefined],
	['the cellar', 'us-east-1', undefined],
])('data that must stay in %s and is trained on in %s: %s', (stays, trained, met) => {
	const read = reading({ residency: known(stays), ...(trained && { 'training.region': known(trained) }) });
	expect(read(shop, 'residency.met')?.value).toBe(met);
});

test('what a path gives is never read from what people say', () => {
	expect(reading({ 'path.private': known(true) })(mill, 'path.private')).toBeUndefined();
});

test('facts that turn with another are named', () => {
	expect(turnsWith('training.region')).toEqual(['training.region', 'region.same', 'residency.met']);
	expect(turnsWith('scoring')).toEqual(['scoring', 'freshness']);
	expect(turnsWith('volume')).toEqual(['volume']);
});
