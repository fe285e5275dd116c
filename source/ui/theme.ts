/** How a role looks. The sixteen colours of the terminal follow the user's own theme; blue is unreadable on dark and not used. */
export interface Look {
	readonly color?: 'cyan' | 'yellow' | 'red' | 'magenta' | 'green';
	readonly bold?: boolean;
	readonly dimColor?: boolean;
	readonly inverse?: boolean;
}

/** Roles of text. No meaning is carried by colour alone: a sign or a word always goes with it. */
export const roles = {
	plain: {},
	strong: { bold: true },
	quiet: { dimColor: true },
	heading: { bold: true, color: 'cyan' },
	chosen: { bold: true, color: 'cyan' },
	good: { color: 'cyan' },
	warn: { color: 'yellow' },
	bad: { color: 'red', bold: true },
	said: { color: 'magenta' },
	cursor: { inverse: true },
	/** Drawn to be looked at; the session as lines leaves it out. */
	bar: { color: 'cyan' },
} as const satisfies Record<string, Look>;

export type Role = keyof typeof roles;

/** Signs that are one cell wide everywhere, or plain ASCII where the terminal may not know them. */
export interface Signs {
	/** Nothing but ASCII is drawn, whoever made the text. */
	readonly isAscii: boolean;
	readonly pointer: string;
	readonly done: string;
	readonly failed: string;
	readonly caution: string;
	readonly waiting: string;
	readonly dot: string;
	readonly arrow: string;
	readonly line: string;
	readonly upright: string;
	readonly full: string;
	readonly light: string;
	readonly more: string;
	readonly up: string;
	readonly down: string;
	readonly across: string;
	readonly spinner: readonly string[];
}

const unicode: Signs = {
	isAscii: false,
	pointer: '❯',
	done: '✓',
	failed: '×',
	caution: '!',
	waiting: '·',
	dot: '·',
	arrow: '→',
	line: '─',
	upright: '│',
	full: '█',
	light: '░',
	more: '…',
	up: '↑',
	down: '↓',
	across: '←→',
	spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
};

const ascii: Signs = {
	isAscii: true,
	pointer: '>',
	done: 'v',
	failed: 'x',
	caution: '!',
	waiting: '.',
	dot: '-',
	arrow: '->',
	line: '-',
	upright: '|',
	full: '#',
	light: '.',
	more: '~',
	up: 'up',
	down: 'down',
	across: 'left/right',
	spinner: ['|', '/', '-', '\\'],
};

type Env = Readonly<Record<string, string | undefined>>;

/** Unicode where the locale is UTF-8 and the terminal can draw it, else ASCII; ASCII also where somebody asked for it. */
export function signsFor(env: Env, wantsAscii = false): Signs {
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
	const plain = env.TERM === 'linux' || env.TERM === 'dumb' || (locale !== '' && !/utf-?8/i.test(locale));
	return plain || wantsAscii ? ascii : unicode;
}

/** Our own signs in texts that others made (a diagram, a sentence of the plan), each by one ASCII sign of the same width. */
const inOneCell: Readonly<Record<string, string>> = {
	'…': '~',
	'─': '-',
	'━': '-',
	'│': '|',
	'┃': '|',
	'→': '>',
	'▶': '>',
	'▸': '>',
	'←': '<',
	'↑': '^',
	'↓': 'v',
	'·': '-',
	'•': '*',
	'×': 'x',
	'✓': 'v',
	'█': '#',
	'░': '.',
	'▁': '_',
	'▂': '.',
	'▃': '-',
	'▄': '=',
	'▅': '+',
	'▆': '*',
	'▇': '%',
	'–': '-',
	'—': '-',
	'−': '-',
	'’': "'",
	'“': '"',
	'”': '"',
	µ: 'u',
};
const ourSigns = new RegExp(`[${Object.keys(inOneCell).join('')}\u250c-\u257f]`, 'gu');

/** A text with our signs in ASCII; names of other people keep their letters. The width stays. */
export const inAscii = (text: string): string => text.replace(ourSigns, (sign) => inOneCell[sign] ?? '+');

/** Makes NO_COLOR hold: the colour library only listens to FORCE_COLOR, and decides when it is loaded, so this runs before. */
export function prepareColours(env: Record<string, string | undefined>): void {
	if (env.NO_COLOR && env.FORCE_COLOR === undefined) env.FORCE_COLOR = '0';
}
