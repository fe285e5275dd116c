import { expect, test } from 'vitest';
import { HeadwaterError } from '../../source/errors.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parseAnswers } from '../../source/estate/parse-answers.ts';
import { printAnswers } from '../../source/estate/print-answers.ts';

/** Code, sentence and way out of the refusal of a text. */
function refused(text: string) {
	try {
		parseAnswers(text, 'answers.yaml');
	} catch (error) {
		if (error instanceof HeadwaterError) return [error.code, error.message, error.wayOut];
		throw error;
	}
	return undefined;
}

const written = `version: 1
at: 2026-11-24T09:00:00.000Z
workload:
  scoring: online
  features.freshness: 15 min
  repeatable: yes
  training.account: 012345678901
places:
  plant:
    bandwidth: 200 Mbps
    bandwidth.free: 50 %
sources:
  "arn:aws:rds:*":
    volume: 2 TB
    regime: gdpr, pci
  plant/historian:
    change: 20 GB/day
    freshness: unknown
choices:
  strategy: data-lake
  routes:
    plant/*: dms
`;

test('values are written as people write them', () => {
	const answers = parseAnswers(written, 'answers.yaml');
	expect(answers).toEqual({
		version: 1,
		at: '2026-11-24T09:00:00.000Z',
		workload: {
			scoring: 'online',
			'features.freshness': 900,
			repeatable: true,
			'training.account': '012345678901',
		},
		places: { plant: { bandwidth: 200e6, 'bandwidth.free': 0.5 } },
		sources: {
			'arn:aws:rds:*': { volume: 2e12, regime: ['gdpr', 'pci'] },
			'plant/historian': { change: 20e9 / 86_400, freshness: 'unknown' },
		},
		choices: { strategy: 'data-lake', routes: { 'plant/*': 'dms' } },
	});
	expect(parseAnswers(printAnswers(answers), 'answers.yaml')).toEqual(answers);
});

test('an empty document, one with comments only and the printed empty answers hold no answers', () => {
	for (const text of ['', '# nothing yet\n', printAnswers(noAnswers), '{"version": 1}']) {
		expect(parseAnswers(text, 'answers.yaml')).toEqual(noAnswers);
	}
});

test('a list and an anchor are as good as a text', () => {
	const text =
		'version: 1\nworkload:\n  regime: &both [pci, gdpr]\nsources:\n  ledger:\n    regime: *both\n  log:\n    regime: []\n';
	expect(parseAnswers(text, 'answers.yaml').sources).toEqual({
		ledger: { regime: ['gdpr', 'pci'] },
		log: { regime: [] },
	});
});

test.each([
	[
		'a mistyped fact',
		'version: 1\nworkload:\n  scorin: batch\n',
		['answers-unknown-fact', 'answers.yaml, line 3: there is no fact "scorin".', 'Did you mean "scoring"?'],
	],
	[
		'a fact unlike any other',
		'version: 1\nworkload:\n  colour-of-the-sky: blue\n',
		[
			'answers-unknown-fact',
			'answers.yaml, line 3: there is no fact "colour-of-the-sky".',
			'All facts: headwater schema answers',
		],
	],
	[
		'a mistyped field',
		'version: 1\nsource:\n  a: {}\n',
		['answers-unknown-field', 'answers.yaml, line 2: this document has no field "source".', 'Did you mean "sources"?'],
	],
	[
		'a wrong value',
		'version: 1\nsources:\n  plant/*:\n    volume: much\n',
		[
			'answers-wrong-value',
			'answers.yaml, line 4: Volume: "much" is not a size.',
			'Write a size such as 2 TB or 1.5 TiB, from 0 B to 1000 PB, or unknown.',
		],
	],
	[
		'a value that nobody filled in',
		'version: 1\nworkload:\n  scoring:\n  repeatable: yes\n',
		[
			'answers-wrong-value',
			'answers.yaml, line 3: Scoring: nothing was said.',
			'Write one of: batch, online, or unknown.',
		],
	],
	[
		'a fact that follows from others',
		'version: 1\nworkload:\n  region.same: yes\n',
		[
			'answers-derived-fact',
			'answers.yaml, line 3: "region.same" follows from other facts and is not stated.',
			'Leave it out.',
		],
	],
	[
		'a newer version',
		'version: 3\n',
		[
			'answers-version',
			'answers.yaml, line 1: this file is version 3; this program reads version 1.',
			'It was written for a newer headwater. Update this one.',
		],
	],
	[
		'no version',
		'workload: {}\n',
		['answers-version', 'answers.yaml, line 1: "version" is missing.', 'Begin the file with the line  version: 1'],
	],
	[
		'a list where fields belong',
		'version: 1\nsources: [ledger]\n',
		['answers-shape', 'answers.yaml, line 2: sources: fields are wanted here.', 'Write `name: value`, a line each.'],
	],
	[
		'fields where a value belongs',
		'version: 1\nworkload:\n  scoring:\n    how: batch\n',
		[
			'answers-shape',
			'answers.yaml, line 3: workload.scoring: a value is wanted here, not fields.',
			'Write `name: value` on one line.',
		],
	],
	[
		'a fact said twice',
		'version: 1\nworkload:\n  scoring: batch\n  scoring: online\n',
		[
			'answers-broken',
			'answers.yaml, line 4: this is no valid YAML. Map keys must be unique',
			'Mend the line; indentation is made of blanks, and texts with ": " or "#" stand in quotes.',
		],
	],
	[
		'an empty choice',
		'version: 1\nchoices:\n  routes:\n    ledger:\n',
		[
			'answers-nothing-chosen',
			'answers.yaml, line 4: choices.routes.ledger: nothing is chosen.',
			'Name one, or leave the line out.',
		],
	],
])('%s is refused with its line and the way out', (_, text, wanted) => {
	expect(refused(text)).toEqual(wanted);
});

test('a document that grows by its anchors is refused, not expanded', () => {
	const bomb = [
		'a: &a [x,x,x,x,x,x,x,x,x]',
		...'bcdefghi'.split('').map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(',')}]`),
	];
	expect(refused(`version: 1\nworkload:\n  model.label: *i\n${bomb.join('\n')}`)?.[0]).toMatch(/^answers-/);
});
