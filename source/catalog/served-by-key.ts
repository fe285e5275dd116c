import { no, yes } from '../rules/constructors.ts';
import { confirmed } from './cited.ts';
import type { Mode, Requirement } from './record.ts';

const guide = 'docs/amazondynamodb/latest/developerguide/Introduction.html';

const lookedUp: Requirement = {
	because: 'nobody looks single records up by their key, which is what a table is for',
	that: yes('lookups'),
	...confirmed(guide),
};
const notLookedUp: Requirement = {
	because: 'single records are looked up by their key within milliseconds, so they are written to a table',
	that: no('lookups'),
	...confirmed(guide),
};

/** The same mode twice: as it is, and with a table behind it in which records are looked up. */
export const withTable = (modes: Readonly<Record<string, Mode>>): Readonly<Record<string, Mode>> =>
	Object.fromEntries(
		Object.entries(modes).flatMap(([id, mode]) => [
			[id, { ...mode, requires: [...(mode.requires ?? []), notLookedUp] }],
			[
				`${id}-table`,
				{
					...mode,
					title: `${mode.title}, into a table`,
					requires: [...(mode.requires ?? []), lookedUp],
					then: ['dynamodb-serving'],
				},
			],
		]),
	);
