import { awsError } from '../../peers/table-caller.ts';
import { account, aws, clients, inMemory, inOne, keys, only, program, type Row, region } from './row.ts';

const layered = (form: string, layer: string, cause: RegExp): Row =>
	inOne(
		'a policy above the role that forbids',
		form,
		awsError(
			'AccessDeniedException',
			`User is not authorized to perform: logs:DescribeLogGroups with an explicit deny in a ${layer}`,
			403,
		),
		cause,
		/Ask whoever looks after it to let the call through; more permissions for the role do not help/,
	);

/** Situations in which AWS answers, and refuses. */
export const permissions: readonly Row[] = [
	{
		situation: 'keys and a profile both in the environment',
		form: 'the keys win, and it is said',
		happens: async () => {
			const { url } = await aws();
			return program(
				only(),
				{ ...keys, AWS_ENDPOINT_URL: url, AWS_PROFILE: 'ml' },
				{ '.aws/config': '[profile ml]\n' },
			);
		},
		cause: /^Keys of the environment are used, not AWS_PROFILE "ml"/m,
		fix: /\(--profile ml uses it\)/,
		worked: /^6 sources found/m,
		status: 0,
	},
	{
		situation: 'a session that expires in the middle',
		form: 'what came before stays',
		happens: async () => {
			let asked = 0;
			return account({ strike: () => (++asked > 6 ? 'expired' : undefined) });
		},
		cause: /The credentials expired while this was read\./,
		fix: /Renew them \(`aws sso login` or `aws login`, or new keys\), then discover again with --resume\./,
		worked: /^[1-9]\d* sources? found/m,
		status: 1,
	},
	{
		situation: 'a key that AWS does not know, or a region that is not enabled',
		form: 'a region that is not enabled, since the key works at home',
		happens: () =>
			account({ strike: (asked) => (asked.region === 'ap-east-1' ? 'not enabled' : undefined) }, [
				...only(),
				'--region',
				region,
				'--region',
				'ap-east-1',
			]),
		cause:
			/ap-east-1 does not know these credentials, which work elsewhere: the region is not enabled for the account\./,
		fix: /Leave the region out, or enable it in the settings of the account\./,
		worked: /^6 sources found/m,
		status: 1,
	},
	{
		situation: 'a service that may not be read',
		form: 'with the action, and the policy that lacks',
		happens: () => account({ strike: ({ service }) => (service === 'logs' ? 'denied' : undefined) }),
		cause: /These credentials may not call logs:DescribeLogGroups\./,
		fix: /Allow it, or the whole read-only policy that `headwater policy` prints[\s\S]*headwater policy --missing estate\.json/,
		worked: /^4 sources found[\s\S]*Read whole: 2 of 3 parts\./m,
		status: 1,
	},
	{
		situation: 'a service that may not be read',
		form: 'in many places, told once',
		happens: async () => {
			const no = awsError('AccessDenied', 'no', 403);
			const printed = await inMemory({
				DescribeDBInstances: no,
				DescribeDBClusters: no,
				'DescribeDBClusters docdb': no,
				'DescribeDBClusters neptune': no,
			});
			return { ...printed, text: `${printed.text}\n${printed.text.match(/^Not read/gm)?.length} paragraphs` };
		},
		cause: /These credentials may not call rds:DescribeDBClusters, rds:DescribeDBInstances\./,
		fix: /headwater policy --missing estate\.json/,
		worked: /\nLost: 4\n1 paragraphs$/,
	},
	{
		situation: 'a policy above the role that forbids',
		form: 'a service control policy, over the wire',
		happens: () =>
			account({ strike: ({ service }) => (service === 'logs' ? 'denied by a service control policy' : undefined) }),
		cause: /A service control policy of the organisation forbids logs:DescribeLogGroups\./,
		fix: /Ask whoever looks after it to let the call through; more permissions for the role do not help/,
		worked: /^4 sources found/m,
		status: 1,
	},
	layered(
		'a resource control policy',
		'resource control policy',
		/A resource control policy of the organisation forbids/,
	),
	layered('a permissions boundary', 'permissions boundary', /The permissions boundary of the role forbids/),
	layered('a policy of the session', 'session policy', /The policy of the session forbids/),
	layered('a policy of a VPC endpoint', 'VPC endpoint policy', /The policy of a VPC endpoint forbids/),
	{
		situation: 'a service that nobody signed up for',
		form: 'which is no fault of the scan',
		happens: () => account({ strike: ({ service }) => (service === 'logs' ? 'not subscribed' : undefined) }),
		cause: /The account has not signed up for logs in eu-central-1\./,
		fix: /Nothing to do if the service is not used; else open it once in the AWS console\./,
		worked: /^4 sources found/m,
		status: 0,
	},
	{
		situation: 'calls that AWS keeps limiting',
		form: 'without end',
		happens: () => clients({ strike: ({ service }) => (service === 'logs' ? 'throttled' : undefined) }),
		cause: /AWS kept limiting logs:DescribeLogGroups in eu-central-1, although the calls were slowed down\./,
		fix: /Run the discovery again when less is going on in the account\./,
		worked: /^[1-9]\d* sources found/,
	},
	inOne(
		'a service that nobody signed up for',
		'an emulator that lacks it',
		awsError('UnknownOperationException'),
		/The endpoint that answers for eu-central-1 does not know logs:DescribeLogGroups\./,
		/Nothing to do if the region does not offer the service; else look at AWS_ENDPOINT_URL\./,
	),
];
