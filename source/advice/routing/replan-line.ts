import type { Source } from '../../estate/estate.ts';
import { moneyFacts } from '../ground/kernel.ts';
import type { Relaid } from '../ground/relay.ts';
import { type LinePlan, type Means, patternAt, ranker, wayAt } from './line-plan.ts';
import { meritsEach } from './merits.ts';
import type { Pattern } from './outlook.ts';
import type { PathOption } from './path-options.ts';

/** What must be done anew for the sources of a family. */
interface Anew {
	readonly judge: boolean;
	readonly weigh: boolean;
}

/** What of the sources of a family must be looked at anew where their cells changed. */
export function anewFor({ ground, changed, repriced }: Relaid): (family: Source['family']) => Anew {
	const known = new Map<string, Anew>();
	const isChanged = (fact: string): boolean => changed.has(fact);
	const money = repriced || [...moneyFacts].some(isChanged);
	return (family) => {
		const found = known.get(family);
		if (found) return found;
		const routes = ground.routesOf(family);
		const made = {
			judge: routes.some(({ gates }) => gates.some(({ inputs }) => inputs.some(isChanged))),
			weigh: money || routes.some(({ terms }) => [...terms].some(isChanged)),
		};
		known.set(family, made);
		return made;
	};
}

/**
What is best under a line for other answers, from what it was: gates are judged, routes weighed and ranked anew only for the
sources in which something changed that they read. The line itself is as it was, and laid over the rows.
*/
export function replanUnder(
	relaid: Relaid,
	rows: Int32Array,
	option: PathOption,
	before: LinePlan,
	means: Means & { readonly rechosen: boolean; readonly anew: ReturnType<typeof anewFor> },
): LinePlan {
	const { ground, touched, repriced } = relaid;
	const { turned, again, all, ways } = means.patternsOf(option);
	const isChanged = (fact: string): boolean => relaid.changed.has(fact);
	const count = rows.length;
	const own = new Int32Array(count);
	const starts = new Int32Array(count + 1);
	/** 1: weighed anew; 2: ranked anew only. */
	const tasks = new Uint8Array(count);
	let isMoved = false;
	let isWeighed = false;
	for (let index = 0; index < count; index++) {
		const row = rows[index] as number;
		const was = patternAt(before, index);
		const { judge, weigh } = means.anew((ground.sources[row] as Source).family);
		const isTouched = touched[row] === 1;
		const pattern = isTouched && judge ? turned(was, row, isChanged) : again(was, row);
		own[index] = pattern.number;
		const { outlook } = pattern;
		const isOther = isTouched && judge && outlook.signature !== was.outlook.signature;
		tasks[index] = isOther || (weigh && (isTouched || repriced)) ? 1 : isTouched || means.rechosen ? 2 : 0;
		isMoved ||= isOther;
		isWeighed ||= tasks[index] === 1;
		starts[index + 1] = (starts[index] as number) + outlook.choice.all.length * meritsEach;
	}
	const merits = !isWeighed
		? before.merits
		: isMoved
			? new Float64Array(starts[count] as number)
			: before.merits.slice();
	const taken = new Int32Array(count);
	const [late, stale, dollars] = [before.late.slice(), before.stale.slice(), before.dollars.slice()];
	const rank = ranker(ground, means);
	for (let index = 0; index < count; index++) {
		const { outlook } = all[own[index] as number] as Pattern;
		const row = rows[index] as number;
		const start = starts[index] as number;
		const task = tasks[index];
		if (task === 1) outlook.weighInto(row, merits, start);
		else if (isMoved) copyMerits(before, index, merits, start);
		if (task === 0) {
			const codes = wayAt(before, index)?.codes;
			taken[index] = codes ? outlook.ways.of(codes[0] ?? 0, codes[1] ?? 0, codes[2] ?? 0).number : -1;
			continue;
		}
		const found = rank(row, outlook, merits, start);
		taken[index] = found.way?.number ?? -1;
		late[index] = found.late;
		stale[index] = found.stale;
		dollars[index] = found.dollars;
	}
	return { patterns: { of: own, all }, starts, merits, ways: { of: taken, all: ways }, late, stale, dollars };
}

function copyMerits({ merits, starts }: LinePlan, index: number, into: Float64Array, at: number): void {
	const end = starts[index + 1] as number;
	for (let from = starts[index] as number, to = at; from < end; from++, to++) into[to] = merits[from] as number;
}
