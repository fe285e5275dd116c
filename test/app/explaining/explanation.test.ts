import { expect, test } from 'vitest';
import { explanation } from '../../../source/app/explaining/explanation.ts';
import type { Knowledge } from '../../../source/app/session/derive.ts';
import { HeadwaterError } from '../../../source/errors.ts';
import { facts } from '../../../source/facts/index.ts';
import { atMost, no, yes } from '../../../source/rules/constructors.ts';
import { examplePlan } from '../../peers/example-plan.ts';
import { catalog } from '../../plan/story-catalog.ts';

const cited = { source: 'docs/story.md', checked: '2026-11-22', sure: true };
const { capture, disks } = catalog.services;
if (!capture || !disks) throw new Error('The story has lost its services.');

const knowledge: Knowledge = {
	vocabulary: facts,
	catalog: {
		...catalog,
		services: {
			...catalog.services,
			capture: {
				...capture,
				families: ['relational'],
				requires: [
					{ because: 'it reads the change log, which may not be read', that: yes('changes.readable'), ...cited },
					{ because: 'it would load production', that: no('load.allowed'), ...cited },
				],
			},
			disks,
			queries: {
				...capture,
				title: 'Queries',
				families: ['relational'],
				requires: [{ because: 'it reads at most 1 TB', that: atMost('volume', 1e12), ...cited }],
			},
		},
	},
	madeBy: 'headwater 0.1.0',
	hash: '',
};

const faultOf = (source: string): HeadwaterError => {
	try {
		explanation(examplePlan(), source, knowledge);
	} catch (error) {
		if (error instanceof HeadwaterError) return error;
	}
	throw new Error('It was explained.');
};

test('without a source every flow tells all its reasons and rejections, and where they are documented', () => {
	const text = explanation(examplePlan(), undefined, knowledge);
	for (const flow of examplePlan().flows) {
		expect(text).toContain(`\n${flow.title}\n`);
		for (const { service } of flow.rejected) expect(text).toContain(examplePlan().names[service]);
	}
});

test('with the beginning of a title it shows what was read and the verdict on every service that reads such a source', () => {
	const [, verdicts = ''] = explanation(examplePlan(), 'plant', knowledge).split(
		'EVERY SERVICE THAT READS SUCH A SOURCE\n',
	);
	expect(verdicts).toBe(
		[
			'holds    Read in place',
			'unknown  Change capture',
			'    holds    The change log can be read: yes (answered: answers.yaml, 2026-11-20)',
			'    unknown  perhaps: it would load production [docs/story.md]',
			'      unknown  Production may bear the reads: nobody said, no is wanted',
			'fails    Disks by post',
			'    It is closed to new customers since 2025-11-07.',
			'fails    Queries',
			'    fails    it reads at most 1 TB [docs/story.md]',
			'      fails    Volume is at most 1 TB: 2 TB (declared: sources.yaml, 2026-11-20)',
			'',
		].join('\n'),
	);
});

test('an id is taken before a title that begins alike', () => {
	const text = explanation(examplePlan(), 'arn:aws:s3:::shop-clickstream', knowledge);
	expect(text.split('\n')[0]).toBe('Web clickstream (arn:aws:s3:::shop-clickstream)');
});

test('an unknown source names those near it', () => {
	const fault = faultOf('historan');
	expect(fault.code).toBe('unknown-source');
	expect(fault.wayOut).toMatch(/^Near it: plant-leipzig\/historian \(Plant historian\), /);
});

test('a beginning that fits several sources names them', () => {
	expect(faultOf('arn:aws:rds')).toMatchObject({
		code: 'several-sources',
		message: '2 sources of the plan begin with "arn:aws:rds".',
		wayOut:
			'Name one by its id: arn:aws:rds:eu-central-1:111122223333:db:orders (orders), arn:aws:rds:eu-central-1:111122223333:db:returns (returns)',
	});
});
