import type { Plan } from '../../plan/plan.ts';

/** What the dollars of a plan are: `list prices`, or what is left of them for this customer. */
export function billedAt({ workload }: Pick<Plan, 'workload'>): string {
	const share = (fact: string): number => Math.round(Number(workload[fact]?.value ?? 0) * 100) || 0;
	const [off, tax] = [share('cost.discount'), share('cost.tax')];
	return `list prices${off > 0 ? ` less ${off} %` : ''}${tax > 0 ? ` with ${tax} % tax` : ''}`;
}
