import { HeadwaterError } from '../errors.ts';
import type { Command, Option } from './command.ts';

type Options = Readonly<Record<string, Option>>;
type Commands = Readonly<Record<string, Command>>;

const shells = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** The script that completes commands and options in a shell; `session` are the options that stand without a command. */
export function completionScript(shell: string | undefined, commands: Commands, session: Options): string {
	if (shell !== undefined && Object.hasOwn(shells, shell))
		return shells[shell as keyof typeof shells](commands, session);
	throw new HeadwaterError('unknown-shell', {
		message: shell === undefined ? 'No shell was named.' : `There is no completion for "${shell}".`,
		wayOut: 'Call it so:  headwater completion bash   or zsh, or fish',
	});
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const names = (options: Options): string =>
	Object.keys(options)
		.map((name) => `--${name}`)
		.join(' ');

function bashScript(commands: Commands, session: Options): string {
	const cases = Object.entries(commands).map(
		([name, { options }]) => `\t${name}) options=${quoted(names(options))} ;;`,
	);
	return `# In ~/.bashrc:  source <(headwater completion bash)
_headwater() {
	local current=\${COMP_WORDS[COMP_CWORD]} options=
	case \${COMP_WORDS[1]} in
${cases.join('\n')}
	completion) COMPREPLY=($(compgen -W ${quoted(Object.keys(shells).join(' '))} -- "$current")); return ;;
	esac
	if [ "$COMP_CWORD" = 1 ]; then
		COMPREPLY=($(compgen -W ${quoted(`${Object.keys(commands).join(' ')} completion ${names(session)}`)} -- "$current"))
	elif [[ $current == -* ]]; then
		COMPREPLY=($(compgen -W "$options --help" -- "$current"))
	else
		COMPREPLY=($(compgen -f -- "$current"))
	fi
}
complete -o filenames -F _headwater headwater
`;
}

function zshScript(commands: Commands, session: Options): string {
	const told = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
	const argument = ([name, { says, value }]: readonly [string, Option]): string =>
		quoted(`--${name}[${told(says)}]${value === undefined ? '' : `:${told(value)}:_files`}`);
	const cases = Object.entries(commands).map(
		([name, { options }]) =>
			`\t\t${name}) _arguments ${Object.entries(options).map(argument).join(' ')} '*:file:_files' ;;`,
	);
	return `#compdef headwater
# In ~/.zshrc, after compinit:  source <(headwater completion zsh)
_headwater() {
	if (( CURRENT == 2 )); then
		local -a known=(${Object.entries(commands)
			.map(([name, { title }]) => quoted(`${name}:${told(title)}`))
			.join(' ')})
		_describe command known
		_arguments ${Object.entries(session).map(argument).join(' ')}
	else
		case $words[2] in
${cases.join('\n')}
		completion) _values shell ${Object.keys(shells).join(' ')} ;;
		esac
	fi
}
compdef _headwater headwater
`;
}

function fishScript(commands: Commands, session: Options): string {
	const line = (when: string, rest: string): string => `complete -c headwater -n ${quoted(when)} ${rest}`;
	const option =
		(when: string) =>
		([name, { says, value, short }]: readonly [string, Option]): string =>
			line(
				when,
				[`-l ${name}`, short ? `-s ${short}` : '', value === undefined ? '' : '-r', `-d ${quoted(says)}`]
					.filter(Boolean)
					.join(' '),
			);
	return `${[
		'# In ~/.config/fish/config.fish:  headwater completion fish | source',
		...Object.entries(commands).map(([name, { title }]) =>
			line('__fish_use_subcommand', `-f -a ${name} -d ${quoted(title)}`),
		),
		line('__fish_use_subcommand', "-f -a completion -d 'Complete commands and options in a shell'"),
		line('__fish_seen_subcommand_from completion', `-f -a ${quoted(Object.keys(shells).join(' '))}`),
		...Object.entries(session).map(option('__fish_use_subcommand')),
		...Object.entries(commands).flatMap(([name, { options }]) =>
			Object.entries(options).map(option(`__fish_seen_subcommand_from ${name}`)),
		),
	].join('\n')}\n`;
}
