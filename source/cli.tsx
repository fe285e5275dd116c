#!/usr/bin/env node
// The entry: arguments to a command or to the guided session. The only place with process, streams and exit codes.
import { hostname } from 'node:os';
import { parseArgs } from 'node:util';
import type { ExitCode, Option, Surroundings } from './app/command.ts';
import { commands } from './app/commands/index.ts';
import { commandHelp, programHelp } from './app/help.ts';
import { visible } from './app/visible.ts';
import { HeadwaterError } from './errors.ts';
import type { Signals } from './ui/signals.ts';

const version = process.env.HEADWATER_VERSION ?? '0.0.0';
const oldestNode = 22;

const sessionOptions = {
	demo: { type: 'boolean', says: 'the recorded demo account' },
	session: { type: 'string', value: 'DIR', says: 'the folder that keeps the session' },
	linear: { type: 'boolean', says: 'the session as plain lines, for screen readers and pipes' },
	ascii: { type: 'boolean', says: 'draw with ASCII signs only' },
	version: { type: 'boolean', says: 'print the version' },
	help: { type: 'boolean', short: 'h', says: 'print the help' },
} as const satisfies Record<string, Option>;

const interruption = new AbortController();

const surroundings: Surroundings = {
	version,
	env: process.env,
	cwd: process.cwd(),
	home: new URL('../', import.meta.url),
	now: () => new Date(),
	interactive: Boolean(process.stdin.isTTY && process.stdout.isTTY),
	columns: process.stdout.columns ?? 100,
	signal: interruption.signal,
	print: (text) => process.stdout.write(visible(text)),
	note: (text) => process.stderr.write(visible(text)),
	async ask(question) {
		const { createInterface } = await import('node:readline/promises');
		const lines = createInterface({ input: process.stdin, output: process.stderr });
		try {
			return await lines.question(question, { signal: interruption.signal });
		} finally {
			lines.close();
		}
	},
};

/** Reads the flags strictly; a wrong one is a HeadwaterError that names it and says where the right ones stand. */
function readFlags(args: readonly string[], options: Readonly<Record<string, Option>>, way: string) {
	try {
		return parseArgs({ args: [...args], allowPositionals: true, options: { ...options, ...sessionOptionsOfCommand } });
	} catch (cause) {
		const said = cause instanceof Error ? cause.message : String(cause);
		const message = said.split(/\.\s+To specify|\.\s/u)[0] ?? said;
		throw new HeadwaterError('wrong-flag', { message: `${message}.`, wayOut: `See ${way}`, cause });
	}
}
const sessionOptionsOfCommand = { help: sessionOptions.help };

async function main(argv: readonly string[]): Promise<number> {
	const [first, ...rest] = argv;
	if (first === undefined || first.startsWith('-')) return session(argv);
	if (first === 'completion') {
		const { completionScript } = await import('./app/completion.ts');
		return print(completionScript(rest[0], commands, sessionOptions));
	}
	const command = Object.hasOwn(commands, first) ? commands[first as keyof typeof commands] : undefined;
	if (!command) {
		throw new HeadwaterError('unknown-command', {
			message: `headwater has no command "${first}".`,
			wayOut: 'See headwater --help',
		});
	}
	const { values, positionals } = readFlags(rest, command.options, `headwater ${first} --help`);
	if (values.help) return print(commandHelp(first, command));
	refuseOldNode();
	const [least, most] = command.positionals;
	if (positionals.length < least || positionals.length > most) {
		throw new HeadwaterError('wrong-arguments', {
			message: `headwater ${first} takes ${least === most ? least : `${least} to ${most}`} argument${most === 1 ? '' : 's'}; ${positionals.length} given.`,
			wayOut: `It is called so:  headwater ${first} ${command.usage}`,
		});
	}
	process.once('SIGINT', () => interruption.abort());
	const code = await command.run({ ...surroundings, values, positionals });
	return interruption.signal.aborted ? 130 : code;
}

async function session(argv: readonly string[]): Promise<number> {
	const { values, positionals } = readFlags(argv, sessionOptions, 'headwater --help') as {
		values: {
			version?: boolean;
			help?: boolean;
			demo?: boolean;
			linear?: boolean;
			ascii?: boolean;
			session?: string;
		};
		positionals: string[];
	};
	if (values.version) return print(`headwater ${version}\n`);
	if (values.help) return print(programHelp());
	if (positionals.length > 0) {
		throw new HeadwaterError('wrong-arguments', {
			message: `"${positionals[0]}" stands after a flag of the session.`,
			wayOut: 'A command comes first: headwater COMMAND --help',
		});
	}
	refuseOldNode();
	const { begin } = await import('./ui/begin.ts');
	const wanted = { demo: values.demo === true, ascii: values.ascii === true, linear: values.linear === true };
	const { stdin, stdout, stderr, env, exit } = process;
	const streams = { stdin, stdout, stderr, env };
	const code = await begin({ surroundings, wanted, folder: values.session, self, signals, exit, ...streams });
	// What still runs (a discovery that was left, a terminal that is gone) must not keep the program alive.
	process.exit(code);
}

function refuseOldNode(): void {
	if (Number(process.versions.node.split('.')[0]) >= oldestNode) return;
	throw new HeadwaterError('old-node', {
		message: `headwater needs Node.js ${oldestNode} or newer; this is ${process.versions.node} (${process.execPath}).`,
		wayOut: 'Install a newer Node.js, or run:  npx --package=node@24 --package=headwater headwater',
	});
}

function print(text: string): ExitCode {
	process.stdout.write(text);
	return 0;
}

// A reader such as `head` that closes early is no fault; a session that loses its terminal saves first.
let whenBroken = (): void => process.exit(0);
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
		whenBroken();
	});
}

const signals: Signals = {
	on(happening, listener) {
		if (happening === 'broken') {
			whenBroken = () => listener(undefined);
			return () => undefined;
		}
		try {
			process.on(happening, listener);
		} catch {
			// This system knows no such signal.
		}
		return () => process.off(happening, listener);
	},
	raise: (signal) => process.kill(process.pid, signal),
};

const self = {
	pid: process.pid,
	host: hostname(),
	isAlive(pid: number): boolean {
		try {
			process.kill(pid, 0);
			return true;
		} catch (error) {
			// A process of somebody else is alive, too.
			return (error as NodeJS.ErrnoException).code === 'EPERM';
		}
	},
};

main(process.argv.slice(2)).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.exitCode = 2;
		if (error instanceof HeadwaterError) {
			process.stderr.write(visible(`headwater: ${error.message}\n${error.wayOut}\n`));
			return;
		}
		const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
		process.stderr.write(
			visible(`headwater: a fault of the program itself; please report it with the lines below.\n${what}\n`),
		);
	},
);
