import { partition } from '@aws-sdk/core/client';
import { nearestName } from '../../estate/nearest.ts';

/** Whether the SDK knows a region. One that opened after the SDK was built it does not know. */
export const isKnownRegion = (name: string): boolean =>
	(partition(name) as { readonly description?: string }).description !== undefined;

/** The region that a mistyped name most likely means: one that somebody uses here, or one that the SDK knows a letter away. */
export const nearestRegion = (wrong: string, others: Iterable<string> = []): string | undefined =>
	nearestName(wrong, [
		...[...others].filter((name) => name !== wrong),
		...oneAway(wrong.toLowerCase()).filter(isKnownRegion),
	]);

/** Every name that one letter added, dropped, changed or swapped makes of another. The SDK answers about names and gives no list of them. */
function oneAway(name: string): readonly string[] {
	const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-';
	const found = new Set([name]);
	for (let at = 0; at <= name.length; at += 1) {
		const [before, after] = [name.slice(0, at), name.slice(at)];
		found.add(before + after.slice(1));
		if (after.length > 1) found.add(`${before}${after[1]}${after[0]}${after.slice(2)}`);
		for (const letter of letters) {
			found.add(before + letter + after);
			found.add(before + letter + after.slice(1));
		}
	}
	return [...found];
}
