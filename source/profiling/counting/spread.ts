/**
How many times the variance of a share is that of rows drawn one by one, from the pieces it was counted in (ratio estimator
over clusters, Cochran 1977, 11.2). 1 at least; 1 where nothing varies.
*/
export function spreadOf(parts: readonly number[], wholes: readonly number[]): number {
	const total = wholes.reduce((sum, whole) => sum + whole, 0);
	const share = parts.reduce((sum, part) => sum + part, 0) / total;
	const count = wholes.filter((whole) => whole > 0).length;
	if (count < 2 || !(share > 0 && share < 1)) return 1;
	let squares = 0;
	for (const [index, whole] of wholes.entries()) squares += ((parts[index] ?? 0) - share * whole) ** 2;
	const clustered = (count / (count - 1)) * (squares / total ** 2);
	return Math.max(1, clustered / ((share * (1 - share)) / total));
}
