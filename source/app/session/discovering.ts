import type { AskCode } from '../../discovery/clients/credentials.ts';
import type { PlannedCell } from '../../discovery/events.ts';
import type { Progress } from './progress.ts';

/** How a discovery of the session is followed and led. */
export interface Discovering {
	readonly onProgress: (progress: Progress) => void;
	readonly signal: AbortSignal;
	/** One cell of the scope, where not all of it is meant. */
	readonly only?: PlannedCell;
	/** Asks a person for the code of a multi-factor device; rejects where none is given. */
	readonly askCode?: AskCode;
}
