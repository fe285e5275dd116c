import type { Decided } from '../advice/advice.ts';
import { once } from '../advice/ground/once.ts';
import type { Source } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';
import type { Materials } from './materials.ts';
import type { Finding, Plan } from './plan.ts';
import { counted, sentence } from './sentences.ts';

/**
Gaps that matter to the plan: kinds that could not be read anywhere, for nobody knows what is there, and sources of the plan
for which a fact that rules read stayed unknown. Those of other sources, and of facts no rule read, are left out.
*/
export function gapsOf({ estate, advice, questions, sources }: Materials): Plan['gaps'] {
	const read = once(
		() =>
			new Set([
				...advice.assumptions.map(({ fact }) => fact),
				...questions.map(({ fact }) => fact),
				...readIn(advice.decidedBy),
			]),
	);
	const groups = new Map(advice.decidedBy.map((one) => [`${one.family} ${one.place}`, one]));
	const isOpen = (source: Source, fact: string): boolean => {
		const group = groups.get(`${source.family} ${source.place}`);
		return !group || !isKnown(group, source, fact);
	};
	const planned = once(
		() => new Set([...advice.flows.flatMap((flow) => flow.sources), ...advice.unserved.map(({ source }) => source)]),
	);
	const told = new Map(
		estate.gaps
			.filter(({ about, fact }) => {
				const source = sources.get(about);
				if (!source) return true;
				if (!planned().has(about)) return false;
				return fact === undefined || (read().has(fact) && isOpen(source, fact));
			})
			.map(({ about, why, cure }) => {
				const gap = { about: clean(about), why: sentence(why), cure: sentence(cure) };
				return [JSON.stringify(gap), gap] as const;
			}),
	);
	return [...told.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, gap]) => gap);
}

/** One finding for all that could not be read: what is missing there cannot be in the plan. */
export function gapFindings(gaps: Plan['gaps'], { sources }: Materials): readonly Finding[] {
	const unread = gaps.filter(({ about }) => !sources.has(about));
	const [first] = unread;
	if (!first) return [];
	return [
		{
			id: 'not-read',
			severity: 'medium',
			control: 'gap',
			title: `${counted(unread.length, 'part')} of the estate could not be read`,
			about: unread.map(({ about }) => about),
			says: `Sources that stand there are missing from this plan. ${first.why}`,
			remedy: first.cure,
		},
	];
}

/** Facts that were read of any source and known of it. */
function readIn(decided: readonly Decided[]): ReadonlySet<string> {
	const found = new Set(decided.flatMap(({ shared }) => Object.keys(shared)));
	for (const { own, sources, read } of decided) {
		for (const fact of own) {
			if (!found.has(fact) && sources.some((source) => read(source, fact) !== undefined)) found.add(fact);
		}
	}
	return found;
}

/** Whether rules read a fact of a source and found it said. */
const isKnown = ({ shared, own, read }: Decided, source: Source, fact: string): boolean =>
	Object.hasOwn(shared, fact) || (own.includes(fact) && read(source, fact) !== undefined);
