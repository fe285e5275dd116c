import { type Account, openCaller } from '../../../source/discovery/clients/sdk-caller.ts';
import { accountsOf } from '../../../source/discovery/clients/whole-scope.ts';
import { type Answer, type Asked, openWire, type Wire } from '../../peers/wire.ts';
import { aws, inMemory, keys, type Printed, type Row, region } from './row.ts';

/** What is read of an account of whose answers some are ours: the text that is printed of it. */
async function overWire(
	own: (asked: Asked) => Answer | undefined,
	read: (account: Account, signal: AbortSignal, wire: Wire) => Promise<string>,
): Promise<Printed> {
	const { url } = await aws();
	const wire = await openWire(url, own);
	try {
		const { signal } = new AbortController();
		const env = { ...keys, AWS_ENDPOINT_URL: wire.url };
		return { text: await read(await openCaller({ env, region, signal, now: () => new Date() }), signal, wire) };
	} finally {
		await wire.close();
	}
}
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
		happens: () => {
			const pages = [
				{ Accounts: [], NextToken: 'a' },
				{ Accounts: [{ Id: '111111111111', Status: 'ACTIVE' }], NextToken: 'b' },
				{ Accounts: [], NextToken: 'c' },
				{ Accounts: [{ Id: '222222222222', Status: 'ACTIVE' }] },
			];
			return overWire(
				({ operation }) => (operation === 'ListAccounts' ? json(pages.shift() ?? {}) : undefined),
				async (opened, signal) => (await accountsOf(opened, signal)).join(' '),
			);
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
		happens: () => {
			const led: string[] = [];
			const redirect = ({ path, operation }: Asked): Answer | undefined => {
				if (!path.includes('policyStatus') || led.length > 0) return undefined;
				led.push(operation);
				return {
					status: 301,
					type: 'application/xml',
					body: '<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message><Bucket>b</Bucket></Error>',
					headers: { 'x-amz-bucket-region': 'ap-south-1' },
				};
			};
			return overWire(redirect, async ({ caller }, signal, wire) => {
				const input = { Bucket: 'b' };
				const answer = await caller.call({ service: 's3', operation: 'GetBucketPolicyStatus', region, input, signal });
				const regions = wire.asked.filter(({ service }) => service === 's3').map((asked) => asked.region);
				return `${regions.join(' then ')}, answered: ${typeof answer}`;
			});
		},
		cause: /^eu-central-1 then/,
		fix: /then ap-south-1,/,
		worked: /answered: object/,
	},
];
