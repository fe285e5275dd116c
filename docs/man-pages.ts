// The manual pages, in roff, from the same records as --help.
import type { Command, Option } from '../source/app/command.ts';
import { commands } from '../source/app/commands/index.ts';
import { programHelp } from '../source/app/help.ts';

/** Text as roff prints it: nothing in it is a request, and a hyphen stays one that can be copied. */
const roff = (text: string): string =>
	text
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replace(/^([.'])/gm, '\\&$1');

const section = (title: string, ...lines: readonly string[]): readonly string[] => [`.SH ${title}`, ...lines];
/** Lines as they stand, not filled. */
const asIs = (text: string): readonly string[] => ['.nf', roff(text.trimEnd()), '.fi'];
const head = (name: string): string => `.TH ${roff(name).toUpperCase()} 1 "" headwater "headwater manual"`;

/** Every manual page by its file name below `docs/`. */
export const manPages = (): Readonly<Record<string, string>> =>
	Object.fromEntries([
		['man/headwater.1', programPage()],
		...Object.entries(commands).map(([name, command]) => [`man/headwater-${name}.1`, commandPage(name, command)]),
	]);

function programPage(): string {
	const others = Object.keys(commands).map((name) => `.BR headwater\\-${roff(name)} (1)`);
	return `${[
		head('headwater'),
		...section('NAME', 'headwater \\- plans how data reaches the place where models train on AWS'),
		...section('SYNOPSIS', ...asIs('headwater [--demo] [--session DIR] [--linear] [--ascii]\nheadwater COMMAND …')),
		...section('DESCRIPTION', ...asIs(programHelp())),
		...section('SEE ALSO', others.join(',\n')),
	].join('\n')}\n`;
}

function commandPage(name: string, command: Command): string {
	return `${[
		head(`headwater-${name}`),
		...section('NAME', `headwater\\-${roff(name)} \\- ${roff(command.title)}`),
		...section('SYNOPSIS', `.B headwater ${roff(name)}`, roff(command.usage)),
		...section('DESCRIPTION', roff(`${command.title}.${command.help ? ` ${command.help}` : ''}`)),
		...(Object.keys(command.options).length > 0
			? section('OPTIONS', ...Object.entries(command.options).flatMap(([key, option]) => optionLines(key, option)))
			: []),
		...section('EXAMPLES', ...asIs(command.example)),
		...section('EXIT STATUS', '0 done, 1 findings, 2 the request could not be carried out.'),
		...section('SEE ALSO', '.BR headwater (1)'),
	].join('\n')}\n`;
}

const optionLines = (key: string, { short, value, multiple, says }: Option): readonly string[] => [
	'.TP',
	`.B ${roff(`${short ? `-${short}, ` : ''}--${key}`)}${value ? ` \\fI${roff(value)}\\fR` : ''}${multiple ? ' …' : ''}`,
	roff(says),
];
