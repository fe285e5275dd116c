import { Box } from 'ink';
import type { ReactNode } from 'react';
import { type StageId, stageIds, stages } from '../../app/stages.ts';
import { bannersIn } from '../banners.ts';
import type { Binding } from '../binding.ts';
import { bindingsIn, reasonAgainst } from '../keymap.ts';
import { bodyOf, isRoomy } from '../layout.ts';
import { modeOf } from '../mode.ts';
import { cells, type Row, row, type Span, span } from '../rows.ts';
import type { Ui } from '../state.ts';
import { keyText } from '../telling/help.ts';
import { noticeRows } from '../telling/notice.ts';
import { hintRows } from '../tour/hint-rows.ts';
import { Line, Rows } from './rows.tsx';

/** The frame around every screen: what is open and where in the walk one stands, a hint of the tour, a notice, and what the keys do. */
export function Frame({ ui, children }: { readonly ui: Ui; readonly children: ReactNode }): ReactNode {
	const { size, signs } = ui;
	const body = bodyOf(size);
	const rule = row(span(signs.line.repeat(size.columns), 'quiet'));
	const notice = noticeRows(ui);
	const { hint: taken = 0, notice: more = 0 } = size;
	const told = <Rows rows={notice} columns={size.columns} height={1 + more} />;
	const screen = (
		<Box marginLeft={1} width={body.columns} height={body.rows} overflow="hidden">
			{children}
		</Box>
	);
	const hint = taken > 0 && <Rows rows={hintRows(ui)} columns={size.columns} height={taken} />;
	if (!isRoomy(size)) {
		return (
			<>
				<Line of={shortHeader(ui)} columns={size.columns} />
				{screen}
				{hint}
				{notice.length > 0 ? told : <Line of={footerRow(ui, size.columns)} columns={size.columns} />}
			</>
		);
	}
	return (
		<>
			<Line of={header(ui)} columns={size.columns} />
			<Line of={stageBar(ui, size.columns)} columns={size.columns} />
			<Line of={rule} columns={size.columns} />
			{screen}
			{hint}
			{notice.length > 0 ? told : <Line of={[]} columns={size.columns} />}
			<Line of={footerRow(ui, size.columns)} columns={size.columns} />
		</>
	);
}

const header = (ui: Ui): Row => [
	span(' headwater', 'heading'),
	...bannerSpans(ui),
	span(`  ${ui.session?.title ?? 'plans how data reaches the place where models train'}`, 'strong'),
	span('  (reads only)', 'quiet'),
];

const bannerSpans = (ui: Ui): readonly Span[] =>
	bannersIn(ui).map((banner) => span(`  ${ui.signs.caution} ${banner}`, 'warn'));

function shortHeader(ui: Ui): Row {
	const { session } = ui;
	const stage = session?.stage ?? 'welcome';
	const at = stage === 'welcome' ? '' : ` ${stageIds.indexOf(stage)}/${stageIds.length - 1}`;
	return [
		span(' headwater', 'heading'),
		span(`  ${stages[stage].title}${at}`, 'strong'),
		...bannerSpans(ui),
		...(ui.heldBy ? [span(`  ${ui.signs.caution} to look at only`, 'warn')] : []),
		span(`  ${session?.title ?? ''}`, 'quiet'),
	];
}

/** The stages in order, the one in view in brackets; as short as the window asks for. */
function stageBar({ session, signs }: Ui, columns: number): Row {
	const here = session?.stage ?? 'welcome';
	const walk = stageIds.slice(1) as readonly StageId[];
	const at = walk.indexOf(here);
	const bar = (isNumbered: boolean, isSigned = true): readonly Span[] =>
		walk.flatMap((stage, index): readonly Span[] => {
			const number = isNumbered && session ? `${index + 1} ` : '';
			const title = `${number}${stages[stage].title}`;
			const then = index === 0 ? [] : [span(isSigned ? '  ' : ' ')];
			if (index === at) return [...then, span(`[${title}]`, 'chosen')];
			return [...then, span(index < at && isSigned ? `${signs.done}${title}` : title, index < at ? 'good' : 'quiet')];
		});
	const fitting = [bar(true), bar(true, false), bar(false), bar(false, false)].find(
		(spans) => spans.reduce((sum, { text }) => sum + cells(text), 1) <= columns,
	);
	return [
		span(' '),
		...(fitting ?? [span(`${stages[here].title}`, 'chosen'), span(`  ${at + 1} of ${walk.length}`, 'quiet')]),
	];
}

/** What the keys do here, as many as fit: the way forward first, the help in any case. What does nothing now is left out. */
function footerRow(ui: Ui, columns: number): Row {
	const able = bindingsIn(modeOf(ui)).filter((binding) => !binding.rare && reasonAgainst(ui, binding) === undefined);
	const rank = ({ keys, action }: Binding): number =>
		keys.includes('enter') ? 0 : action === 'help' || action === 'take over' ? 1 : 2;
	let left = columns;
	const fitting = able
		.toSorted((a, b) => rank(a) - rank(b))
		.filter((binding) => {
			const width = cells(keyOf(ui, binding)) + cells(binding.title) + 3;
			if (width > left) return false;
			left -= width;
			return true;
		});
	const shown = able.filter((binding) => fitting.includes(binding));
	return shown.flatMap((binding) => [span(` ${keyOf(ui, binding)}`, 'strong'), span(` ${binding.title} `, 'quiet')]);
}

const keyOf = ({ signs }: Ui, { keys }: Binding): string => keyText(keys[0] ?? '', signs);
