import { expect, test } from 'vitest';
import { glueIntegration } from '../../../source/discovery/collectors/glue-integration.ts';
import { rdsIntegration } from '../../../source/discovery/collectors/rds-integration.ts';
import { redshiftIntegration } from '../../../source/discovery/collectors/redshift-integration.ts';
import { collect } from '../../peers/reading.ts';

const integration = (name: string, Status: string) => ({
	IntegrationArn: `arn:${name}`,
	SourceArn: `arn:from-${name}`,
	TargetArn: 'arn:warehouse',
	Status,
});

test.each([
	['RDS', rdsIntegration],
	['Redshift', redshiftIntegration],
	['Glue', glueIntegration],
])(
	'an integration that %s keeps in step is a link to the copy; one that failed, or is being made, is none',
	async (_, kind) => {
		const { links, gaps } = await collect(kind, {
			DescribeIntegrations: ({ input }) =>
				input.Marker === undefined
					? { Integrations: [integration('a', 'active'), integration('b', 'FAILED')], Marker: 'more' }
					: { Integrations: [integration('c', 'CREATING'), integration('d', 'SYNCING')] },
		});
		expect(gaps).toEqual([]);
		expect(links).toEqual([
			{ from: 'arn:from-a', to: 'arn:warehouse', by: 'arn:a' },
			{ from: 'arn:from-d', to: 'arn:warehouse', by: 'arn:d' },
		]);
	},
);
