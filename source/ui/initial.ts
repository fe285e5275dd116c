import type { SessionHost } from '../app/session/session-host.ts';
import { framed } from './framed.ts';
import { menuOf } from './menu.ts';
import type { Size } from './rows.ts';
import { freshViews, type Ui } from './state.ts';
import { signsFor } from './theme.ts';

/** How somebody wants to meet the session. */
export interface Wanted {
	/** The demo account stands under the cursor. */
	readonly demo: boolean;
	/** Signs in ASCII, also where the terminal could draw others. */
	readonly ascii: boolean;
}

/** The state before the first frame: the start screen, with the demo under the cursor if it was asked for. */
export function initial(host: SessionHost, { demo, ascii }: Wanted, size: Size): Ui {
	const { sessions, profiles, env, glimpse, isTourOver } = host;
	const at = host.now().toISOString();
	const first = menuOf({ sessions, profiles, at }).findIndex(({ does }) => does === 'demo');
	const welcome = { cursor: demo ? first : 0 };
	return framed({
		size,
		signs: signsFor(env, ascii),
		at,
		sessions,
		profiles,
		views: { ...freshViews, welcome },
		tour: isTourOver ? 'over' : 'offered',
		waiting: [],
		wishes: [],
		...(glimpse ? { session: glimpse.session, glimpsed: glimpse.sources, opening: true } : {}),
	});
}
