import type { Ui } from './state.ts';
import { noticeHeight } from './telling/notice.ts';
import { hintHeight } from './tour/hint-rows.ts';

/** The state with what the hint of the tour and a long notice leave of its window to the screen. */
export function framed(ui: Ui): Ui {
	const { size } = ui;
	const hint = hintHeight(ui);
	const notice = noticeHeight(ui, hint);
	return hint === (size.hint ?? 0) && notice === (size.notice ?? 0) ? ui : { ...ui, size: { ...size, hint, notice } };
}
