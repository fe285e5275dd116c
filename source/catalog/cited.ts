import type { Cited } from './record.ts';

/** The day on which the statements of this catalogue were last checked; a record that was checked later says so itself. */
const checkedOn = '2026-11-22';

/** Read in a primary source: a document by its path. */
export const confirmed = (source: string, checked = checkedOn): Cited => ({ source, checked, sure: true });

/** Known from a secondary source or from memory only: shown as unverified, never rejects alone. */
export const unconfirmed = (source: string, checked = checkedOn): Cited => ({ source, checked, sure: false });
