import { HeadwaterError } from '../errors.ts';
import { takeScreen } from './first-line.ts';
import type { Wanted } from './initial.ts';
import type { Start } from './start.ts';

interface Beginning extends Omit<Start, 'taken'> {
	/** `linear`: as plain lines, wherever it is. */
	readonly wanted: Wanted & { readonly linear: boolean };
	readonly exit: (code: number) => void;
}

/**
Begins the session on the screen or as lines, and resolves with its exit code. It is small: the screen is taken before what draws
it is loaded, and a fault on the way gives it back. Where there is no terminal the demo is walked; anything else is a HeadwaterError.
*/
export async function begin(beginning: Beginning): Promise<number> {
	const { surroundings, wanted, env } = beginning;
	if (wanted.linear || (surroundings.interactive && env.TERM === 'dumb')) {
		const { startLinear } = await import('./start.ts');
		return startLinear(beginning);
	}
	if (!surroundings.interactive) return withoutTerminal(beginning);
	const taken = takeScreen(beginning);
	try {
		const { startScreens } = await import('./start.ts');
		return await startScreens({ ...beginning, taken });
	} finally {
		taken.giveBack();
	}
}

async function withoutTerminal({ wanted, surroundings }: Beginning): Promise<number> {
	if (wanted.demo) {
		const { walkDemo } = await import('../app/walk-demo.ts');
		return walkDemo(surroundings);
	}
	throw new HeadwaterError('no-terminal', {
		message: 'The guided session needs a terminal, and there is none here.',
		wayOut: 'Run instead:  headwater --demo   or   headwater plan --estate FILE   (all commands: headwater --help)',
	});
}
