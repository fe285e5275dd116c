import { stages } from '../app/stages.ts';
import type { Ui } from './state.ts';

/** A line of the start screen. */
export interface Entry {
	readonly does: 'resume' | 'demo' | 'account' | 'files' | 'quit';
	readonly title: string;
	readonly says: string;
	/** Folder of the session to resume. */
	readonly folder?: string;
}

/** What the start screen offers: sessions to resume, then new ones; the demo first where nothing speaks to AWS. */
export function menuOf({ sessions, profiles, at }: Pick<Ui, 'sessions' | 'profiles' | 'at'>): readonly Entry[] {
	const resumed = sessions.map(
		({ title, folder, stage, sources, answers, savedAt }): Entry => ({
			does: 'resume',
			title,
			folder,
			says: `${stages[stage].title}, ${count(sources, 'source')}, ${count(answers, 'answer')}, ${ago(savedAt, at)}`,
		}),
	);
	const demo: Entry = { does: 'demo', title: 'The demo account', says: 'recorded; needs no credentials' };
	const account: Entry = {
		does: 'account',
		title: 'My AWS account',
		says: hasCredentials({ profiles }) ? named(profiles.names) : 'no credentials were found on this machine',
	};
	const files: Entry = {
		does: 'files',
		title: 'A folder, file or database',
		says: 'files here, sources told by hand, databases by address',
	};
	const quit: Entry = { does: 'quit', title: 'Quit', says: '' };
	const fresh = hasCredentials({ profiles }) ? [account, demo, files] : [demo, account, files];
	return [...resumed, ...fresh, quit];
}

/** Whether this machine can speak to AWS at all. */
export const hasCredentials = ({ profiles: { names, ambient } }: Pick<Ui, 'profiles'>): boolean =>
	ambient || names.length > 0;

const named = (names: readonly string[]): string => {
	if (names.length === 0) return 'credentials of the environment';
	const shown = names.slice(0, 3).join(', ');
	return `profiles ${shown}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
};

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** How long ago something was, in the largest unit that fits. Both are ISO date-times. */
function ago(then: string, now: string): string {
	const seconds = (Date.parse(now) - Date.parse(then)) / 1000;
	const units = [
		['day', 86_400],
		['hour', 3600],
		['minute', 60],
	] as const;
	for (const [unit, length] of units) {
		if (seconds >= length) return `${count(Math.floor(seconds / length), unit)} ago`;
	}
	return 'just now';
}
