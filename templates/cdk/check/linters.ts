import { spawnSync } from 'node:child_process';
import { dirname, relative } from 'node:path';
import type { Finding } from './finding.ts';
import type { Template } from './synthesis.ts';

/** What a program said, or undefined where it is not installed. */
export interface Ran {
	readonly status: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a program to its end; undefined if this machine has none of that name. */
export function ran(program: string, args: readonly string[], cwd?: string): Ran | undefined {
	const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 29 });
	return error ? undefined : { status, stdout, stderr };
}

/** Rules of cfn-lint that are not asked. All others count, warnings as well: those about a closed service are among them. */
const unasked = {
	W3005:
		'CDK writes a dependency on the policy of a role beside the role itself; that is more than the reference says.',
} as const;

/** Templates by cfn-lint, all in one run. */
export function cfnLint(templates: readonly Template[]): readonly Finding[] | undefined {
	if (templates.length === 0) return [];
	const files = templates.map(({ file }) => file);
	const flags = ['--format', 'json', '--ignore-checks', ...Object.keys(unasked), '--', ...files];
	const ended = ran('cfn-lint', flags);
	if (ended === undefined) return undefined;
	const lines = parsed<readonly { Filename: string; Message: string; Rule: { Id: string } }[]>('cfn-lint', ended);
	return lines.map(({ Filename, Message, Rule }) => ({
		stage: 'cfn-lint',
		rule: Rule.Id,
		where: templates.find(({ file }) => file === Filename)?.name ?? Filename,
		says: Message,
	}));
}

/** Checks of checkov that are not asked, by the construct they are accepted in; everywhere, if there is none. */
const skipped: readonly { readonly check: string; readonly where?: RegExp; readonly reason: string }[] = [
	{
		check: 'CKV_AWS_164',
		reason: 'Partners push over the internet; a server that only a network reaches is not for them.',
	},
	{
		check: 'CKV_AWS_117',
		where: /consumer[0-9A-F]{8}$/,
		reason: 'The function speaks to one table, by a role that may do nothing else.',
	},
	{ check: 'CKV_AWS_18', where: /^accesslogs/, reason: 'The bucket of access logs would log that it was written to.' },
];

interface Checked {
	readonly results: {
		readonly failed_checks: readonly {
			readonly check_id: string;
			readonly check_name: string;
			readonly file_path: string;
			readonly resource: string;
		}[];
	};
}

/** Templates by checkov, which looks for what is insecure; all in one run, and nothing is fetched. */
export function checkov(folder: string, templates: readonly Template[]): readonly Finding[] | undefined {
	if (templates.length === 0) return [];
	const flags = ['--framework', 'cloudformation', '--skip-download', '--quiet', '--compact', '--output', 'json'];
	const ended = ran('checkov', [...flags, '--directory', folder]);
	if (ended === undefined) return undefined;
	const names = new Map(templates.map(({ name, file }) => [`/${relative(folder, file)}`, name]));
	const { results } = parsed<Partial<Checked>>('checkov', ended);
	return (results?.failed_checks ?? []).flatMap(({ check_id, check_name, file_path, resource }) => {
		const id = resource.split('.').at(-1) ?? '';
		if (skipped.some(({ check, where }) => check === check_id && (where?.test(id) ?? true))) return [];
		const where = `${names.get(file_path) ?? dirname(file_path)}/${id}`;
		return [{ stage: 'checkov' as const, rule: check_id, where, says: check_name }];
	});
}

function parsed<T>(program: string, { stdout, stderr, status }: Ran): T {
	try {
		return JSON.parse(stdout) as T;
	} catch (cause) {
		throw new Error(`${program} ended with ${status} and no report: ${stderr.trim().slice(-500)}`, { cause });
	}
}
