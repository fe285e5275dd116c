import type { Link } from '../../estate/estate.ts';
import type { Reading } from '../collectors/collector.ts';

/** The age of a copy that was last brought up to date at a time; nothing where that is not known. */
export function agedSince({ now }: Reading, at: Date | undefined, evidence: string): Pick<Link, 'age'> {
	if (at === undefined) return {};
	const seconds = Math.max(0, Math.round((now().getTime() - at.getTime()) / 1000));
	return { age: { value: seconds, from: 'measured', evidence, at: now().toISOString() } };
}

/** The age of a copy of which only a bound above is known, in seconds; nothing where not even that is. */
export function agedAtMost({ now }: Reading, seconds: number | undefined, evidence: string): Pick<Link, 'age'> {
	if (seconds === undefined) return {};
	const value = Math.round(seconds);
	return {
		age: {
			value,
			from: 'measured',
			evidence: `${evidence}, a bound above`,
			at: now().toISOString(),
			between: [0, value],
		},
	};
}
