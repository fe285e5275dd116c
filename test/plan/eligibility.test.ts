import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import { catalog } from '../../source/catalog/index.ts';
import type { Source } from '../../source/estate/estate.ts';
import { days, terabytes } from '../../source/facts/units.ts';
import { compose } from '../../source/plan/compose.ts';
import type { Finding } from '../../source/plan/plan.ts';
import { formulas } from '../../source/rules/formulas.ts';
import { cloud, given, source } from '../advice/small-estate.ts';

const files = (regime?: readonly string[]): Source =>
	source('scans', 'object', 'cloud', {
		volume: terabytes(1),
		change: 0,
		protocol: 's3',
		deadline: days(30),
		...(regime && { regime }),
	});
const table = source('visits', 'key-value', 'cloud', {
	engine: 'dynamodb',
	volume: terabytes(2),
	change: 1e5,
	pitr: true,
	freshness: 3600,
	key: 'service',
	regime: ['hipaa'],
});

function toConfirm(...sources: readonly Source[]): readonly Finding[] {
	const one = given(sources, { places: [cloud], catalog, formulas });
	const made = { asOf: one.today, madeBy: 'test', hashes: {}, questions: [] };
	const plan = compose({ ...one, ...made, advice: advise(one) });
	return plan.findings.filter(({ control }) => control === 'eligible-services');
}

test('each service that carries data under a regime is to be confirmed, on an old list or on none', () => {
	const [first, second, ...more] = toConfirm(files(['pci', 'hipaa']), table);
	expect(more).toEqual([]);
	expect(first).toMatchObject({
		id: 'eligible-services-hipaa',
		severity: 'high',
		title: expect.stringMatching(/^Eligible services: \d to confirm for HIPAA$/),
		says: expect.stringMatching(/^No list that was read names AWS Glue zero-ETL\. The list of 2022-07-15 named /),
	});
	expect(first?.about).toHaveLength(2);
	expect(second).toMatchObject({ id: 'eligible-services-pci', about: [expect.stringContaining('scans')] });
	expect(second?.says).not.toContain('zero-ETL');
});

test('without a regime that has a list nothing is to be confirmed', () => {
	expect(toConfirm(files(), source('more', 'object', 'cloud', { volume: 1e9, regime: ['gdpr'] }))).toEqual([]);
});
