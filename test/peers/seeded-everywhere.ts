import { makersOfCarriers } from './makers-of-carriers.ts';
import { makersOfStores } from './makers-of-stores.ts';

/** By kind: how many things are more than a page of its list, and how one is made, whatever number it has. */
export type Makers = Readonly<Record<string, readonly [page: number, make: (index: number) => Promise<unknown>]>>;

/**
Fills regions with things of kinds that the emulator keeps and lists as AWS does (clusters of Kafka, lines and vector buckets it
does not): more than a page of each list where `whole`, else three. Gives
how many things of each kind stand in each region, as `region kind` to number.
*/
export async function seedEverywhere(
	endpoint: string,
	regions: readonly string[],
	whole: boolean,
): Promise<ReadonlyMap<string, number>> {
	const seeded = new Map<string, number>();
	for (const region of regions) {
		for (const [kind, [page, make]] of Object.entries({
			...makersOfStores(endpoint, region),
			...makersOfCarriers(endpoint, region),
		})) {
			const count = whole ? page : Math.min(page, 3);
			for (let index = 0; index < count; index += 1) {
				await make(index).catch((cause: unknown) => {
					throw new Error(`The emulator makes no ${kind} in ${region}: ${cause}`, { cause });
				});
			}
			seeded.set(`${region} ${kind}`, count);
		}
	}
	return seeded;
}
