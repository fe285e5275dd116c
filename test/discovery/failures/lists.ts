import { openCaller } from '../../../source/discovery/clients/sdk-caller.ts';
import { accountsOf } from '../../../source/discovery/clients/whole-scope.ts';
import { openWire } from '../../peers/wire.ts';
import { aws, inMemory, keys, type Row, region } from './row.ts';

const json = (body: object) => ({ status: 200, type: 'application/x-amz-json-1.1', body: JSON.stringify(body) });

/** Situations in which a list is not as lists are. */
export const lists: readonly Row[] = [
	{
		situation: 'empty and repeated pages',
		form: 'of tables: empty pages on the way are read over',
		happens: () => {
			const pages = [
				{ TableNames: [], LastEvaluatedTableName: 'a' },
				{ TableNames: [], LastEvaluatedTableName: 'b' },
				{ TableNames: ['telemetry'] },
			];
			return inMemory({ ListTables: () => pages.shift() });
		},
		cause: /\nLost: 0$/,
		fix: /headwater plan --estate estate\.json/,
		worked: / 1 {2}dynamodb-table/,
	},
	{
		situation: 'empty and repeated pages',
		form: 'of an organisation: empty pages on the way are read over',
		happens: async () => {
			const { url } = await aws();
			const pages = [
				{ Accounts: [], NextToken: 'a' },
				{ Accounts: [{ Id: '111111111111', Status: 'ACTIVE' }], NextToken: 'b' },
				{ Accounts: [], NextToken: 'c' },
				{ Accounts: [{ Id: '222222222222', Status: 'ACTIVE' }] },
			];
			const wire = await openWire(url, ({ operation }) =>
				operation === 'ListAccounts' ? json(pages.shift() ?? {}) : undefined,
			);
			try {
				const signal = new AbortController().signal;
				const opened = await openCaller({
					env: { ...keys, AWS_ENDPOINT_URL: wire.url },
					region,
					signal,
					now: () => new Date(),
				});
				return { text: (await accountsOf(opened, signal)).join(' ') };
			} finally {
				await wire.close();
			}
		},
		cause: /111111111111/,
		fix: /222222222222/,
		worked: /^111111111111 222222222222$/,
	},
	{
		situation: 'empty and repeated pages',
		form: 'with the same token for ever: broken off and told',
		happens: () =>
			inMemory({
				DescribeLogGroups: { logGroups: [{ logGroupArn: 'arn:web', logGroupName: '/web' }], nextToken: 'again' },
			}),
		cause: /A list came back to a page that had been read already, so it would never end\./,
		fix: /Run the discovery again; if it persists, look at the endpoint that answers\./,
		worked: / 1 {2}log-group[\s\S]*\nLost: 0$/,
	},
	{
		situation: 'a bucket in another region',
		form: 'is followed there by itself',
		happens: async () => {
			const { url } = await aws();
			const led: string[] = [];
			const wire = await openWire(url, ({ path, operation }) => {
				if (!path.includes('policyStatus') || led.length > 0) return undefined;
				led.push(operation);
				return {
					status: 301,
					type: 'application/xml',
					body: '<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message><Bucket>b</Bucket></Error>',
					headers: { 'x-amz-bucket-region': 'ap-south-1' },
				};
			});
			try {
				const signal = new AbortController().signal;
				const { caller } = await openCaller({
					env: { ...keys, AWS_ENDPOINT_URL: wire.url },
					region,
					signal,
					now: () => new Date(),
				});
				const input = { Bucket: 'b' };
				const answer = await caller.call({ service: 's3', operation: 'GetBucketPolicyStatus', region, input, signal });
				const regions = wire.asked.filter(({ service }) => service === 's3').map((asked) => asked.region);
				return { text: `${regions.join(' then ')}, answered: ${typeof answer}` };
			} finally {
				await wire.close();
			}
		},
		cause: /^eu-central-1 then/,
		fix: /then ap-south-1,/,
		worked: /answered: object/,
	},
];
