import type { Change, Plan, Rejection } from '../plan/plan.ts';
import { routeIn, titleIn } from './written.ts';

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
	const texts = [...byReason].map(([reason, services]) => `${services.join(', ')}: ${reason}`);
	if (texts.length <= shown) return texts;
	return [...texts.slice(0, shown), `${texts.length - shown} more; see headwater explain.`];
}

/** `Volume above 38 TB: AWS Snowball Edge.` */
export function changeText({ fact, direction, at, becomes }: Change, plan: Plan): string {
	return `${titleIn(plan)(fact)} ${direction} ${at}: ${becomes.length === 0 ? 'no route' : routeIn(plan, becomes)}`;
}
