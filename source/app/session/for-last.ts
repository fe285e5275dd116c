import type { Documents } from './derive.ts';

/** Works something out once for the same documents; only the last result is kept. */
export function forLast<T>(work: (documents: Documents) => T): (documents: Documents) => T {
	let last: { readonly documents: Documents; readonly result: T } | undefined;
	return ({ estate, answers }) => {
		if (last?.documents.estate !== estate || last.documents.answers !== answers) {
			last = { documents: { estate, answers }, result: work({ estate, answers }) };
		}
		return last.result;
	};
}
