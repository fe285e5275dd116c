import type { ServiceRecord } from '../catalog/record.ts';
import type { Known } from '../estate/estate.ts';
import { judge } from '../rules/verdict.ts';

/** Whether nothing that a record confirms speaks against a service for a source, its availability and its modes left aside. */
export function fitsBut(record: ServiceRecord, read: (fact: string) => Known | undefined): boolean {
	return record.requires.every(({ that, sure }) => !sure || judge(that, read).outcome !== 'fails');
}
