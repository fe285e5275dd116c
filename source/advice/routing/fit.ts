import type { Requirement, ServiceRecord } from '../../catalog/record.ts';
import type { Known } from '../../estate/estate.ts';
import { judge } from '../../rules/verdict.ts';

/** Whether nothing that a record confirms speaks against a service for a source, its availability and its modes left aside. */
export function fitsBut(record: ServiceRecord, read: (fact: string) => Known | undefined): boolean {
	return record.requires.every(({ that, sure }) => !sure || judge(that, read).outcome !== 'fails');
}

/** Requirements that fail for a source and only ask for a quota to be raised. */
export function quotasToRaise(
	requirements: readonly Requirement[],
	read: (fact: string) => Known | undefined,
): readonly (Requirement & { readonly quota: string })[] {
	return requirements.flatMap((one) => {
		const { quota } = one;
		return quota !== undefined && judge(one.that, read).outcome === 'fails' ? [{ ...one, quota }] : [];
	});
}
