import type { SessionHost } from '../app/session-host.ts';
import { faultOf } from './fault.ts';

interface Opening {
	readonly host: SessionHost;
	/** The demo account stands under the cursor. */
	readonly demo: boolean;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
}

const faultOfProgram = 70;

/**
Opens the guided session on a terminal and resolves with the exit code when it ends: 0 quit, 130 Ctrl-C, 2 not everything could be
saved. The terminal is then as it was, everything is on the disk, and one line says where.
*/
export async function open({ host, demo, stdin, stdout, stderr }: Opening): Promise<number> {
	// Keys that are pressed while the screen is being loaded are kept by the terminal, and not echoed.
	stdin.setRawMode(true);
	const [{ render }, { App }, { createStore, initial }, { isWorthKeeping }] = await Promise.all([
		import('ink'),
		import('./app.tsx'),
		import('./store.ts'),
		import('./state.ts'),
	]);
	const size = { columns: stdout.columns, rows: stdout.rows };
	const store = createStore(host, initial(host, demo, size));
	const screen = render(<App store={store} />, {
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
	// What the first frame does not need is loaded when it stands.
	screen.waitUntilRenderFlush().then(store.start, () => undefined);
	const drawn = screen.waitUntilExit().then(
		() => undefined,
		(error: unknown) => error,
	);
	const code = await Promise.race([store.ended, drawn.then((error) => (error === undefined ? 0 : faultOfProgram))]);
	screen.unmount();
	const error = await drawn;
	if (error !== undefined) stderr.write(`headwater: ${faultOf(error).message}\n`);
	const { session } = store.state();
	const kept = session && isWorthKeeping(session) ? session.id : undefined;
	return (await farewell({ host, stdout, stderr, session: kept })) ? code : 2;
}

interface Farewell extends Pick<Opening, 'host' | 'stdout' | 'stderr'> {
	readonly session: string | undefined;
}

/** Waits until everything is saved and says where; false if it could not be. */
async function farewell({ host, stdout, stderr, session }: Farewell): Promise<boolean> {
	try {
		await host.settled();
		if (session !== undefined) stdout.write(`Your work is kept. To go on:  headwater --session ${session}\n`);
		return true;
	} catch (error) {
		const { message, wayOut } = faultOf(error);
		stderr.write(`headwater: not saved. ${message}\n${wayOut}\n`);
		return false;
	}
}
