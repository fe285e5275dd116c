import { stageIds } from '../app/stages.ts';
import type { Binding } from './binding.ts';
import { overKeys } from './keymap-over.ts';
import { scopeKeys } from './keymap-scope.ts';
import { tourKeys } from './keymap-tour.ts';
import type { Keystroke } from './keystrokes.ts';
import { type Mode, modes, typingModes } from './mode.ts';
import {
	againstWriting,
	noAnswers,
	noCell,
	nothingFound,
	nothingOffered,
	nothingUndone,
	unready,
	whileScanning,
} from './reasons.ts';
import type { Ui } from './state.ts';
import { draftOf } from './under.ts';

const all = Object.keys(modes) as readonly Mode[];
const walked = [
	'discovery',
	'sources',
	'readiness',
	'recommendations',
	'strategy',
	'diagram',
	'cost',
	'findings',
	'export',
] as const;
const commands = [...walked, 'no question', 'question to pick', 'trouble'] as const;
const pages = ['policy', 'consent', ...walked.filter((one) => one !== 'sources' && one !== 'recommendations')] as const;
const lists = [
	'variants',
	'terms',
	'welcome',
	'sources',
	'recommendations',
	'picker',
	'edit by picking',
	'question to pick',
] as const;

export const keymap = [
	{ keys: ['enter'], action: 'open', title: 'open', in: ['welcome'] },
	...scopeKeys,
	{ keys: ['enter'], action: 'forward', title: 'to the sources', in: ['discovery'], disabled: nothingFound },
	{
		keys: ['x'],
		action: 'stop',
		title: 'stop',
		in: ['discovery'],
		disabled: ({ scan }) => (scan?.running ? undefined : 'Discovery is done.'),
	},
	{
		keys: ['r'],
		action: 'retry',
		title: 'discover again',
		in: ['discovery'],
		disabled: ({ scan }) => (scan?.running ? 'Discovery still runs.' : undefined),
	},
	{ keys: ['c'], action: 'ask cell', title: 'ask this cell', in: ['discovery'], disabled: noCell, changes: true },
	{ keys: ['tab'], action: 'next cell', title: 'next cell', in: ['discovery'], disabled: noCell },
	{ keys: ['enter'], action: 'forward', title: 'to the questions', in: ['sources'], disabled: whileScanning },
	{ keys: ['/'], action: 'filter', title: 'filter', in: ['sources'] },
	{ keys: ['space'], action: 'mark', title: 'mark', in: ['sources'], disabled: nothingFound },
	{ keys: ['p'], action: 'readiness', title: 'readiness', in: ['sources'], disabled: unready },
	{ keys: ['o'], action: 'sort', title: 'sort', in: ['sources'], disabled: nothingFound },
	{ keys: ['n'], action: 'unmark', title: 'unmark all', in: ['sources'], disabled: nothingFound, rare: true },
	{ keys: ['a'], action: 'mark all', title: 'mark all shown', in: ['sources'], disabled: nothingFound },
	{ keys: ['f'], action: 'mark alike', title: 'mark its family', in: ['sources'], disabled: nothingFound, rare: true },
	{ keys: ['v'], action: 'edit volume', title: 'volume', in: ['sources'], disabled: nothingFound, changes: true },
	{ keys: ['c'], action: 'edit change', title: 'velocity', in: ['sources'], disabled: nothingFound, changes: true },
	{ keys: ['r'], action: 'edit regime', title: 'compliance', in: ['sources'], disabled: nothingFound, changes: true },
	{
		keys: ['s'],
		action: 'edit sensitivity',
		title: 'sensitivity',
		in: ['sources'],
		disabled: nothingFound,
		changes: true,
	},
	{ keys: ['y'], action: 'agree', title: 'yes', in: ['consent'], disabled: nothingOffered, changes: true },
	{ keys: ['t'], action: 'name target', title: 'target column', in: ['consent'], disabled: nothingOffered },
	{ keys: ['enter'], action: 'accept', title: 'take it', in: ['target', 'code'] },
	{ keys: ['x'], action: 'enough samples', title: 'stop', in: ['reading'] },
	{ keys: ['r'], action: 'ask to read', title: 'read again', in: ['readiness'], changes: true },
	{ keys: ['w'], action: 'name report', title: 'write the report', in: ['readiness'] },
	{ keys: ['enter'], action: 'accept', title: 'write it', in: ['report file'] },
	{ keys: ['enter'], action: 'accept', title: 'keep the filter', in: ['filter'] },
	{ keys: ['escape'], action: 'cancel', title: 'clear it', in: ['filter'] },
	{ keys: ['up'], action: 'up', title: 'up', in: ['filter', 'help'], rare: true },
	{ keys: ['down'], action: 'down', title: 'down', in: ['filter', 'help'], rare: true },
	{ keys: ['enter'], action: 'accept', title: 'answer', in: ['edit by typing', 'edit by picking'], changes: true },
	{ keys: ['enter'], action: 'accept', title: 'answer', in: ['question to type', 'question to pick'], changes: true },
	{
		keys: ['space'],
		action: 'tick',
		title: 'tick',
		in: ['edit by picking', 'question to pick'],
		disabled: (ui) => (draftOf(ui)?.form.type === 'choices' ? undefined : 'Only one of them can hold; enter takes it.'),
	},
	{
		keys: ['ctrl+n'],
		action: 'not sure',
		changes: true,
		title: 'not sure',
		in: ['edit by typing', 'edit by picking', 'question to type', 'question to pick'],
	},
	{
		keys: ['ctrl+t'],
		action: 'take back',
		changes: true,
		title: 'take the answer back',
		in: ['edit by typing', 'edit by picking', 'question to type', 'question to pick'],
		rare: true,
	},
	{ keys: ['tab'], action: 'skip', title: 'skip', in: ['question to type', 'question to pick'] },
	{ keys: ['ctrl+p'], action: 'enough', title: 'enough, plan', in: ['question to type', 'question to pick'] },
	{ keys: ['shift+tab'], action: 'back', title: 'previous', in: ['question to type', 'question to pick'] },
	{ keys: ['right', 'l'], action: 'skip', title: 'skip', in: ['question to pick'], rare: true },
	{ keys: ['left', 'b', 'h'], action: 'back', title: 'previous', in: ['question to pick', 'no question'], rare: true },
	{
		keys: ['escape'],
		action: 'leave',
		title: 'to the sources',
		in: ['question to type', 'question to pick', 'no question'],
	},
	{ keys: ['enter'], action: 'forward', title: 'to the routes', in: ['no question'] },
	{ keys: ['c'], action: 'choose', title: 'choose another', in: ['recommendations', 'strategy'], changes: true },
	{ keys: ['tab'], action: 'details', title: 'details', in: ['sources', 'recommendations'] },
	{ keys: ['J'], action: 'scroll down', title: 'scroll details', in: ['sources', 'recommendations'], rare: true },
	{ keys: ['K'], action: 'scroll up', title: 'scroll details', in: ['sources', 'recommendations'], rare: true },
	{ keys: ['enter'], action: 'accept', title: 'choose', in: ['picker'], changes: true },
	{ keys: ['enter'], action: 'forward', title: 'to the strategy', in: ['recommendations'] },
	{ keys: ['enter'], action: 'forward', title: 'to the diagram', in: ['strategy'] },
	{ keys: ['enter'], action: 'forward', title: 'to the cost', in: ['diagram'] },
	{ keys: ['enter'], action: 'forward', title: 'to the findings', in: ['cost'] },
	{ keys: ['enter'], action: 'forward', title: 'to the export', in: ['findings'] },
	{
		keys: ['enter', 'w'],
		action: 'write',
		title: 'write the files',
		in: ['export'],
		disabled: ({ views }) => againstWriting(views.export),
	},
	{ keys: ['f'], action: 'name folder', title: 'another folder', in: ['export'] },
	{ keys: ['enter'], action: 'accept', title: 'list the files', in: ['folder'] },
	{
		keys: ['escape'],
		action: 'cancel',
		title: 'leave it',
		in: ['folder', 'code', 'picker', 'edit by typing', 'edit by picking', 'scope', 'target', 'report file'],
	},
	{
		keys: ['right', 'l'],
		action: 'forward',
		title: 'next screen',
		in: walked.filter((mode) => mode !== 'readiness'),
		rare: true,
	},
	{
		keys: ['escape', 'left', 'b', 'h'],
		action: 'back',
		title: 'back',
		in: [...walked, 'consent', 'reading', 'trouble'],
	},
	{ keys: ['up', 'k'], action: 'up', title: 'up', in: [...lists, ...pages], rare: true },
	{ keys: ['down', 'j'], action: 'down', title: 'down', in: [...lists, ...pages], rare: true },
	{ keys: ['page up', 'ctrl+u'], action: 'page up', title: 'page up', in: [...lists, ...pages], rare: true },
	{
		keys: ['page down', 'ctrl+d'],
		action: 'page down',
		title: 'page down',
		in: [...lists, ...pages],
		rare: true,
	},
	{ keys: ['page up'], action: 'page up', title: 'scroll up', in: ['question to type'], rare: true },
	{ keys: ['page down'], action: 'page down', title: 'scroll down', in: ['question to type'], rare: true },
	{ keys: ['home', 'g'], action: 'first', title: 'first', in: [...lists, ...pages], rare: true },
	{ keys: ['end', 'G'], action: 'last', title: 'last', in: [...lists, ...pages], rare: true },
	{ keys: ['u'], action: 'undo', title: 'undo', in: commands, disabled: noAnswers, changes: true, rare: true },
	{ keys: ['ctrl+r'], action: 'redo', title: 'redo', in: commands, disabled: nothingUndone, changes: true, rare: true },
	{
		keys: ['T'],
		action: 'take over',
		title: 'take it over',
		in: commands,
		disabled: ({ heldBy, unsaved }) => (heldBy || unsaved ? undefined : 'No other window has this session.'),
	},
	...overKeys,
	{ keys: ['ctrl+z'], action: 'suspend', title: 'to the shell; fg comes back', in: all, rare: true },
	...stageIds.slice(1).map((stage, index) => ({
		keys: [String(index + 1)],
		action: `go ${stage}` as const,
		title: 'to that screen',
		in: commands,
		rare: true,
	})),
	{ keys: ['escape', 'ctrl+g'], action: 'close', title: 'close', in: ['help'] },
	{ keys: ['enter'], action: 'run', title: 'do it', in: ['help'] },
	{ keys: ['page up'], action: 'page up', title: 'page up', in: ['help'], rare: true },
	{ keys: ['page down'], action: 'page down', title: 'page down', in: ['help'], rare: true },
	{
		keys: ['?', ':'],
		action: 'help',
		title: 'help',
		in: ['welcome', 'picker', 'edit by picking', 'consent', 'reading', 'variants', 'terms', 'policy', ...commands],
	},
	{ keys: ['ctrl+g'], action: 'help', title: 'help', in: [...typingModes].filter((mode) => mode !== 'help') },
	{ keys: ['q'], action: 'quit', title: 'quit', in: ['welcome', 'consent', 'reading', ...commands] },
	{ keys: ['t'], action: 'tour', title: 'tour from here', in: commands, rare: true },
	...tourKeys,
] as const satisfies readonly Binding[];

export type Action = (typeof keymap)[number]['action'];
const bindings: readonly Binding[] = keymap;

/** What a key means in a mode. */
export function bindingOf(mode: Mode, key: Keystroke): (Binding & { readonly action: Action }) | undefined {
	return bindings.find((binding) => binding.in.includes(mode) && binding.keys.includes(key)) as never;
}

/** Why a key does nothing now; undefined where it does something. */
export const reasonAgainst = (ui: Ui, { changes, disabled }: Binding): string | undefined =>
	changes && ui.heldBy
		? `To look at only: process ${ui.heldBy.pid} on ${ui.heldBy.host} has it open; T takes it over.`
		: disabled?.(ui);

/** Everything that keys do in a mode, in the order in which it is shown. */
export const bindingsIn = (mode: Mode): readonly Binding[] => bindings.filter((binding) => binding.in.includes(mode));
