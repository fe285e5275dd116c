import { recordedAt } from '../recording.ts';
import { chance, pick } from './chance.ts';

const of = 1200;
const digits = (value: number): string => String(value).padStart(7, '0');

/** Customers of one segment of the recorded table, as a scan pages through them. */
export function profileItems(input: Readonly<Record<string, unknown>>) {
	const [segment, segments] = [Number(input.Segment ?? 0), Number(input.TotalSegments ?? 1)];
	const first = Number((input.ExclusiveStartKey as { readonly at?: number } | undefined)?.at ?? 0);
	const size = Math.ceil(of / segments);
	const last = Math.min(size, first + Number(input.Limit ?? size));
	const Items = Array.from({ length: Math.max(0, last - first) }, (_, index) => itemAt(segment * size + first + index));
	return last < size ? { Items, next: { at: last } } : { Items };
}

/** A customer: nearly all have a mail address, few a birthday, and whether they left is what a model would predict. */
function itemAt(index: number) {
	const random = chance(1000 + index);
	const left = random() < 0.18;
	const since = recordedAt.getTime() - random() * 900 * 86_400_000;
	return {
		customerId: { S: `C${digits(index)}` },
		...(random() < 0.97 ? { email: { S: `customer.${digits(index)}@example.com` } } : {}),
		...(random() < 0.35
			? { birthday: { S: new Date(Date.UTC(1950, 0, 1) + random() * 18_000 * 86_400_000).toISOString().slice(0, 10) } }
			: {}),
		segment: { S: pick(random, ['home', 'business', 'club']) },
		orders: { N: String(Math.round((left ? 3 : 9) * -Math.log(1 - random()))) },
		updatedAt: { S: new Date(since).toISOString() },
		churned: { BOOL: left },
	};
}
