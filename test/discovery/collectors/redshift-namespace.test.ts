import { expect, test } from 'vitest';
import { redshiftNamespace } from '../../../source/discovery/collectors/redshift-namespace.ts';
import { collect, daysAgo, metrics, valuesOf } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const id = 'arn:aws:redshift-serverless:eu-central-1:123456789012:namespace/n-1';
const finance = {
	namespaceArn: id,
	namespaceName: 'finance',
	adminUsername: 'canary',
	kmsKeyId: 'AWS_OWNED_KMS_KEY',
};
const listing = { ListNamespaces: { namespaces: [finance] }, GetMetricData: { MetricDataResults: [] } };

test('a namespace is a warehouse, open when one of its workgroups is', async () => {
	const { sources, gaps } = await collect(redshiftNamespace, {
		...listing,
		ListWorkgroups: {
			workgroups: [
				{ namespaceName: 'finance', publiclyAccessible: false },
				{ namespaceName: 'finance', publiclyAccessible: true },
				{ namespaceName: 'gone', publiclyAccessible: true },
			],
		},
		GetMetricData: metrics({ 'DataStorage finance': [[daysAgo(1), 2000]] }),
	});
	expect(gaps).toEqual([]);
	expect(valuesOf(sources[0]?.facts)).toEqual({
		format: 'rows',
		structure: 'structured',
		protocol: 'jdbc',
		engine: 'redshift',
		managed: 'other',
		encrypted: true,
		key: 'service',
		public: true,
		volume: 2e9,
	});
	expect(JSON.stringify(sources)).not.toContain('canary');
});

test('without a workgroup nobody reaches it; without the right to look it stays open', async () => {
	const alone = await collect(redshiftNamespace, { ...listing, ListWorkgroups: { workgroups: [] } });
	expect(alone.sources[0]?.facts.public?.value).toBe(false);
	const untold = await collect(redshiftNamespace, {
		...listing,
		ListWorkgroups: denied('redshift-serverless:ListWorkgroups'),
	});
	expect(untold.sources[0]?.facts.public).toBeUndefined();
	expect(untold.gaps.map(({ about, fact }) => [about, fact])).toEqual([[id, 'public']]);
});
