import type { Ahead } from '../app/discovering/ahead.ts';
import type { Profiles } from '../app/profiles.ts';
import type { Scope } from '../app/session/session.ts';
import { fieldOf } from './field.ts';
import { hasCredentials } from './menu.ts';
import type { ScopeForm, Ui } from './state.ts';

/** The fields of the form that says what to look at, in order. */
export const scopeFields = [
	{ of: 'profiles', title: 'Profiles', says: 'AWS profiles, commas between; empty: credentials of the environment' },
	{ of: 'regions', title: 'Regions', says: "such as eu-central-1, us-east-1, or all; empty: the profile's own" },
	{ of: 'folders', title: 'Folders', says: 'local folders; a few KiB of some files are read to tell the format' },
	{ of: 'declared', title: 'Declared files', says: 'files that tell of sources nothing can discover' },
	{
		of: 'databases',
		title: 'Databases',
		says: 'such as postgres://user@host/name, or env:NAME; only the catalogue is read',
	},
] as const satisfies readonly { readonly of: keyof Scope; readonly title: string; readonly says: string }[];

/** An empty form for an account, with a profile put in, or for files. */
export function scopeForm(about: 'account' | 'files', { names, chosen }: Profiles): ScopeForm {
	const profile = about === 'account' ? (chosen ?? names[0] ?? '') : '';
	return {
		focus: about === 'account' ? 0 : 2,
		fields: scopeFields.map(({ of }) => (of === 'profiles' ? profile : '')).map(fieldOf),
	};
}

/** The form that says a scope, to be put right. */
export function formFor(scope: Scope): ScopeForm {
	const texts = scopeFields.map(({ of }) => (scope[of] ?? []).join(', '));
	return {
		focus: Math.max(
			0,
			texts.findIndex((text) => text !== ''),
		),
		fields: texts.map(fieldOf),
	};
}

/** The scope that a form says, with a title for its session. `account`: the empty form means the credentials of the environment. */
export function readScope({ fields }: ScopeForm): { readonly title: string; readonly scope: Scope } {
	const [profiles = [], regions = [], folders = [], declared = [], databases = []] = fields.map(({ text }) =>
		text
			.split(',')
			.map((part) => part.trim())
			.filter((part) => part !== ''),
	);
	const local = [...folders, ...declared].map((path) =>
		path === '.' ? 'This folder' : (path.split(/[/\\]/).filter(Boolean).at(-1) ?? path),
	);
	const title = [...profiles, ...local, ...databases.map(titleOfDatabase)].join(', ') || 'My account';
	return {
		title,
		scope: { demo: false, profiles, regions, folders, declared, ...(databases.length > 0 ? { databases } : {}) },
	};
}

/** Whether a scope names nothing, so that only the credentials of the environment are left to look with. */
export const isNothing = ({ profiles, folders, declared, databases = [] }: Scope): boolean =>
	[profiles, folders, declared, databases].every((list) => list.length === 0);

/** What the scope in the form will take; undefined while that is not known. */
export function outlookOn({
	ahead,
	views,
	profiles,
}: Ui): { readonly says: readonly string[]; readonly short: string } | undefined {
	const { form } = views.welcome;
	if (!form || !ahead) return undefined;
	const { scope } = readScope(form);
	if (isNothing(scope) && !hasCredentials({ profiles })) {
		return { says: ['Nothing to look at is named yet.'], short: 'Nothing is named yet.' };
	}
	if ('outlook' in ahead) return ahead.outlook(scope);
	return { says: [ahead.message, ahead.wayOut], short: ahead.message };
}

/** The policy that the scope in the form needs; undefined where it needs none or that is not known. */
export function policyOf({ ahead, views }: Ui): ReturnType<Ahead['policy']> {
	const { form } = views.welcome;
	return form && ahead && 'policy' in ahead ? ahead.policy(readScope(form).scope) : undefined;
}

/** A database by its name, or by its host where it has none. */
const titleOfDatabase = (address: string): string =>
	/^[a-z]+:\/\/(?:[^@/]*@)?([^/?]*)\/?([^?]*)/.exec(address)?.slice(1).findLast(Boolean) ??
	address.replace(/^env:/, '');
