/** 0 done, 1 findings (questions open, drift, gaps in a named target), 2 the request could not be carried out, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

export interface Option {
	readonly type: 'boolean' | 'string';
	readonly short?: string;
	readonly multiple?: boolean;
	/** The word that stands for the value in help: `FILE`. */
	readonly value?: string;
	readonly says: string;
}

/** The outside world of a command, handed in by the entry. */
export interface Surroundings {
	readonly version: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Working directory. */
	readonly cwd: string;
	/** Folder that holds `templates/`. */
	readonly home: URL;
	readonly now: () => Date;
	/** Both ends are a terminal, so that somebody can be asked. */
	readonly interactive: boolean;
	/** Width of the output in cells; 100 where nobody knows. */
	readonly columns: number;
	readonly signal: AbortSignal;
	/** Documents: stdout. */
	readonly print: (text: string) => void;
	/** Progress and messages: stderr. */
	readonly note: (text: string) => void;
	/** Asks a question on stderr and gives what was typed; only where somebody is there. */
	readonly ask: (question: string) => Promise<string>;
}

export interface Invocation extends Surroundings {
	/** Values of the options, by name without dashes. */
	readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
	readonly positionals: readonly string[];
}

/** One command. Its record is light; what it does is imported inside `run`, so that help loads nothing. */
export interface Command {
	readonly title: string;
	/** What follows the name: `PLAN -o DIR [--only FORMAT]…`. */
	readonly usage: string;
	readonly options: Readonly<Record<string, Option>>;
	/** Positional arguments: least and most. */
	readonly positionals: readonly [least: number, most: number];
	readonly example: string;
	readonly help?: string;
	run(invocation: Invocation): Promise<ExitCode>;
}

/** The value of an option that is given once. */
export function single(invocation: Invocation, name: string): string | undefined {
	const value = invocation.values[name];
	return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be repeated. */
export function several(invocation: Invocation, name: string): readonly string[] {
	const value = invocation.values[name];
	return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
