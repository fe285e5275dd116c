/** How many repetitions are left; each answer gives one back. */
export interface RetryBudget {
	/** Takes one; false where none is left. */
	spend(): boolean;
	earn(): void;
}

/** Repetitions that a service of a region is good for before it has answered anything. */
const most = 100;

/**
A budget of repetitions. Where a service fails a hundred times more often than it answers, each further call is made once only: thousands
that are each repeated would help neither it nor the person who waits.
*/
export function retryBudget(): RetryBudget {
	let left = most;
	return {
		spend() {
			if (left === 0) return false;
			left -= 1;
			return true;
		},
		earn() {
			left = Math.min(most, left + 1);
		},
	};
}
