import type { Footing } from './kernel.ts';

/** What was compiled already and reads none of some facts: it stands over columns that are shared. */
export function keptCompiled(
	{ gates, terms, inputs }: Footing,
	reads: (fact: string) => boolean,
): Pick<Footing, 'gates' | 'terms' | 'inputs'> {
	const kept = [...terms].filter(([, reckon]) => !inputs.get(reckon)?.some(reads));
	return {
		gates: new Map([...gates].filter(([, gate]) => !gate.inputs.some(reads))),
		terms: new Map(kept),
		inputs: new Map(kept.map(([, reckon]) => [reckon, inputs.get(reckon) ?? []])),
	};
}
