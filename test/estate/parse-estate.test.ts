import { expect, test } from 'vitest';
import { HeadwaterError } from '../../source/errors.ts';
import { emptyEstate } from '../../source/estate/estate.ts';
import { parseEstate } from '../../source/estate/parse-estate.ts';
import { printEstate } from '../../source/estate/print-estate.ts';

const again = 'Make it again with `headwater discover -o FILE`, or mend the file by hand.';

/** Code, sentence and way out of the refusal of a text. */
function refused(text: string) {
	try {
		parseEstate(text, 'estate.json');
	} catch (error) {
		if (error instanceof HeadwaterError) return [error.code, error.message, error.wayOut];
		throw error;
	}
	return undefined;
}

const at = '2026-11-24';
const bandwidth = { value: 200e6, from: 'declared', evidence: 'sources.yaml', at };
const plant = { id: 'plant', title: 'Plant', where: 'on-premises', facts: { bandwidth } };
const historian = {
	id: 'plant/historian',
	kind: 'oracle',
	family: 'relational',
	title: 'H',
	place: 'plant',
	facts: {},
};
const estate = (more: object) =>
	JSON.stringify({ version: 1, places: [plant], sources: [historian], ...more }, null, 1);

test('version and sources are enough; what is left out is empty', () => {
	expect(parseEstate('{"version":1,"sources":[]}', 'estate.json')).toEqual(emptyEstate);
});

test('an empty, a cut-off and a broken file are told apart', () => {
	const whole = printEstate(parseEstate(estate({}), 'estate.json'));
	expect(refused('')).toEqual(['estate-empty', 'The estate file estate.json is empty.', again]);
	for (let length = 1; length < whole.trimEnd().length; length += 1) {
		expect(refused(whole.slice(0, length))).toEqual([
			'estate-cut-off',
			'The estate file estate.json ends in the middle: it was cut off.',
			again,
		]);
	}
	expect(refused('{\n"version": 1,\n"sources": nothing, "links": []}')).toEqual([
		'estate-broken',
		'The estate file estate.json is no valid JSON; the first trouble is in line 3.',
		again,
	]);
});

test('a newer version says that the program is old, not the file', () => {
	expect(refused('{"version":2,"sources":[]}')).toEqual([
		'estate-version',
		'The estate file estate.json is version 2; this program reads version 1.',
		'It was written by a newer headwater. Update this one.',
	]);
});

test.each([
	['a list', '[]', 'estate.json is no estate file: it has no "version".'],
	['no sources', '{"version":1}', 'The estate file estate.json: sources: it is missing.'],
	[
		'a source in no place',
		estate({ sources: [{ ...historian, place: 'plnt' }] }),
		'The estate file estate.json, line 24: sources[0].place: no place has the id "plnt".',
	],
	[
		'two sources of one id',
		estate({ sources: [historian, historian] }),
		'The estate file estate.json, line 20: sources[1]: a second one has the id "plant/historian".',
	],
	[
		'a family that is none',
		estate({ sources: [{ ...historian, family: 'tree' }] }),
		/^The estate file estate\.json, line 20: sources\[0\]\.family: "tree" is not one of object, file, /,
	],
	[
		'a fact of the wrong type',
		estate({ places: [{ ...plant, facts: { bandwidth: { ...bandwidth, value: '200 Mbps' } } }] }),
		'The estate file estate.json, line 5: places[0].facts["bandwidth"]: "200 Mbps" is not a number (of bits-per-second).',
	],
	[
		'a fact out of all reason',
		estate({ places: [{ ...plant, facts: { bandwidth: { ...bandwidth, value: 7 } } }] }),
		'The estate file estate.json, line 5: places[0].facts["bandwidth"]: 7 is not plausible; it should be a bandwidth such as 200 Mbps or 1 Gbps, from 100 kbps to 400 Gbps.',
	],
	[
		'a bare value',
		estate({ workload: { scoring: 'batch' } }),
		'The estate file estate.json, line 29: workload["scoring"]: it must be {"value", "from", "evidence", "at"}.',
	],
	[
		'a cell that counts wrongly',
		estate({ scanned: [{ ...cell(), calls: -1 }] }),
		'The estate file estate.json: scanned[0].calls: it must be a whole number.',
	],
	[
		'a terminal sequence in an id',
		estate({ sources: [{ ...historian, place: '\u001b[31mred' }] }),
		/no place has the id "red"/,
	],
])('%s is refused with its place in the file', (_, text, message) => {
	const found = refused(text)?.[1];
	if (typeof message === 'string') expect(found).toBe(message);
	else expect(found).toMatch(message);
});

function cell() {
	return {
		account: '1',
		region: 'eu-central-1',
		kind: 's3-bucket',
		action: 's3:ListAllMyBuckets',
		state: 'ok',
		calls: 1,
		found: 1,
	};
}

test('a measurement may lie outside what a person would defend, but not below 0', () => {
	const measured = (value: number) =>
		estate({ workload: { 'record.size': { value, from: 'measured', evidence: 'a test', at } } });
	expect(refused(measured(0.2))).toBeUndefined();
	expect(refused(measured(-1))?.[0]).toBe('estate-shape');
});

test('facts and fields that this program does not know survive a round trip', () => {
	const more = { region: 'eu-central-1', colour: 'blue', facts: { 'our.tier': { ...bandwidth, value: 'gold' } } };
	const text = printEstate(parseEstate(estate({ madeBy: 'us', sources: [{ ...historian, ...more }] }), 'estate.json'));
	const read = JSON.parse(text);
	expect(read.madeBy).toBe('us');
	expect(read.sources).toEqual([{ ...historian, ...more }]);
});

test('a mark of the byte order is no fault', () => {
	expect(refused(`\ufeff${estate({})}`)).toBeUndefined();
});
