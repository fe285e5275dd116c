// A process of its own that plans one large estate as its first act, and tells what that took, as JSON.
import { largeEstate } from '../../peers/large-account.ts';
import { quantile, timed, yardstick } from './timing.ts';

/** Milliseconds, and megabytes held beyond the estate. */
export interface FirstAct {
	readonly cold: number;
	readonly warm: readonly number[];
	readonly yard: number;
	readonly held: number;
}

const [count = '1000', rounds = '5'] = process.argv.slice(2);
const [{ advise }, { noAnswers }, { own, today }] = await Promise.all([
	import('../../../source/advice/advise.ts'),
	import('../../../source/estate/answers.ts'),
	import('./own.ts'),
]);
const estate = largeEstate(Number(count));
const given = { estate, answers: noAnswers, ...own, today };
const megabytes = (): number => {
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
};
const before = megabytes();
let advice: ReturnType<typeof advise> | undefined;
const cold = timed(() => {
	advice = advise(given);
});
const held = megabytes() - before;
const yard = quantile(Array.from({ length: 15 }, yardstick), 0.25);
const warm = Array.from({ length: Number(rounds) }, () =>
	timed(() => {
		advice = advise(given);
	}),
);
process.stdout.write(JSON.stringify({ cold, warm, yard, held, flows: advice?.flows.length }));
