import { expect, test } from 'vitest';
import { readDeclared } from '../../../source/discovery/importers/declared.ts';
import { HeadwaterError } from '../../../source/errors.ts';
import { emptyEstate } from '../../../source/estate/estate.ts';
import { parseEstate } from '../../../source/estate/parse-estate.ts';
import { printEstate } from '../../../source/estate/print-estate.ts';
import { facts } from '../../../source/facts/index.ts';

const at = '2026-11-24T00:00:00.000Z';
const read = (text: string) => readDeclared(text, 'plant.yaml', facts, at);
const declared = (value: number | string | boolean | readonly string[]) => ({
	value,
	from: 'declared',
	evidence: 'plant.yaml',
	at,
});

const plant = `version: 1
workload:
  training.region: eu-central-1
places:
  - id: plant
    title: Plant Leipzig
    where: on-premises
    facts: { bandwidth: 200 Mbps, bandwidth.free: 50 % }
sources:
  - id: plant/historian
    kind: oracle
    family: relational
    title: Plant historian
    place: plant
    volume: 400 GB
    change: 5 GB/day
    facts:
      engine: oracle
      regime: none
      load.allowed: unknown
  - id: telemetry
    family: stream
    place: aws:123456789012:eu-central-1
    consumers: 3
`;

test('a file declares places and sources in the spelling of people', () => {
	expect(read(plant)).toEqual({
		...emptyEstate,
		workload: { 'training.region': declared('eu-central-1') },
		places: [
			{
				id: 'plant',
				title: 'Plant Leipzig',
				where: 'on-premises',
				facts: { bandwidth: declared(200e6), 'bandwidth.free': declared(0.5) },
			},
			{ id: 'aws:123456789012:eu-central-1', title: 'eu-central-1 of 123456789012', where: 'aws', facts: {} },
		],
		sources: [
			{
				id: 'plant/historian',
				kind: 'oracle',
				family: 'relational',
				title: 'Plant historian',
				place: 'plant',
				facts: {
					volume: declared(400e9),
					change: declared(5e9 / 86_400),
					engine: declared('oracle'),
					regime: declared([]),
				},
			},
			{
				id: 'telemetry',
				kind: 'stream',
				family: 'stream',
				title: 'telemetry',
				place: 'aws:123456789012:eu-central-1',
				account: '123456789012',
				region: 'eu-central-1',
				facts: { consumers: declared(3) },
			},
		],
	});
});

test('JSON says the same as YAML, and the estate is one that can be printed and read', () => {
	const json = JSON.stringify({
		version: 1,
		places: [{ id: 'crm', where: 'saas' }],
		sources: [{ id: 'crm/accounts', family: 'saas', place: 'crm', facts: { volume: '20 GB', saas: 'salesforce' } }],
	});
	const estate = read(json);
	expect(estate.sources[0]?.facts).toEqual({ volume: declared(20e9), saas: declared('salesforce') });
	expect(parseEstate(printEstate(estate), 'estate.json')).toEqual(estate);
});

const start = 'version: 1\nplaces:\n  - { id: plant, where: on-premises }\nsources:\n';

test.each([
	[
		'no version',
		'sources: []',
		['declared-version', 'plant.yaml, line 1: "version" is missing.', 'Begin the file with  version: 1'],
	],
	[
		'an empty file',
		'',
		['declared-version', 'plant.yaml, line 1: "version" is missing.', 'Begin the file with  version: 1'],
	],
	[
		'a newer version',
		'version: 2',
		[
			'declared-version',
			'plant.yaml, line 1: this file is version 2; this program reads version 1.',
			'It was written for a newer headwater. Update this one.',
		],
	],
	[
		'a place that is mistyped',
		`${start}  - { id: a, family: file, place: plnat }`,
		[
			'declared-unknown-place',
			'plant.yaml, line 5: sources[1].place: no place has the id "plnat".',
			'Did you mean "plant"?',
		],
	],
	[
		'a source without a family',
		`${start}  - id: a\n    place: plant`,
		['declared-missing', 'plant.yaml, line 5: sources[1]: "family" is missing.', 'Add a line  family: …'],
	],
	[
		'a fact that is mistyped',
		`${start}  - id: a\n    family: file\n    place: plant\n    volme: 3 TB`,
		['declared-unknown-field', 'plant.yaml, line 8: sources[1] has no field "volme".', 'Did you mean "volume"?'],
	],
	[
		'a size that is none',
		`${start}  - id: a\n    family: file\n    place: plant\n    facts:\n      volume: big`,
		[
			'declared-wrong-value',
			'plant.yaml, line 9: Volume: "big" is not a size.',
			'Write a size such as 2 TB or 1.5 TiB, from 0 B to 1000 PB, or unknown.',
		],
	],
	[
		'two sources of one id',
		`${start}  - { id: a, family: file, place: plant }\n  - { id: a, family: file, place: plant }`,
		['declared-same-id', 'plant.yaml, line 6: sources[2]: a second one has the id "a".', 'Give it an id of its own.'],
	],
	[
		'a place that stands nowhere',
		'version: 1\nplaces:\n  - id: plant\n    where: moon',
		[
			'declared-wrong-value',
			'plant.yaml, line 4: places[1].where: there is no "moon".',
			'Write one of: aws, on-premises, other-cloud, saas, edge',
		],
	],
	[
		'broken YAML',
		'version: 1\nsources: [',
		['declared-broken', expect.stringContaining('plant.yaml, line 2: this is no valid YAML. '), expect.any(String)],
	],
])('%s is refused with its line and the way out', (_, text, wanted) => {
	let found: unknown;
	try {
		read(text);
	} catch (error) {
		if (!(error instanceof HeadwaterError)) throw error;
		found = [error.code, error.message, error.wayOut];
	}
	expect(found).toEqual(wanted);
});

test('a file tells what brings one source to another, either of which discovery may find', () => {
	const links = (text: string) => read(`${plant}links:\n${text}`).links;
	const bucket = 'arn:aws:s3:::lake';
	expect(
		links(`  - { from: telemetry, to: '${bucket}', by: nightly export }\n  - { from: '${bucket}', to: telemetry }`),
	).toEqual([
		{ from: 'telemetry', to: bucket, by: 'nightly export' },
		{ from: bucket, to: 'telemetry', by: 'somebody' },
	]);
	expect(() => links('  - { from: telemetri, to: telemetry }')).toThrow(
		'links[1].from: no source has the id "telemetri"',
	);
	expect(() => links('  - { from: telemetry }')).toThrow('"to" is missing');
});
