import { expect, test } from 'vitest';
import { appflowFlow } from '../../../source/discovery/collectors/appflow-flow.ts';
import { collect, daysAgo, valuesOf } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const listing = { ListFlows: { flows: [{ flowArn: 'arn:flow', flowName: 'crm' }] } };
const flow = (more: object) => ({
	flowArn: 'arn:flow',
	sourceFlowConfig: { connectorType: 'Salesforce', connectorProfileName: 'crm-prod' },
	destinationFlowConfigList: [{ connectorType: 'S3', destinationConnectorProperties: { S3: { bucketName: 'lake' } } }],
	...more,
});

test('a flow tells the product that it reads, and a link with the age of the copy', async () => {
	const { sources, links, places, gaps } = await collect(appflowFlow, {
		...listing,
		DescribeFlow: flow({
			lastRunExecutionDetails: { mostRecentExecutionStatus: 'Successful', mostRecentExecutionTime: daysAgo(1) },
		}),
	});
	expect(gaps).toEqual([]);
	expect(places.map(({ id, where }) => [id, where])).toEqual([['saas:123456789012', 'saas']]);
	expect(sources.map(({ id, family, facts }) => [id, family, valuesOf(facts)])).toEqual([
		['saas:123456789012/crm-prod', 'saas', { saas: 'salesforce', protocol: 'api', managed: 'other' }],
	]);
	expect(links).toEqual([
		{
			from: 'saas:123456789012/crm-prod',
			to: 'arn:aws:s3:::lake',
			by: 'arn:flow',
			age: {
				value: 33 * 3600,
				from: 'measured',
				evidence: 'appflow:DescribeFlow, its last run',
				at: '2026-11-25T09:00:00.000Z',
			},
		},
	]);
});

test('a run that failed says nothing of the age; a warehouse is named by its table', async () => {
	const { links } = await collect(appflowFlow, {
		...listing,
		DescribeFlow: flow({
			lastRunExecutionDetails: { mostRecentExecutionStatus: 'Error', mostRecentExecutionTime: daysAgo(1) },
			destinationFlowConfigList: [
				{ connectorType: 'Redshift', destinationConnectorProperties: { Redshift: { object: 'public.crm' } } },
			],
		}),
	});
	expect(links).toEqual([{ from: 'saas:123456789012/crm-prod', to: 'redshift/public.crm', by: 'arn:flow' }]);
});

test('a flow out of a bucket is a link and no source; a denied one is a gap', async () => {
	const out = await collect(appflowFlow, {
		...listing,
		DescribeFlow: flow({
			sourceFlowConfig: { connectorType: 'S3', sourceConnectorProperties: { S3: { bucketName: 'scores' } } },
		}),
	});
	expect([out.sources, out.links.map(({ from }) => from)]).toEqual([[], ['arn:aws:s3:::scores']]);
	const untold = await collect(appflowFlow, { ...listing, DescribeFlow: denied('appflow:DescribeFlow') });
	expect(untold.gaps.map(({ action }) => action)).toEqual(['appflow:DescribeFlow']);
});
