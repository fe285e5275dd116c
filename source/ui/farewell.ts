import type { Session } from '../app/session/session.ts';
import type { SessionHost } from '../app/session/session-host.ts';
import { faultOf } from './fault.ts';
import { isWorthKeeping } from './state.ts';

interface Farewell {
	readonly host: Pick<SessionHost, 'settled' | 'release'>;
	readonly session: Session | undefined;
	readonly print: (text: string) => void;
	readonly note: (text: string) => void;
}

/** Waits until everything is saved and says where; false if it could not be. */
export async function farewell({ host, session, print, note }: Farewell): Promise<boolean> {
	try {
		await host.settled();
		await host.release();
		if (session && isWorthKeeping(session)) print(`Your work is kept. To go on:  headwater --session ${session.id}\n`);
		return true;
	} catch (error) {
		const { message, wayOut } = faultOf(error);
		note(`headwater: not saved. ${message}\n${wayOut}\n`);
		return false;
	}
}
