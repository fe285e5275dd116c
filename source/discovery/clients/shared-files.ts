/** The settings of one section; those of a part (`s3 =` with lines below it) under `s3.endpoint_url`. */
export type Section = Readonly<Record<string, string>>;

/** What the shared configuration of the AWS CLI says. Holds keys: it is neither printed nor kept. */
export interface SharedFiles {
	/** What a person calls the two files. */
	readonly names: { readonly config: string; readonly credentials: string };
	readonly profiles: ReadonlyMap<string, Section>;
	readonly sessions: ReadonlyMap<string, Section>;
	readonly services: ReadonlyMap<string, Section>;
	/** Headings of the configuration that lack the word `profile`, so that nobody reads them. */
	readonly strays: ReadonlySet<string>;
}

const usualNames = { config: '~/.aws/config', credentials: '~/.aws/credentials' };

/** A machine without shared files. */
export const noSharedFiles: SharedFiles = {
	names: usualNames,
	profiles: new Map(),
	sessions: new Map(),
	services: new Map(),
	strays: new Set(),
};

/** Reads the two files as the AWS CLI does: what both say of a profile, the credentials file decides. */
export function readShared(
	{ config, credentials }: { readonly config: string; readonly credentials: string },
	names: SharedFiles['names'] = usualNames,
): SharedFiles {
	const profiles = new Map<string, Section>();
	const sessions = new Map<string, Section>();
	const services = new Map<string, Section>();
	const strays = new Set<string>();
	const add = (sections: Map<string, Section>, name: string, section: Section) =>
		sections.set(name, { ...sections.get(name), ...section });
	for (const { heading, section } of sectionsIn(config)) {
		const [, sort, quoted] = /^(profile|sso-session|services)\s+(.+)$/.exec(heading) ?? [];
		const name = (quoted ?? heading).replace(/^(["'])(.*)\1$/, '$2');
		if (sort === 'sso-session') add(sessions, name, section);
		else if (sort === 'services') add(services, name, section);
		else if (sort === 'profile' || name === 'default') add(profiles, name, section);
		else strays.add(name);
	}
	for (const { heading, section } of sectionsIn(credentials)) add(profiles, heading, section);
	return { names, profiles, sessions, services, strays };
}

/** Each heading in brackets, and the settings below it; notes behind `#` or `;` are left out. */
function sectionsIn(text: string): readonly { readonly heading: string; readonly section: Section }[] {
	const found: { heading: string; section: Record<string, string> }[] = [];
	let part = '';
	for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
		const said = (line.split(/(?:^|\s)[;#]/)[0] ?? '').trimEnd();
		const heading = /^\s*\[\s*([^\]]*?)\s*\]/.exec(said)?.[1];
		if (heading !== undefined) {
			part = '';
			found.push({ heading, section: {} });
			continue;
		}
		const [, indent, key, value] = /^(\s*)([^\s=][^=]*?)\s*=\s*(.*)$/.exec(said) ?? [];
		const last = found.at(-1);
		if (key === undefined || value === undefined || last === undefined) continue;
		if (indent === '' || part === '') {
			part = value === '' ? key : '';
			if (value !== '') last.section[key] = value;
		} else last.section[`${part}.${key}`] = value;
	}
	return found;
}
