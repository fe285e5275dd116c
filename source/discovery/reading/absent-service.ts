import type { Cell, Gap } from '../../estate/estate.ts';
import { notOffered } from '../clients/fault.ts';

/**
Cells and gaps, once all have been read. A region that answers for some services does not offer those whose host no name server
knows: AWS gives them no name there.
*/
export function withoutAbsent(
	scanned: readonly Cell[],
	gaps: readonly Gap[],
): { readonly scanned: readonly Cell[]; readonly gaps: readonly Gap[] } {
	const answering = new Set(scanned.filter(({ state }) => answers.has(state)).map(regionOf));
	const unknown = new Set(gaps.filter(({ why }) => /\bENOTFOUND\b/.test(why)).map(({ about }) => about));
	const absent = new Set(
		scanned
			.filter((cell) => cell.state === 'unreachable' && cell.found === 0 && answering.has(regionOf(cell)))
			.map(nameOf)
			.filter((name) => unknown.has(name)),
	);
	return {
		scanned: scanned.map((cell) => (absent.has(nameOf(cell)) ? { ...cell, state: 'unsupported' } : cell)),
		gaps: gaps.map((gap) => (absent.has(gap.about) ? { ...gap, cure: notOffered } : gap)),
	};
}

const answers: ReadonlySet<string> = new Set(['ok', 'empty', 'denied']);
const regionOf = ({ account, region }: Cell): string => `${account}/${region}`;
const nameOf = (cell: Cell): string => `${regionOf(cell)}/${cell.kind}`;
