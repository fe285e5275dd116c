import type { AdvisedEngine } from '../advice/advice.ts';
import { moneyIn } from '../facts/money.ts';
import type { HandStep } from './hand-steps.ts';
import type { Materials } from './materials.ts';
import type { Job, JobEngine } from './plan.ts';
import { counted, named, sentence } from './sentences.ts';

/** What carries the work of a preparation, why it and why nothing else; undefined where it needs no engine of its own. */
export function engineOf(preparation: string, materials: Materials): JobEngine | undefined {
	const engine = materials.advice.preparations.find(({ id }) => id === preparation)?.engine;
	if (!engine) return undefined;
	const builtBy = builderOf(engine, materials);
	return {
		id: engine.id,
		...(builtBy !== undefined && { builtBy }),
		reasons: [...costReasons(engine, materials), buildReason(engine, materials)],
		rejected: [
			...engine.dearer.map((other) => ({ id: other.id, reason: `It comes to ${told(other, materials)}.` })),
			...engine.refused.map(({ id, because, source, known }) => ({
				id,
				reason: sentence(`${because}${known === undefined ? '' : deciding(source ?? '', known, materials)}`),
			})),
		],
	};
}

function deciding(source: string, known: boolean, { title }: Materials): string {
	return known ? `; not so for ${title(source)}` : `; nobody said whether that is so for ${title(source)}`;
}

function costReasons(engine: AdvisedEngine, materials: Materials): readonly string[] {
	const [next] = engine.dearer;
	const alone = next ? [] : ['Nothing else does this work.'];
	if (engine.costs.length === 0) return [...alone, 'What its runs cost is not reckoned.'];
	const own = `It comes to ${told(engine, materials)}`;
	if (!next) return [...alone, `${own}.`];
	const rival = `${materials.title(next.id)}, the next, ${next.dollars < engine.dollars ? 'would come' : 'comes'} to ${told(next, materials)}`;
	if (next.dollars >= engine.dollars) return [`${own}; ${rival}.`];
	return [`${own}; ${rival}, at prices that are not confirmed: have them checked before the work is moved.`];
}

/** The engine with which the exported app builds it: this one, else what it does such work with. */
const builderOf = ({ id, dearer }: AdvisedEngine, { catalog }: Materials): string | undefined =>
	[id, ...dearer.map((other) => other.id)].find((one) => catalog.engines[one]?.exported);

function buildReason(engine: AdvisedEngine, materials: Materials): string {
	const built = builderOf(engine, materials);
	if (built === undefined) return 'The exported app builds no such job: it is set up by hand.';
	if (built === engine.id) return 'The exported app builds it.';
	return `The exported app builds it with ${materials.title(built)} all the same: the move is done by hand.`;
}

/** `$690 over 12 months`, with the work in it. */
function told({ dollars, effort }: Pick<AdvisedEngine, 'dollars' | 'effort'>, { known }: Materials): string {
	const said = (fact: string) => known(undefined, fact);
	const [currency, rate] = [said('cost.currency'), said('cost.rate')];
	const money = moneyIn({ ...(currency && { 'cost.currency': currency }), ...(rate && { 'cost.rate': rate }) });
	const months = Number(said('cost.months')?.value ?? 1);
	const hours = effort.once + months * effort.monthly;
	const work = hours > 0 ? `, ${Number(hours.toPrecision(2))} h of work among it` : '';
	return `${money(dollars)} over ${counted(months, 'month')}${work}`;
}

/** The jobs that the exported app does not build, or builds with another engine than the best: a step for each engine. */
export function engineSteps(
	jobs: readonly Job[],
	sourcesOf: (job: Job) => readonly string[],
	{ title }: Materials,
): readonly HandStep[] {
	const byHand = jobs.filter(({ engine }) => engine && engine.builtBy !== engine.id);
	const groups = Map.groupBy(byHand, ({ engine }) => JSON.stringify([engine?.id, engine?.builtBy]));
	return [...groups].map(([key, some]) => {
		const { id = '', builtBy } = some[0]?.engine ?? {};
		const titles = named([...new Set(some.map((job) => job.title))], 4);
		const stands =
			builtBy === undefined
				? 'The exported app builds no such job.'
				: `The exported app builds it with ${title(builtBy)}: take that job out once this one runs.`;
		return {
			key: `engine ${key}`,
			says: `Set up on ${title(id)}: ${titles}. ${stands}`,
			owner: 'data platform',
			after: ['deploy'],
			concerns: some.flatMap(sourcesOf),
		};
	});
}
