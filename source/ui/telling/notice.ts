import { holderText } from '../../app/session/hold.ts';
import { bodyOf, isRoomy } from '../layout.ts';
import { paragraph, type Row, row, span } from '../rows.ts';
import { type Ui, unplannedOf } from '../state.ts';
import type { Role } from '../theme.ts';

/** A notice has at most so many rows, and leaves the screen at least so many. */
const most = 3;
const leastBody = 2;

/** What has to be said of the session besides its screen; undefined where nothing has. */
function noticeOf(ui: Ui): readonly [sign: string, text: string, role: Role] | undefined {
	const { notice, unsaved, signs, session, heldBy, planner, plannerFault, glimpsed } = ui;
	if (unsaved) return [signs.failed, `Not saved: ${unsaved.message} ${unsaved.wayOut}`, 'bad'];
	if (plannerFault) return [signs.failed, plannerFault.message, 'bad'];
	if (glimpsed !== undefined) return [signs.more, `Reading ${glimpsed} sources`, 'quiet'];
	if (unplannedOf(ui)) return [signs.more, 'Planning', 'quiet'];
	if (notice) {
		const sign = { good: signs.done, warn: signs.caution, bad: signs.failed }[notice.tone];
		return [sign, notice.text, notice.tone];
	}
	// Where this row is that of the keys, the line above says it.
	if (heldBy && isRoomy(ui.size)) {
		return [signs.caution, `To look at only: open elsewhere, ${holderText(heldBy)}`, 'warn'];
	}
	return session && !planner ? ['', 'Loading the catalogue.', 'quiet'] : undefined;
}

/** The rows of the notice: one, or as many as it takes and the window has. */
export function noticeRows(ui: Ui): readonly Row[] {
	const told = noticeOf(ui);
	if (!told) return [];
	const [sign, text, role] = told;
	const lead = span(sign === '' ? ' ' : ` ${sign} `, role);
	const rows = paragraph(text, ui.size.columns, lead, role);
	return (ui.size.notice ?? 0) === 0 ? [row(lead, span(text, role))] : rows.slice(0, 1 + (ui.size.notice ?? 0));
}

/** Rows that the notice takes beyond its own, beside those of a hint. */
export function noticeHeight(ui: Ui, hint: number): number {
	const told = noticeOf(ui);
	if (!told) return 0;
	const [sign, text] = told;
	const { length } = paragraph(text, ui.size.columns, sign === '' ? ' ' : ` ${sign} `);
	const { columns, rows } = ui.size;
	return Math.max(0, Math.min(length, most, bodyOf({ columns, rows, hint }).rows - leastBody + 1) - 1);
}
