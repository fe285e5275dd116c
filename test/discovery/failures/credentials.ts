import { aws, besideFolder, keys, program, type Row, region } from './row.ts';

const role = 'role_arn = arn:aws:iam::123456789012:role/reader';
const sso = 'sso_account_id = 123456789012\nsso_role_name = reader';
const session = '[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n';
/** The SDK keeps what it knows of a session in a file that is named by a digest of the session's name: here of `corp`. */
const tokenOfCorp = '.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json';
const folderRead = /1 source found/;

const profileRow = (form: string, profile: string, config: string, cause: RegExp, fix: RegExp): Row => ({
	situation: 'a profile that is mistyped, in a circle, without its source, with a broken process, or empty',
	form,
	happens: () => besideFolder(profile, config),
	cause,
	fix,
	worked: folderRead,
	status: 1,
});
const processRow = (form: string, command: string, cause: RegExp): Row =>
	profileRow(
		form,
		'vault',
		`[profile vault]\ncredential_process = ${command}\n`,
		cause,
		/Run its command by hand: it has to print JSON with Version 1/,
	);

/** Situations in which nobody's credentials are found. */
export const credentials: readonly Row[] = [
	{
		situation: 'no credentials anywhere',
		form: 'and no profile',
		happens: () => program(['--folder', 'data'], { AWS_REGION: region }, { 'data/a.csv': 'id\n1\n' }),
		cause: /1 source found/,
		fix: /headwater plan --estate estate\.json/,
		worked: folderRead,
		status: 0,
	},
	{
		situation: 'no credentials anywhere',
		form: 'where an account is wanted',
		happens: () => program(['--region', region, '--folder', 'data'], {}, { 'data/a.csv': 'id\n1\n' }),
		cause:
			/No AWS credentials were found\. Looked at: the environment, the profile "default" in ~\/\.aws\/config and ~\/\.aws\/credentials, SSO, no role of this machine \(AWS_EC2_METADATA_DISABLED\)\./,
		fix: /Set a profile up with `aws configure sso` or `aws login`.*--demo/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'no credentials anywhere',
		form: 'and nothing else to read',
		happens: () => program([], { AWS_REGION: region }, { '.aws/config': '[profile ml]\nregion = eu-west-1\n' }),
		cause: /No AWS credentials were found/,
		fix: /Name a profile with --profile \(there are: ml\)/,
		worked: /--demo/,
		status: 2,
	},
	profileRow(
		'mistyped',
		'anlytics',
		'[profile analytics]\nregion = eu-west-1\n[profile web]\nregion = eu-west-1\n',
		/There is no profile "anlytics" in ~\/\.aws\/config or ~\/\.aws\/credentials\./,
		/Did you mean "analytics"\? {2}--profile analytics/,
	),
	profileRow(
		'unlike any other',
		'warehouse',
		'[profile analytics]\nregion = eu-west-1\n',
		/There is no profile "warehouse"/,
		/Profiles there are: analytics\./,
	),
	profileRow(
		'under a heading without the word profile',
		'ml',
		'[ml]\naws_access_key_id = a\naws_secret_access_key = b\n',
		/its heading in ~\/\.aws\/config lacks the word profile/,
		/Write it as \[profile ml\]\./,
	),
	profileRow(
		'in a circle',
		'a',
		`[profile a]\n${role}\nsource_profile = b\n[profile b]\n${role}\nsource_profile = a\n`,
		/builds on profiles that lead in a circle: a → b → a\./,
		/Let source_profile of one of them name a profile that has keys/,
	),
	profileRow(
		'without its source',
		'ml',
		`[profile ml]\n${role}\nsource_profile = bsae\n[profile base]\nregion = eu-west-1\n`,
		/The profile "ml" builds on the profile "bsae", and there is none of that name\./,
		/Did you mean "base"\? Put right source_profile of \[profile ml\]/,
	),
	profileRow(
		'with a source that holds nothing',
		'ml',
		`[profile ml]\n${role}\nsource_profile = base\n[profile base]\nregion = eu-west-1\n`,
		/builds on the profile "base", which holds no credentials/,
		/aws configure --profile base/,
	),
	profileRow(
		'with a role that nobody assumes',
		'ml',
		`[profile ml]\n${role}\n`,
		/names a role and nobody who assumes it/,
		/Add source_profile = NAME or credential_source/,
	),
	profileRow(
		'empty',
		'ml',
		'[profile ml]\nregion = eu-west-1\n',
		/The profile "ml" holds no credentials, only region\./,
		/Give it some: {2}aws configure sso --profile ml/,
	),
	profileRow(
		'with half of a key',
		'ml',
		'[profile ml]\naws_access_key_id = a\n',
		/half of a key: aws_secret_access_key is missing/,
		/aws configure --profile ml/,
	),
	processRow(
		'with a process that fails',
		'false --token hush',
		/credential_process of the profile "vault" failed: false ended with an error\./,
	),
	processRow(
		'with a process that is not there',
		'/nowhere/vault',
		/names a command that is not there: \/nowhere\/vault\./,
	),
	processRow('with a process that prints no JSON', 'echo hello', /printed something that is no JSON/),
	processRow('with a process of another version', `echo '{"Version":2}'`, /printed JSON without "Version": 1/),
	processRow('with a process without keys', `echo '{"Version":1}'`, /printed no AccessKeyId or no SecretAccessKey/),
	processRow(
		'with a process whose keys expired',
		`echo '{"Version":1,"AccessKeyId":"a","SecretAccessKey":"b","Expiration":"2020-01-01T00:00:00Z"}'`,
		/printed credentials that have expired/,
	),
	{
		situation: 'an SSO session that expired or never began',
		form: 'of a session section',
		happens: () => besideFolder('ml', `[profile ml]\nsso_session = corp\n${sso}\n${session}`),
		cause: /The SSO session of the profile "ml" has expired, or there was none\./,
		fix: /Sign in: {2}aws sso login --profile ml/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'an SSO session that expired or never began',
		form: 'of the old sort',
		happens: () =>
			besideFolder(
				'ml',
				`[profile ml]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n${sso}\n`,
			),
		cause: /The SSO session of the profile "ml" has expired, or there was none\./,
		fix: /aws sso login --profile ml/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'an SSO session that cannot be renewed',
		form: 'since it lacks what renewing takes',
		happens: () =>
			besideFolder('ml', `[profile ml]\nsso_session = corp\n${sso}\n${session}`, {
				[tokenOfCorp]: JSON.stringify({ accessToken: 'hush', expiresAt: '2020-01-01T00:00:00Z' }),
			}),
		cause: /The SSO session of the profile "ml" has expired/,
		fix: /aws sso login --profile ml/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'SSO that is half set up',
		form: 'with settings that are missing',
		happens: () =>
			besideFolder(
				'ml',
				'[profile ml]\nsso_start_url = https://corp.awsapps.com/start\nsso_account_id = 123456789012\n',
			),
		cause: /SSO settings of the profile "ml" are incomplete: sso_region, sso_role_name are missing\./,
		fix: /aws configure sso --profile ml/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'SSO that is half set up',
		form: 'with a session section that is not there',
		happens: () => besideFolder('ml', `[profile ml]\nsso_session = crop\n${sso}\n${session}`),
		cause: /incomplete: \[sso-session crop\] is not in ~\/\.aws\/config\./,
		fix: /Did you mean sso_session = corp\?/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'a sign-in with aws login that expired or never was',
		form: 'without its file',
		happens: () => besideFolder('ml', '[profile ml]\nlogin_session = arn:aws:iam::123456789012:user/ana\n'),
		cause: /The sign-in of the profile "ml" has expired, or there was none\./,
		fix: /Sign in: {2}aws login --profile ml/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'a profile that wants a multi-factor code',
		form: 'where nobody can be asked',
		happens: () => {
			const device = 'mfa_serial = arn:aws:iam::123456789012:mfa/ana';
			const source = '[profile base]\naws_access_key_id = a\naws_secret_access_key = b\n';
			return besideFolder('ml', `[profile ml]\n${role}\nsource_profile = base\n${device}\n${source}`);
		},
		cause: /The profile "ml" asks for a multi-factor code, and nobody is there to type one\./,
		fix: /Run it in a terminal \(headwater discover --profile ml\), where the code is asked for/,
		worked: folderRead,
		status: 1,
	},
	{
		situation: 'a key that AWS does not know, or a region that is not enabled',
		form: 'a key that is unknown at home',
		happens: async () => {
			const { url } = await aws({ strike: () => 'not enabled' });
			return program(
				['--region', region, '--folder', 'data'],
				{ ...keys, AWS_ENDPOINT_URL: url },
				{ 'data/a.csv': 'id\n1\n' },
			);
		},
		cause: /AWS does not know these credentials, or eu-central-1 is not enabled for their account\./,
		fix: /Look for a misspelt or deleted access key/,
		worked: folderRead,
		status: 1,
	},
];
