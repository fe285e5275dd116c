import type { Command } from './command.ts';
import { commands } from './commands/index.ts';

const start = `headwater plans how data reaches the place where models train on AWS.
It finds data sources, asks only what it could not measure, and turns both into a plan, diagrams and a CDK app.
It only ever reads; nothing in an account is created, changed or deleted.

headwater                               the guided session (in a terminal)
headwater --demo                        the same on the recorded demo account; without a terminal its plan as text
headwater --session DIR                 the session kept in DIR
headwater --linear                      the session as plain lines of questions and answers, for screen readers and pipes
headwater --ascii                       the session drawn with ASCII signs only; NO_COLOR=1 draws without colour
`;

/** The whole help: every command in one line each. */
export function programHelp(): string {
	const lines = Object.entries(commands).map(([name, { title }]) => `headwater ${name.padEnd(28)}  ${title}`);
	return `${start}\n${lines.join('\n')}\n\nheadwater completion SHELL              completes commands and options in bash, zsh or fish\nheadwater COMMAND --help                what a command takes, with an example\nheadwater --version\n\nExit codes: 0 done, 1 findings, 2 the request could not be carried out; the session also 130 Ctrl-C, 129 and 143 ended by a signal, 70 a fault.\n`;
}

/** What one command takes, with an example. */
export function commandHelp(name: string, command: Command): string {
	const options = Object.entries(command.options).map(([key, option]) => {
		const short = option.short ? `-${option.short}, ` : '';
		const value = option.value ? ` ${option.value}` : '';
		return `  ${`${short}--${key}${value}${option.multiple ? ' …' : ''}`.padEnd(26)} ${option.says}`;
	});
	const parts = [
		`headwater ${name} ${command.usage}`.trimEnd(),
		`${command.title}.${command.help ? ` ${command.help}` : ''}`,
		options.length > 0 ? options.join('\n') : undefined,
		`Example:\n  ${command.example}`,
	];
	return `${parts.filter(Boolean).join('\n\n')}\n`;
}
