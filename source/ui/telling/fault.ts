import type { Fault } from '../fault.ts';
import { paragraph, type Row, type Span } from '../rows.ts';

/** What went wrong, behind a sign, and the way out; nothing where nothing did. */
export const faultRows = (fault: Fault | undefined, columns: number, lead: Span): readonly Row[] =>
	fault ? [...paragraph(fault.message, columns, lead), ...paragraph(fault.wayOut, columns, '  ')] : [];
