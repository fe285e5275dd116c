import { isTyped } from './draft.ts';
import type { ReadinessView } from './readiness-view.ts';
import { isPlanned, itemOf, planFault, type Ui } from './state.ts';

/** What the keys mean at the moment: a mode is a screen, or something that lies over it. */
export const modes = {
	welcome: 'Start',
	scope: 'What to look at',
	policy: 'Policy',
	code: 'Code',
	discovery: 'Discover',
	sources: 'Sources',
	filter: 'Filter',
	consent: 'Read samples?',
	target: 'Target column',
	reading: 'Reading samples',
	readiness: 'Readiness',
	'report file': 'File of the report',
	'edit by typing': 'Answer for sources',
	'edit by picking': 'Answer for sources',
	'question to type': 'Questions',
	'question to pick': 'Questions',
	'no question': 'Questions',
	recommendations: 'Routes',
	strategy: 'Strategy',
	picker: 'Choose another',
	diagram: 'Diagram',
	cost: 'Cost',
	findings: 'Findings',
	export: 'Export',
	folder: 'Folder of the export',
	variants: 'Variants',
	'variant name': 'Name of the variant',
	terms: 'Words',
	form: 'File with answers',
	trouble: 'Plan',
	help: 'Help',
} as const satisfies Record<string, string>;
export type Mode = keyof typeof modes;

/** Modes in which a character is text and not a command. */
export const typingModes: ReadonlySet<Mode> = new Set([
	'scope',
	'code',
	'filter',
	'edit by typing',
	'question to type',
	'folder',
	'target',
	'report file',
	'variant name',
	'form',
	'help',
]);

/** The mode that the state is in, without the help that may lie over it. */
export function modeBelow(ui: Ui): Exclude<Mode, 'help'> {
	const { session, views } = ui;
	const stage = session?.stage ?? 'welcome';
	if (ui.asked) return 'code';
	if (ui.over) return ui.over.kind === 'variants' && ui.over.naming ? 'variant name' : ui.over.kind;
	if (isPlanned(stage) && planFault(ui)) return 'trouble';
	switch (stage) {
		case 'welcome':
			return views.welcome.form ? 'scope' : 'welcome';
		case 'sources':
			if (views.sources.readiness) return readinessMode(ui, views.sources.readiness);
			if (views.sources.editing)
				return isTyped(views.sources.editing.draft.form) ? 'edit by typing' : 'edit by picking';
			return views.sources.filtering ? 'filter' : 'sources';
		case 'questions': {
			const item = itemOf(ui);
			if (!item) return 'no question';
			return isTyped(item.form) ? 'question to type' : 'question to pick';
		}
		case 'recommendations':
		case 'strategy':
			return views[stage].picker ? 'picker' : stage;
		case 'export':
			return views.export.typing === undefined ? 'export' : 'folder';
		default:
			return stage;
	}
}

function readinessMode({ sampling }: Ui, { typing, asking }: ReadinessView): Exclude<Mode, 'help'> {
	if (sampling?.running) return 'reading';
	if (typing) return typing.what === 'target' ? 'target' : 'report file';
	return asking ? 'consent' : 'readiness';
}

/** The mode that the state is in. */
export const modeOf = (ui: Ui): Mode => (ui.help ? 'help' : modeBelow(ui));
