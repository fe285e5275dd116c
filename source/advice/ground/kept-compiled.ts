import type { Footing } from './kernel.ts';

/** What was compiled already and reads none of some facts: it stands over columns that are shared. */
export function keptCompiled(
	{ gates, terms, inputs }: Footing,
	reads: (fact: string) => boolean,
): Pick<Footing, 'gates' | 'terms' | 'inputs'> {
	const kept: Pick<Footing, 'gates' | 'terms' | 'inputs'> = { gates: new Map(), terms: new Map(), inputs: new Map() };
	gates.forEach((compiled, gate) => {
		if (!compiled.inputs.some(reads)) kept.gates.set(gate, compiled);
	});
	terms.forEach((reckon, term) => {
		const read = inputs.get(reckon) ?? [];
		if (read.some(reads)) return;
		kept.terms.set(term, reckon);
		kept.inputs.set(reckon, read);
	});
	return kept;
}
