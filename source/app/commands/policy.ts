import { HeadwaterError } from '../../errors.ts';
import { type Command, several, single } from '../command.ts';

/** `headwater policy`: the exact read-only IAM policy that discovery needs, from the calls its collectors declare. */
export const policy: Command = {
	title: 'Print the read-only IAM policy that discovery or a profile needs',
	usage: '[--kind K]… [--contents] [--missing ESTATE] [--format json|cloudformation|cdk]',
	options: {
		kind: { type: 'string', multiple: true, value: 'K', says: 'only what this kind of source takes; may be repeated' },
		contents: {
			type: 'boolean',
			says: 'what `headwater profile` takes instead: these actions read samples of what people stored',
		},
		missing: { type: 'string', value: 'ESTATE', says: 'only the actions that were denied when ESTATE was found' },
		format: { type: 'string', value: 'FORM', says: 'json (if left out), cloudformation or cdk' },
	},
	positionals: [0, 0],
	example: 'headwater policy --format cloudformation > headwater-policy.json',
	help: 'Actions list, describe and get metadata; none reads what people stored, unless --contents asks for those of a profile. Where the policy is longer than a managed policy may be, several are printed. With --missing, exit code 1 when something was denied.',
	async run(invocation) {
		const [{ actionsFor, policiesOf }, { policyForms, policyText }] = await Promise.all([
			import('../../discovery/policy.ts'),
			import('../discovering/policy-text.ts'),
		]);
		const said = single(invocation, 'format') ?? 'json';
		const form = policyForms.find((one) => one === said);
		if (form === undefined) throw unknown('format', said, policyForms);
		const file = single(invocation, 'missing');
		const kinds = several(invocation, 'kind');
		if (invocation.values.contents === true) {
			const { profileActions } = await import('../readiness/profile-actions.ts');
			invocation.print(policyText(policiesOf(profileActions(kinds)), form, 'profile'));
			return 0;
		}
		const actions = file === undefined ? actionsFor(await kindsNamed(kinds)) : await missingIn(file, invocation.cwd);
		if (actions.length === 0) {
			invocation.note('Nothing was denied: the permissions are enough.\n');
			return 0;
		}
		invocation.print(policyText(policiesOf(actions), form));
		return file === undefined ? 0 : 1;
	},
};

async function kindsNamed(names: readonly string[]) {
	if (names.length === 0) return undefined;
	const { collectors } = await import('../../discovery/collectors/index.ts');
	const known = Object.keys(collectors) as (keyof typeof collectors)[];
	return names.map((name) => known.find((kind) => kind === name) ?? refuse(name, known));
}

function refuse(name: string, known: readonly string[]): never {
	throw unknown('kind', name, known);
}

async function missingIn(file: string, cwd: string): Promise<readonly string[]> {
	const [{ parseEstate }, { readText }, { missingActions }] = await Promise.all([
		import('../../estate/parse-estate.ts'),
		import('../workspace.ts'),
		import('../discovering/missing-actions.ts'),
	]);
	return missingActions(parseEstate(await readText(file, cwd, 'estate'), file)).missing;
}

const unknown = (what: string, name: string, known: readonly string[]): HeadwaterError =>
	new HeadwaterError(`unknown-${what}`, {
		message: `There is no ${what} "${name}".`,
		wayOut: `Name one of ${known.join(', ')}.`,
	});
