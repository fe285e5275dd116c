// A process of its own that plans one large estate as its first act, and tells what that took, as JSON.
import { largeEstate } from '../../peers/large-account.ts';
import { quantile, timed, yardstick } from './timing.ts';

/** Milliseconds, and megabytes held beyond the estate. */
export interface FirstAct {
	readonly cold: number;
	readonly warm: readonly number[];
	readonly yard: number;
	readonly held: number;
	/** Advice for other answers from what was advised, by what the answer touches: every flow with its route. */
	readonly anew: Readonly<Record<'deadline' | 'freshness' | 'cost', readonly number[]>>;
}

const [count = '1000', rounds = '5'] = process.argv.slice(2);
const [{ advise, readvise }, { noAnswers }, { own, today }, { readAll }] = await Promise.all([
	import('../../../source/advice/advise.ts'),
	import('../../../source/estate/answers.ts'),
	import('./own.ts'),
	import('./read-all.ts'),
]);
const estate = largeEstate(Number(count));
const given = { estate, answers: noAnswers, ...own, today };
const megabytes = (): number => {
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
};
const empty = megabytes();
let advice: ReturnType<typeof advise> | undefined;
const cold = timed(() => {
	advice = readAll(advise(given));
});
const held = megabytes() - empty;
const yard = quantile(Array.from({ length: 15 }, yardstick), 0.25);
const warm = Array.from({ length: Number(rounds) }, () =>
	timed(() => {
		advice = readAll(advise(given));
	}),
);
/** Answers that only a need reads, that gates read, and that touch every cost. */
const answers = { deadline: { deadline: 3 * 86_400 }, freshness: { freshness: 600 }, cost: { 'cost.hour': 40 } };
const before = advise(given);
const anew = Object.fromEntries(
	Object.entries(answers).map(([name, workload]) => {
		const now = { ...given, answers: { ...noAnswers, workload } };
		// The first answer of its kind looks up who states the fact.
		readvise(before, now);
		return [name, Array.from({ length: Number(rounds) }, () => timed(() => routed(readvise(before, now))))];
	}),
);
const flows = advice?.flows.length;
process.stdout.write(JSON.stringify({ cold, warm, yard, held, anew, flows }));

/** Every flow with its route. */
function routed({ flows }: ReturnType<typeof advise>): number {
	return flows.reduce((sum, { winner }) => sum + winner.route.length, 0);
}
