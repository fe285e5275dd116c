import { catalog } from '../../../source/catalog/index.ts';
import { facts } from '../../../source/facts/index.ts';

/** What the program itself knows. */
export const own = { catalog, vocabulary: facts };

/** The day as of which everything is measured. */
export const today = '2026-11-24';
