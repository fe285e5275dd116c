import { HeadwaterError } from '../errors.ts';

/** What went wrong, for the screen: what, where, and the way out. */
export interface Fault {
	readonly message: string;
	readonly wayOut: string;
}

/** Any error as a fault; one that is not known is a fault of the program. */
export function faultOf(error: unknown): Fault {
	if (error instanceof HeadwaterError) return { message: error.message, wayOut: error.wayOut };
	const what = error instanceof Error ? error.message : String(error);
	return { message: `A fault of the program itself: ${what}`, wayOut: 'Your answers are kept. Please report it.' };
}
