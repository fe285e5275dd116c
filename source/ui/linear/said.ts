import { stageIds, stages } from '../../app/stages.ts';
import { unknownText } from '../../facts/quantity-text.ts';
import type { Binding } from '../binding.ts';
import { optionsOf } from '../draft.ts';
import type { Event } from '../event.ts';
import { bindingsIn, reasonAgainst } from '../keymap.ts';
import type { Keystroke } from '../keystrokes.ts';
import { type Mode, modeBelow, typingModes } from '../mode.ts';
import { scopeFields } from '../scope-form.ts';
import type { Ui } from '../state.ts';
import { draftOf } from '../under.ts';

/** What a line asks for: events for the session, the list of commands, the page once more; or why it means nothing. */
export type Said =
	| { readonly events: readonly Event[] }
	| { readonly asks: 'help' | 'again' | 'quit' }
	| { readonly refused: string };

const press = (...keys: readonly Keystroke[]): readonly Event[] => keys.map((key) => ({ type: 'key', key }));
const write = (text: string): readonly Event[] => [...press('ctrl+e', 'ctrl+u'), { type: 'paste', text }];

/**
The events of a line. Where text is typed the line is the text, and a colon before it makes it a command; elsewhere a number
picks, a word is a command by its title, and an empty line goes on.
*/
export function said(ui: Ui, line: string): Said {
	const text = line.trim();
	const mode = modeBelow(ui);
	if (text.startsWith(':')) return command(ui, mode, text.slice(1).trim());
	if (text === '?') return { asks: 'help' };
	if (mode === 'sources' && text.startsWith('/'))
		return { events: [...press('/'), ...write(text.slice(1)), ...press('enter')] };
	if (mode === 'scope') return inForm(ui, text);
	if (mode === 'question to pick' || mode === 'edit by picking') return picked(ui, mode, text);
	if (text === '') return { events: press('enter') };
	if (typingModes.has(mode)) return { events: [...write(text), ...press('enter')] };
	if (/^\d+$/.test(text)) return numberedIn(mode, Number(text));
	return command(ui, mode, text);
}

/** A field is replaced by what is written, emptied by a dash, left by nothing; after the last one the search begins. */
function inForm(ui: Ui, text: string): Said {
	const focus = ui.views.welcome.form?.focus ?? 0;
	const typed = text === '' ? [] : text === '-' ? press('ctrl+e', 'ctrl+u') : write(text);
	return { events: [...typed, ...press(focus === scopeFields.length - 1 ? 'enter' : 'tab')] };
}

const down = (times: number): readonly Keystroke[] => ['home', ...Array.from({ length: times }, () => 'down')];

function numberedIn(mode: Mode, number: number): Said {
	if (mode === 'sources' || mode === 'recommendations' || mode === 'terms')
		return { events: press(...down(number - 1)) };
	if (mode === 'welcome' || mode === 'picker' || mode === 'variants')
		return { events: press(...down(number - 1), 'enter') };
	return { refused: 'There is nothing to pick here.' };
}

/** Options by number or by name; of several that may hold, exactly those that are named. */
function picked(ui: Ui, mode: Mode, text: string): Said {
	const draft = draftOf(ui);
	if (!draft) return { refused: 'There is no question here.' };
	if (text === '') return { events: press('enter') };
	const options = optionsOf(draft.form);
	const several = draft.form.type === 'choices';
	const words = text.toLowerCase() === 'none' && several ? [] : several ? text.split(/[\s,]+/) : [text];
	const named = words.map((word) => {
		const lower = word.toLowerCase() === 'not sure' ? unknownText : word.toLowerCase();
		return /^\d+$/.test(word) ? Number(word) - 1 : options.findIndex((option) => option.toLowerCase() === lower);
	});
	if (named.some((at) => at < 0 || at >= options.length)) return command(ui, mode, text);
	const last = options.length - 1;
	if (!several || named.includes(last)) return { events: press(...down(named[0] ?? 0), 'enter') };
	const turned = options.flatMap((option, at) => (named.includes(at) !== draft.ticked.includes(option) ? [at] : []));
	return { events: press(...turned.flatMap((at) => [...down(at), 'space']), ...down(0), 'enter') };
}

/** A command by the title of its key, its action or the key itself; what does nothing now says why. */
function command(ui: Ui, mode: Mode, text: string): Said {
	const word = text.toLowerCase();
	if (word === 'help' || word === 'again' || word === 'quit') return { asks: word };
	const stage = stageIds.findIndex((id) => stages[id].title.toLowerCase() === word.replace(/^go /, ''));
	if (stage > 0 && ui.session) return { events: press(...(isOver(mode) ? ['escape'] : []), String(stage)) };
	const here = bindingsIn(mode);
	const found =
		here.find(({ title, action }) => title === word || action === word) ?? here.find(({ keys }) => keys.includes(text));
	if (found) return { events: press(found.keys[0] ?? '') };
	return { refused: `"${text}" means nothing here; ? lists what does.` };
}

/** Whether something lies over the screen that has to be left before another is gone to. */
const isOver = (mode: Mode): boolean => typingModes.has(mode) || mode === 'picker' || mode === 'edit by picking';

/** What can be written where one stands. */
export function commandLines(ui: Ui): readonly string[] {
	const mode = modeBelow(ui);
	const drawn: ReadonlySet<string> = new Set([
		'up',
		'down',
		'first',
		'last',
		'page up',
		'page down',
		'scroll up',
		'scroll down',
		'help',
		'next hint',
		'end tour',
	]);
	const here = bindingsIn(mode).filter(({ action }) => !drawn.has(action) && !action.startsWith('go '));
	const colon = typingModes.has(mode) ? ':' : '';
	return [
		'An empty line goes on; a number picks.',
		...here.map((binding) => `${colon}${binding.title}${reasonOf(ui, binding)}`),
		...(mode === 'sources' ? ['/TEXT: only sources with this text'] : []),
		`${colon}go SCREEN: ${stageIds
			.slice(1)
			.map((id) => stages[id].title.toLowerCase())
			.join(', ')}`,
		`${colon}again: everything once more`,
		`${colon}quit`,
	];
}

const reasonOf = (ui: Ui, binding: Binding): string => {
	const reason = reasonAgainst(ui, binding);
	return reason === undefined ? '' : ` (not now: ${reason})`;
};
