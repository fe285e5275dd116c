import { roundedAmount } from '../../facts/amount-text.ts';
import { clean } from '../../facts/clean.ts';
import type { Limits } from '../../profiling/limits.ts';
import type { Announcement } from '../../profiling/reader.ts';
import { counted } from '../written.ts';

/** What somebody has to know before saying yes. */
export interface Consent {
	/** How many sources would be read. */
	readonly whom: string;
	/** What would be read of each, a line each. */
	readonly each: readonly string[];
	/** How much at most, and what it costs. */
	readonly most: string;
	readonly promise: string;
}

/** What would be read, how much at most and what it costs; shown before anybody says yes. */
export function consentFor(announced: readonly Announcement[], limits: Limits): Consent {
	const bytes = Math.min(
		limits.bytes,
		sum(announced, ({ bytes: most }) => most),
	);
	const units = sum(announced, ({ readUnits = 0 }) => readUnits);
	const requests = sum(announced, ({ requests: many }) => many);
	const cost = sum(announced, ({ dollars }) => dollars);
	const lines = announced.map(({ title, reads }) => `${clean(title)}: ${reads}`);
	return {
		whom: `headwater would read contents of ${counted(announced.length, 'source')}:`,
		each: lines.length > 20 ? [...lines.slice(0, 19), `and ${lines.length - 19} more`] : lines,
		most: `In all at most ${roundedAmount('bytes', bytes)}, ${roundedAmount('count', limits.rows)} rows and ${roundedAmount('seconds', limits.seconds)}${units > 0 ? `, ${units} read units` : ''}${requests > 0 ? `, ${counted(requests, 'request')}` : ''}; it costs ${cost === 0 ? 'nothing' : `at most $${cost < 0.01 ? '0.01' : cost.toFixed(2)}`}.`,
		promise: 'Values are counted and judged on this machine; none is kept, written or sent.',
	};
}

/** The same as text. */
export const consentText = ({ whom, each, most, promise }: Consent): string =>
	`${[whom, ...each.map((line) => `  ${line}`), most, promise].join('\n')}\n`;

const sum = <One>(all: readonly One[], of: (one: One) => number): number =>
	all.reduce((total, one) => total + of(one), 0);
