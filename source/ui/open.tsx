import type { SessionHost } from '../app/session/session-host.ts';
import { faultOf } from './fault.ts';
import type { TakenScreen } from './first-line.ts';
import type { Wanted } from './initial.ts';
import { type Signals, watchEndings } from './signals.ts';

interface Opening {
	readonly host: SessionHost;
	readonly wanted: Wanted;
	readonly signals: Signals;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly taken: TakenScreen;
	/** What is said when the screen is gone. */
	readonly print: (text: string) => void;
	readonly note: (text: string) => void;
}

const faultOfProgram = 70;

/**
Opens the guided session on a terminal and resolves with the exit code when it ends: 0 quit, 130 Ctrl-C, 143 and 129 ended by a
signal, 70 a fault of the program, 2 not everything could be saved. The terminal is then as it was, everything is on the disk, and
one line says where.
*/
export async function open({
	host,
	wanted,
	signals,
	stdin,
	stdout,
	stderr,
	taken,
	print,
	note,
}: Opening): Promise<number> {
	const [{ render }, { App }, { createStore }, { initial }, { farewell }] = await Promise.all([
		import('ink'),
		import('./app.tsx'),
		import('./store.ts'),
		import('./initial.ts'),
		import('./farewell.ts'),
	]);
	const size = { columns: stdout.columns, rows: stdout.rows };
	const store = createStore(host, initial(host, wanted, size), () => signals.raise('SIGTSTP'));
	let fault: unknown;
	watchEndings(signals, (code, cause) => {
		fault ??= cause;
		store.tell({ type: 'end', code });
	});
	const screen = render(<App store={store} signals={signals} />, {
		stdin,
		stdout,
		stderr,
		alternateScreen: true,
		incrementalRendering: true,
		maxFps: 60,
		exitOnCtrlC: false,
		patchConsole: true,
		// Both ends are a terminal, whatever the environment says of a build server.
		interactive: true,
	});
	taken.handOver();
	// What the first frame does not need is loaded when it stands.
	screen.waitUntilRenderFlush().then(store.start, () => undefined);
	const drawn = screen.waitUntilExit().then(
		() => undefined,
		(error: unknown) => error,
	);
	const code = await Promise.race([store.ended, drawn.then((error) => (error === undefined ? 0 : faultOfProgram))]);
	screen.unmount();
	fault ??= await drawn;
	if (fault !== undefined) {
		const log = await host.noteFault(fault);
		const where = log === undefined ? '' : ` What led to it stands in ${log}.`;
		note(`headwater: ${faultOf(fault).message}${where} Please report it.\n`);
	}
	const isKept = await farewell({
		host,
		session: store.state().session,
		print,
		note,
	});
	return isKept ? code : 2;
}
