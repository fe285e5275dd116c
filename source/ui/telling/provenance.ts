import type { Known } from '../../estate/estate.ts';
import { clean } from '../../facts/clean.ts';

/** Who says so, from what, and when: `measured, cloudwatch BucketSizeBytes, 2026-11-21`. */
export function provenance({
	from,
	evidence,
	on,
	by,
}: {
	readonly from?: Known['from'] | undefined;
	readonly evidence?: string | undefined;
	readonly on?: string | undefined;
	readonly by?: string | undefined;
}): string {
	if (from === undefined) return '';
	if (from === 'answered') return `${by === undefined ? 'you' : clean(by)} said so${on ? `, ${on}` : ''}`;
	return [from, evidence, on].filter(Boolean).join(', ');
}

/** The provenance of a statement of the documents. */
export const provenanceOf = ({ from, evidence, at, by }: Known): string =>
	provenance({ from, evidence, on: at.slice(0, 10), by });
