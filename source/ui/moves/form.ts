import type { Answers } from '../../estate/answers.ts';
import type { Fault } from '../fault.ts';
import { entered, type Input } from '../field.ts';
import { noticed, type Ui, wishing } from '../state.ts';
import { count } from '../telling/amounts.ts';
import { withoutOver } from './over.ts';
import { happen } from './walk.ts';

/** What keys do while a file with answers is named. */
export function moveForm(ui: Ui, action: string): Ui {
	const { over, session } = ui;
	if (over?.kind !== 'form' || !session) return ui;
	if (action === 'cancel') return withoutOver(ui);
	const path = over.path.text.trim();
	if (action !== 'accept') return ui;
	if (path === '') return noticed(ui, 'Name the file: a filled-in form (.md), or answers as YAML.', 'warn');
	return wishing(ui, { type: 'fold', path, folder: session.id });
}

/** The path after something was typed or pasted. */
export function typeForm(ui: Ui, input: Input): Ui {
	if (ui.over?.kind !== 'form') return ui;
	const path = entered(ui.over.path, input);
	return path ? { ...ui, over: { kind: 'form', path } } : ui;
}

/** The session with what a file says, and who said it. */
export function folded(ui: Ui, answers: Answers): Ui {
	const closed = withoutOver(ui);
	const after = happen(closed, { type: 'fold', answers, at: ui.at });
	const by = [...new Set((answers.told ?? []).map((one) => one.by))].join(', ');
	const said = [answers.workload, ...Object.values(answers.places), ...Object.values(answers.sources)];
	const facts = new Set(said.flatMap((set) => Object.keys(set))).size;
	if (facts === 0) return noticed(closed, 'There is no answer in this file.', 'warn');
	return noticed(after, `${count(facts, 'fact')} answered${by === '' ? '' : ` by ${by}`}. u undoes it.`);
}

/** The state with the reason why a file could not be read. */
export const notFolded = (ui: Ui, fault: Fault): Ui =>
	ui.over?.kind === 'form' ? { ...ui, over: { ...ui.over, fault } } : noticed(ui, fault.message, 'bad');
