import type { AskCode } from '../../discovery/clients/credentials.ts';
import { HeadwaterError } from '../../errors.ts';

/** The code of a multi-factor device in what somebody typed; undefined where it is none. */
export function codeIn(typed: string): string | undefined {
	const code = typed.replaceAll(/\s/g, '');
	return /^\d{6}$/.test(code) ? code : undefined;
}

/** What is said of something that is no code. */
export const notACode = 'A code has six digits.';

/** What is asked for a device. */
export const codeQuestion = (device: string): string => `Multi-factor code for ${device}`;

/** Asks in a line of a terminal, until a code is typed; an empty line gives up, which is a HeadwaterError. */
export const askInLine =
	(ask: (question: string) => Promise<string>): AskCode =>
	async (device) => {
		for (;;) {
			const typed = await ask(`${codeQuestion(device)} (six digits; empty gives up): `);
			const code = codeIn(typed);
			if (code !== undefined) return code;
			if (typed.trim() === '') throw noCode(device);
		}
	};

/** Nobody typed a code. */
export const noCode = (device: string): HeadwaterError =>
	new HeadwaterError('no-mfa-code', {
		message: `No code was given for the multi-factor device ${device}.`,
		wayOut: 'Run it again and type the code, or use a profile without multi-factor authentication.',
	});
