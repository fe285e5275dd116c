import type { SessionHost } from '../../app/session/session-host.ts';
import { clean } from '../../facts/clean.ts';
import { isBusy } from '../busy.ts';
import { farewell } from '../farewell.ts';
import { initial, type Wanted } from '../initial.ts';
import type { Ui } from '../state.ts';
import { createStore, type Store } from '../store.ts';
import { inAscii } from '../theme.ts';
import { progressLine } from './discovery.ts';
import { samplingLine } from './readiness.ts';
import { commandLines, said } from './said.ts';
import { told } from './told.ts';

interface Linear {
	readonly host: SessionHost;
	readonly wanted: Wanted;
	/** What a person or a file writes, line by line; its end ends the session. */
	readonly lines: AsyncIterator<string>;
	/** Printed, without a line end, when a line is waited for; empty where nobody sits there. */
	readonly prompt: string;
	readonly columns: number;
	readonly print: (text: string) => void;
	readonly note: (text: string) => void;
	/** Aborted by what ends the program, with the exit code as its reason. */
	readonly signal: AbortSignal;
}

/** Rows enough that nothing is scrolled away, and a width at which lists and details follow one another. */
const rows = 10_000;
const widest = 80;
/** Milliseconds between two lines about a discovery. */
const between = 2000;

/**
The guided session as plain lines of questions and answers, for screen readers, terminals that cannot draw, and pipes. Nothing is
drawn, moved or coloured. Resolves with the exit code: 0 quit or the end of the input, 130 interrupted, 2 not everything could be saved.
*/
export async function openLinear({
	host,
	wanted,
	lines,
	prompt,
	columns,
	print,
	note,
	signal,
}: Linear): Promise<number> {
	const size = { columns: Math.min(widest, Math.max(40, columns)), rows };
	const store = createStore(host, initial(host, wanted, size));
	const say = (texts: readonly string[]): void => {
		const { isAscii } = store.state().signs;
		const safe = texts.map((text) => clean(isAscii ? inAscii(text) : text));
		if (safe.length > 0) print(`${safe.join('\n')}\n`);
	};
	const teller = tellerOf(say);
	store.start();
	const ended = new Promise<'ended'>((resolve) => {
		store.ended.then(() => resolve('ended'));
		signal.addEventListener('abort', () => resolve('ended'), { once: true });
	});
	await settled(store, say, ended);
	teller.tell(store.state());
	for (;;) {
		if (prompt !== '') print(prompt);
		const next = await Promise.race([ended, lines.next()]);
		if (next === 'ended' || next.done) break;
		const meant = said(store.state(), next.value);
		if ('refused' in meant) say([meant.refused]);
		else if ('events' in meant) {
			store.tell(...meant.events);
			await settled(store, say, ended);
			// What is said of an answer is said when it is on the disk.
			await host.settled().catch(() => undefined);
			teller.tell(store.state());
		} else if (meant.asks === 'help') say(commandLines(store.state()));
		else if (meant.asks === 'again') teller.again(store.state());
		else break;
	}
	const isKept = await farewell({ host, session: store.state().session, print, note });
	if (signal.aborted) return Number(signal.reason);
	return isKept ? 0 : 2;
}

/** Tells of a state what was not said just before. */
function tellerOf(say: (texts: readonly string[]) => void) {
	let page = '';
	let here = '';
	let hint = '';
	const tell = (ui: Ui): void => {
		const { notice, unsaved, plannerFault } = ui;
		const now = told(ui);
		const [wholePage, wholeHere, wholeHint] = [now.page.join('\n'), now.here.join('\n'), now.hint.join('\n')];
		const blocks = [
			[
				...(unsaved ? [`Not saved: ${unsaved.message} ${unsaved.wayOut}`] : []),
				...(plannerFault ? [plannerFault.message] : []),
				...(notice ? [notice.text] : []),
			],
			wholePage === page ? [] : now.page,
			wholeHere === here && wholePage === page ? [] : now.here,
			wholeHint === hint ? [] : now.hint,
		];
		say(blocks.flatMap((block) => (block.length === 0 ? [] : ['', ...block])));
		[page, here, hint] = [wholePage, wholeHere, wholeHint];
	};
	return {
		tell,
		again(ui: Ui): void {
			page = '';
			hint = '';
			tell(ui);
		},
	};
}

/** Resolves when nothing is being worked on any more, telling of a discovery now and then. */
async function settled(store: Store, say: (texts: readonly string[]) => void, ended: Promise<unknown>): Promise<void> {
	let isOver = false;
	ended.then(() => {
		isOver = true;
	});
	const timer = setInterval(() => {
		const ui = store.state();
		if (ui.scan?.running) say([progressLine(ui)]);
		if (ui.sampling?.running) say([samplingLine(ui)]);
	}, between);
	try {
		while (isBusy(store.state()) && !isOver) {
			await new Promise<void>((resolve) => {
				const stop = store.listen(() => {
					stop();
					resolve();
				});
				ended.then(() => resolve());
			});
		}
	} finally {
		clearInterval(timer);
	}
}
