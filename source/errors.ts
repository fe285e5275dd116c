/** Whose fault it is decides the tone and what the way out can be. */
export type Blame = 'user' | 'aws' | 'headwater';

/**
A known fault, told as one sentence with the way out. Printed without a stack; the program ends with 2.
`message` says what is wrong and where; `wayOut` says what to do; `code` is stable (`estate-version`, `no-credentials`).
*/
export class HeadwaterError extends Error {
	readonly code: string;
	readonly wayOut: string;
	readonly blame: Blame;

	constructor(code: string, about: { message: string; wayOut: string; blame?: Blame; cause?: unknown }) {
		super(about.message, { cause: about.cause });
		this.name = 'HeadwaterError';
		this.code = code;
		this.wayOut = about.wayOut;
		this.blame = about.blame ?? 'user';
	}
}
