import type { Facts } from '../../estate/estate.ts';
import type { Family } from '../../facts/families.ts';
import type { Reading } from '../collectors/collector.ts';
import type { CollectedKind } from '../collectors/index.ts';
import { awsPlace } from './place.ts';

/** What stands in AWS, as a kind finds it. */
interface Standing {
	readonly id: string;
	readonly kind: CollectedKind;
	readonly family: Family;
	readonly title: string;
	readonly facts: Facts;
}

/** Hands over a source that stands in the account and region that are read. Gives its id. */
export function tellSource({ account, region, emit }: Reading, { id, kind, family, title, facts }: Standing): string {
	emit.source({ id, kind, family, title, place: awsPlace(account, region), account, region, facts });
	return id;
}
