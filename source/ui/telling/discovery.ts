import { slowText } from '../../app/discovering/slow-text.ts';
import type { CellProgress } from '../../app/session/progress.ts';
import { blank, exactly, paragraph, type Row, row, section, span, cells as width } from '../rows.ts';
import { progressOf, type Ui } from '../state.ts';
import type { Role, Signs } from '../theme.ts';
import { askableCells, cellUnder } from '../under.ts';
import { count } from './amounts.ts';
import { faultRows } from './fault.ts';

type State = CellProgress['state'];

/** How the reading of a cell is shown: a sign, a colour and a word. */
const looks: Readonly<Record<State, { readonly sign: keyof Signs; readonly role: Role; readonly word: string }>> = {
	waiting: { sign: 'waiting', role: 'quiet', word: 'waiting' },
	running: { sign: 'more', role: 'plain', word: 'reading' },
	ok: { sign: 'done', role: 'good', word: 'read' },
	empty: { sign: 'done', role: 'quiet', word: 'read, nothing there' },
	denied: { sign: 'caution', role: 'warn', word: 'denied' },
	'not-subscribed': { sign: 'line', role: 'quiet', word: 'not signed up for' },
	disabled: { sign: 'line', role: 'quiet', word: 'region not enabled' },
	unreachable: { sign: 'failed', role: 'bad', word: 'unreachable' },
	'timed-out': { sign: 'failed', role: 'bad', word: 'no answer in time' },
	unsupported: { sign: 'line', role: 'quiet', word: 'not offered there' },
	failed: { sign: 'failed', role: 'bad', word: 'failed' },
};

/** The state of a cell in a word or two. */
export const wordOf = (state: State): string => looks[state].word;

/** A moment of the animation: which picture of the spinner, and milliseconds since it began. */
export interface Tick {
	readonly frame: number;
	readonly time: number;
}

/** The screen of discovery: how far it is, a grid of kinds and regions, and what could not be read. */
export function discoveryRows(ui: Ui, columns: number, tick: Tick = { frame: 0, time: 0 }): readonly Row[] {
	const { gaps, cells } = progressOf(ui);
	return [
		...standing(ui, columns, tick),
		...askableText(ui).flatMap((text) => paragraph(text, columns, '  ', 'said')),
		blank,
		...section(
			`Not read: ${gaps.length}`,
			[...new Map(gaps.map((gap) => [`${gap.about} ${gap.why} ${gap.cure}`, gap])).values()].flatMap(
				({ about, why, cure, action }) => [
					...paragraph(`${about}: ${why}`, columns, span(`${ui.signs.caution} `, 'warn')),
					...paragraph(action && !cure.includes(action) ? `${cure} (${action})` : cure, columns, '  ', 'quiet'),
				],
			),
		),
		...grid(cells, columns, ui),
	];
}

/** Which cell would be asked again, and how; nothing where all were read, or while one is. */
export function askableText(ui: Ui): readonly string[] {
	const cell = cellUnder(ui);
	if (!cell || ui.scan?.running) return [];
	const cells = askableCells(ui);
	const where = `${cell.kind} in ${cell.region} of ${cell.account}`;
	const which = cells.length > 1 ? ` (${cells.indexOf(cell) + 1} of ${cells.length})` : '';
	return [`To be asked again by itself${which}: ${where}, ${looks[cell.state].word}.`];
}

function standing(ui: Ui, columns: number, { frame, time }: Tick): readonly Row[] {
	const { scan, signs } = ui;
	const { cells, sources, slowed } = progressOf(ui);
	const calls = cells.reduce((sum, cell) => sum + cell.calls, 0);
	const found = `${count(sources.length, 'source')}${calls > 0 ? `, ${count(calls, 'call')}` : ''}`;
	if (scan?.running) {
		const done = cells.filter(({ state }) => state !== 'waiting' && state !== 'running').length;
		const slow = slowText(slowed);
		const spinner = signs.spinner[frame % signs.spinner.length] ?? '';
		const parts = cells.length > 0 ? `, ${done} of ${count(cells.length, 'cell')}` : '';
		const bar = cells.length > 0 && columns >= 70 ? `  ${meter(done / cells.length, 20, signs)}` : '';
		return [
			row(
				span(`${spinner} Discovering`, 'strong'),
				`  ${found}${parts}, ${(time / 1000).toFixed(1)} s`,
				span(bar, 'good'),
			),
			// One line for both, so that nothing below it moves.
			slow === undefined
				? row(span('  You can go on to the sources: what is found later joins them.', 'quiet'))
				: row(span(`${signs.caution} ${slow}`, 'warn')),
		];
	}
	if (scan?.fault) return faultRows(scan.fault, columns, span(`${signs.failed} `, 'bad'));
	const took = scan?.endedAt === undefined ? '' : `, ${((scan.endedAt - scan.startedAt) / 1000).toFixed(1)} s`;
	if (sources.length > 0) return [row(span(`${signs.done} Done`, 'good'), `  ${found}${took}`)];
	return [
		row(span(`${signs.caution} Nothing was found`, 'warn'), `  ${calls > 0 ? count(calls, 'call') : ''}${took}`),
		...paragraph('Is it the right profile? Are these the right regions? What was denied stands below.', columns, '  '),
	];
}

/** A bar that is filled to a share. */
export function meter(share: number, columns: number, { full, light }: Signs): string {
	const filled = Math.round(Math.max(0, Math.min(1, share)) * columns);
	return full.repeat(filled) + light.repeat(columns - filled);
}

function grid(
	all: readonly CellProgress[],
	columns: number,
	{ signs, scan }: Pick<Ui, 'signs' | 'scan'>,
): readonly Row[] {
	if (all.length === 0) return [];
	const isQuiet = ({ state, found }: CellProgress): boolean => found === 0 && (state === 'ok' || state === 'empty');
	const accounts = new Set(all.map(({ account }) => account));
	const where = ({ account, region }: CellProgress): string =>
		[accounts.size > 1 ? account.slice(-4) : '', region].filter(Boolean).join(' ') || 'here';
	const byKind = Map.groupBy(all, ({ kind }) => kind);
	// When all is read, kinds of which there is nothing only hide those that matter.
	const told = [...byKind].filter(([, cells]) => scan?.running || !cells.every(isQuiet));
	const nothing = byKind.size - told.length;
	const kinds = (told.length > 0 ? told : [...byKind]).map(([kind]) => kind).toSorted();
	const regions = [...new Set(all.map(where))].toSorted();
	const name = Math.min(24, Math.max(...kinds.map(width)), Math.floor(columns / 2)) + 2;
	const wide = Math.max(8, ...regions.map((region) => Math.min(14, width(region)))) + 1;
	const named = name + 8 + regions.length * wide <= columns;
	const head = row(
		span(exactly('', name) + exactly('found', 7, 'right'), 'quiet'),
		span(
			named
				? ` ${regions.map((region) => exactly(region, wide - 1)).join(' ')}`
				: `  ${count(regions.length, 'region')}`,
			'quiet',
		),
	);
	const lines = kinds.map((kind) => {
		const mine = byKind.get(kind) ?? [];
		const found = mine.reduce((sum, cell) => sum + cell.found, 0);
		const states = regions.map((region) => mine.find((cell) => where(cell) === region));
		return [
			span(exactly(kind, name)),
			span(exactly(String(found), 7, 'right'), found > 0 ? 'strong' : 'quiet'),
			span(named ? ' ' : '  '),
			...states.map((cell) => (named ? toldCell(cell, wide, signs) : sign(cell, signs))),
		];
	});
	const seen = new Set(all.map(({ state }) => state));
	const legend = (Object.keys(looks) as State[])
		.filter((state) => seen.has(state))
		.map((state) => `${signs[looks[state].sign]} ${looks[state].word}`)
		.join('   ');
	const rest =
		told.length > 0 && nothing > 0
			? paragraph(`Nothing there of ${count(nothing, 'more kind')}.`, columns, '', 'quiet')
			: [];
	return [head, ...lines, ...rest, ...paragraph(legend, columns, '', 'quiet'), blank];
}

function toldCell(cell: CellProgress | undefined, columns: number, signs: Signs) {
	if (!cell) return span(exactly('', columns));
	const { sign: of, role, word } = looks[cell.state];
	const counted = cell.state === 'ok' || cell.state === 'empty' || cell.state === 'running';
	const says = counted ? String(cell.found) : cell.state === 'waiting' ? '' : word;
	return span(exactly(`${signs[of]} ${says}`, columns), role);
}

function sign(cell: CellProgress | undefined, signs: Signs) {
	if (!cell) return span(' ');
	const { sign: of, role } = looks[cell.state];
	return span(String(signs[of]), role);
}
