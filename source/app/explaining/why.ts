import type { Change, Plan, Rejection } from '../../plan/plan.ts';
import { routeIn, titleIn } from '../written.ts';

/** Rejections as texts, those for the same reason together, at most so many; the last one says how many more there are. */
export function rejectedTexts(
	rejected: readonly Rejection[],
	plan: Plan,
	shown = Number.POSITIVE_INFINITY,
): readonly string[] {
	const title = titleIn(plan);
	const byReason = new Map<string, string[]>();
	for (const { service, reason } of rejected) {
		const known = byReason.get(reason);
		if (known) known.push(title(service));
		else byReason.set(reason, [title(service)]);
	}
	const texts = [...byReason].map(([reason, services]) => saidOf(services, reason));
	if (texts.length <= shown) return texts;
	return [...texts.slice(0, shown), `${texts.length - shown} more.`];
}

/** What is said of services; a sentence that names its service itself does not need it twice. */
export function saidOf(titles: readonly string[], reason: string): string {
	const [only = ''] = titles;
	return titles.length === 1 && reason.startsWith(only) ? reason : `${titles.join(', ')}: ${reason}`;
}

/** `Volume above 38 TB: AWS DataSync`. `services` are those of today, which may go on in another mode. */
export function changeText(
	{ fact, direction, at, becomes }: Change,
	plan: Plan,
	services: readonly string[] = [],
): string {
	const same = becomes.length > 0 && becomes.join() === services.join();
	const way = same ? 'the same in another mode' : becomes.length === 0 ? 'no route' : routeIn(plan, becomes);
	return `${titleIn(plan)(fact)} ${direction} ${at}: ${way}`;
}

/** Changes of what people would ask about first: those of the data before those of how costs are counted. */
export function tellingChanges(changes: readonly Change[]): readonly Change[] {
	const counts = ({ fact }: Change): number => Number(fact.startsWith('cost.'));
	return changes.toSorted((a, b) => counts(a) - counts(b));
}
