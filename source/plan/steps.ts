import type { Delivery } from './deliveries.ts';
import { engineSteps } from './engines.ts';
import { type HandStep, lineSteps, serviceSteps } from './hand-steps.ts';
import type { Materials } from './materials.ts';
import type { Finding, Job, Step, Wave } from './plan.ts';
import { quotaSteps, raisesOf } from './quotas.ts';
import { counted, named } from './sentences.ts';

interface Given {
	readonly deliveries: readonly Delivery[];
	readonly jobs: readonly Job[];
	readonly findings: readonly Finding[];
	readonly waves: readonly Wave[];
}

/**
What people do, in order: lines and accesses first since they take longest, then what stands against the plan, then the
deployment, the first run and the check, each with the first wave that waits for it. Numbers begin at 1; a lead is in seconds. A plan without flows needs no steps.
*/
export function stepsOf({ deliveries, jobs, findings, waves }: Given, materials: Materials): readonly Step[] {
	if (deliveries.length === 0) return [];
	const raised = quotaSteps(raisesOf(deliveries, materials), materials);
	const byHand = [...lineSteps(materials), ...serviceSteps(deliveries, materials), ...raised];
	const cures = findings
		.filter(({ severity, control }) => severity === 'high' && Object.hasOwn(materials.catalog.controls, control))
		.map(({ title, remedy, id, about }) => ({
			key: `cure ${id}`,
			says: `${title}. ${remedy}`,
			owner: 'security',
			after: [],
			concerns: about,
		}));
	const bySources = new Map(deliveries.map(({ id, flow }) => [id, flow.sources]));
	const engines = engineSteps(jobs, ({ after }) => after.flatMap((id) => bySources.get(id) ?? []), materials);
	const own = ownSteps(deliveries, jobs, { ordered: keysOf(byHand), cured: keysOf(cures), engines });
	return numbered([...byHand, ...cures, ...own], waveReader(waves));
}

/** Keys of what is done before, and what is set up beside the app. */
interface Before {
	readonly ordered: readonly string[];
	readonly cured: readonly string[];
	readonly engines: readonly HandStep[];
}

/** What follows for every plan once everything is ordered and cured. */
function ownSteps(
	deliveries: readonly Delivery[],
	jobs: readonly Job[],
	{ ordered, cured, engines }: Before,
): readonly HandStep[] {
	const owner = 'data platform';
	const work: readonly HandStep[] = [
		{
			key: 'jobs',
			says: `Run the ${counted(jobs.length, 'job')} behind them in order.`,
			owner,
			after: ['run', ...keysOf(engines)],
		},
	];
	return [
		{
			key: 'deploy',
			says: 'Export the app, read it, and deploy it.',
			owner,
			after: cured,
			request: 'headwater export plan.json -o out && cd out/cdk && npm ci && npx cdk deploy --all',
		},
		{
			key: 'run',
			says: `Start the first run of ${counted(deliveries.length, 'flow')}${historyOf(deliveries)}.`,
			owner,
			after: ['deploy', ...ordered],
		},
		...engines,
		...(jobs.length > 0 ? work : []),
		{
			key: 'check',
			says: 'Compare what arrived with the sources: rows or objects, bytes, and the age of the newest record.',
			owner,
			after: [jobs.length > 0 ? 'jobs' : 'run'],
		},
	];
}

const keysOf = (steps: readonly HandStep[]): readonly string[] => steps.map(({ key }) => key);

/** The number of the first wave with any of these sources, or with one that runs over the line of any of these places. */
function waveReader(waves: readonly Wave[]): (concerns: readonly string[]) => number | undefined {
	const first = new Map<string, number>();
	for (const { number, lines, members } of waves.toReversed()) {
		for (const id of [...lines, ...members.flatMap(({ sources }) => sources)]) first.set(id, number);
	}
	return (concerns) => {
		// A step may concern more sources than a call takes arguments.
		const number = concerns.reduce((least, id) => Math.min(least, first.get(id) ?? least), Number.POSITIVE_INFINITY);
		return number === Number.POSITIVE_INFINITY ? undefined : number;
	};
}

function numbered(drafts: readonly HandStep[], waveOf: ReturnType<typeof waveReader>): readonly Step[] {
	const numbers = new Map(drafts.map(({ key }, index) => [key, index + 1]));
	return drafts.map(({ key, says, owner, lead, after, request, concerns = [] }) => {
		const wave = waveOf(concerns);
		return {
			number: numbers.get(key) as number,
			says,
			owner,
			...(lead !== undefined && Number.isFinite(lead) && { lead: Math.round(lead) }),
			...(wave !== undefined && { wave }),
			after: [...new Set(after.flatMap((one) => numbers.get(one) ?? []))].toSorted((a, b) => a - b),
			...(request !== undefined && { request }),
		};
	});
}

function historyOf(deliveries: readonly Delivery[]): string {
	const once = deliveries.filter(({ flow }) => flow.winner.carries === 'history').map(({ from }) => from);
	if (once.length === 0 || once.length === deliveries.length) return '';
	return `, those with the history first (${named(once, 4)})`;
}
