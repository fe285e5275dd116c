import type { PreparationRecord } from '../record.ts';
import { compact } from './compact.ts';
import { crawl } from './crawl.ts';
import { describe } from './describe.ts';
import { extract } from './extract.ts';
import { join } from './join.ts';
import { joinApproximate } from './join-approximate.ts';
import { mask } from './mask.ts';
import { maskPictures } from './mask-pictures.ts';
import { merge } from './merge.ts';
import { quality } from './quality.ts';
import { tidy } from './tidy.ts';

/** Every piece of work between the raw zone and features; the key is the id and the name of its file. */
export const preparations = {
	compact,
	crawl,
	describe,
	extract,
	join,
	'join-approximate': joinApproximate,
	mask,
	'mask-pictures': maskPictures,
	merge,
	quality,
	tidy,
} as const satisfies Readonly<Record<string, PreparationRecord>>;
