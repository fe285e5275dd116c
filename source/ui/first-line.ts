import type { Signals } from './signals.ts';

/** The screen as it is taken before anything heavy is loaded. */
export interface TakenScreen {
	/** Gives the terminal back as it was; nothing happens once the screen has been handed over. */
	readonly giveBack: () => void;
	/** Whoever draws from now on ends it, too. */
	readonly handOver: () => void;
}

interface Taking {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly signals: Signals;
	readonly exit: (code: number) => void;
}

const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** What the header begins with in every window and session: the first frame does not erase what it does not draw over. */
const says = ' headwater';

/**
Takes the terminal at once and says who is there, while the screens are being loaded: the alternate screen, no cursor, the first
line. Keys that are pressed meanwhile are kept by the terminal, and not echoed.
*/
export function takeScreen({ stdin, stdout, signals, exit }: Taking): TakenScreen {
	let isOurs = true;
	stdout.write(`\u001b[?1049h\u001b[?25l\u001b[H${says.slice(0, Math.max(0, stdout.columns - 1))}\u001b[H`);
	stdin.setRawMode(true);
	const giveBack = (): void => {
		if (!isOurs) return;
		handOver();
		stdin.setRawMode(false);
		stdout.write('\u001b[?25h\u001b[?1049l');
	};
	const offs = Object.entries(endings).map(([signal, code]) =>
		signals.on(signal as keyof typeof endings, () => {
			giveBack();
			exit(code);
		}),
	);
	const handOver = (): void => {
		isOurs = false;
		for (const off of offs) off();
	};
	return { giveBack, handOver };
}
