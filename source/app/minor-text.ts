/** Says that no more than minor questions are left, without the full stop. */
export const littleIsLeft = (minor: number): string =>
	minor === 1 ? 'The remaining one changes little' : `The remaining ${minor} change little`;
