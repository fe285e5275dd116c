/** Whether two lists name the same rows in the same order. */
export const isSameRows = (some: Int32Array, others: Int32Array): boolean =>
	some === others || (some.length === others.length && some.every((row, index) => row === others[index]));
