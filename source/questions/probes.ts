import type { readsOf } from '../advice/explaining/assumptions.ts';
import type { Ground } from '../advice/ground/ground.ts';
import { needReader, type ReadNeed } from '../advice/ground/need.ts';
import { turnsWith } from '../advice/ground/read-facts.ts';
import type { Laid } from '../advice/laid.ts';
import { type Draft, layDraft, type Member } from '../advice/routing/draft.ts';
import type { Choices } from '../advice/routing/forced.ts';
import { livelyIn, livelyLines, matters } from '../advice/tipping/lively.ts';
import type { Source } from '../estate/estate.ts';
import type { FactValue } from '../facts/fact.ts';
import { backgrounds } from './background.ts';
import type { Crowd } from './crowds.ts';
import { explore } from './explore.ts';
import { guesser, type Open } from './guesses.ts';
import { type IsOpen, scopeOf } from './open-facts.ts';
import type { Decisive } from './search.ts';
import type { IsDue, Slices } from './slices.ts';
import { trialsOf } from './trials.ts';
import { valuesFor } from './values.ts';

/** Facts that are decisive for sources tried together, and whom each of these stands for. */
export interface Probe {
	readonly place: string;
	readonly decisive: readonly Decisive[];
	/** What it does to money is that of all its sources already, not of one of each. */
	readonly isWhole: boolean;
	/** The one that was tried by itself. */
	readonly source?: string;
}

/** Sources of one line that are tried together; more are tried one by one, with the others behind them. */
const together = 3;

interface Means {
	readonly isOpen: IsOpen;
	readonly reads: ReturnType<typeof readsOf>;
	readonly choices: Choices;
	readonly readNeed: ReadNeed;
	readonly isDue: IsDue;
}

/**
Tries the open facts of every source, or of those that stand for all: in AWS each by itself, elsewhere those of a line together.
Tells each as it is found.
*/
export function* probe(
	laid: Laid,
	crowd: Crowd,
	means: Pick<Means, 'isOpen' | 'reads' | 'isDue'>,
	tell: (probe: Probe) => void,
): Slices<void> {
	const { ground, choices, places } = laid;
	const { isDue } = means;
	const own: Means = { ...means, choices, readNeed: needReader(ground.table) };
	for (const place of places) {
		const standing = standingIn(place.rows, ground, crowd);
		if (standing.length === 0) continue;
		const lay = (some: readonly Source[], lines?: Draft['options']) =>
			layDraft(ground, place.id, some, { ...own, every: true, ...(lines && { lines }) });
		const alone = ({ id }: Source) => ({ aloneOnly: !crowd.isMain(id) });
		const whole = (decisive: readonly Decisive[]): Probe => ({ place: place.id, decisive, isWhole: true });
		const single = ({ id }: Source, decisive: readonly Decisive[]): Probe => ({
			place: place.id,
			decisive,
			isWhole: false,
			source: id,
		});
		if (!place.place || place.place.where === 'aws') {
			for (const one of standing) tell(single(one, yield* tryAll(ground, lay([one]), own, alone(one))));
			continue;
		}
		if (place.rows.length <= together) {
			tell(whole(yield* tryAll(ground, lay(standing), own)));
			continue;
		}
		const bare = lay([]);
		const drafts: Draft[] = [];
		for (const one of standing) {
			drafts.push(lay([one], bare.options));
			if (isDue()) yield;
		}
		const all = { ...bare, members: drafts.flatMap(({ members }) => members) };
		const members = all.members.map((member) => ({ ...member, times: crowd.times(member.source.id) }));
		const joint = yield* tryAll(ground, { ...all, members }, own, { shared: true });
		tell(whole(joint));
		const found = new Set(joint.map(({ open }) => open.fact));
		const open = yield* openOf(ground, all, own);
		const turning = new Set(open.flatMap(({ fact }) => turnsWith(fact)));
		const behind = yield* backgrounds(laid, place, { ...own, lines: livelyLines(all, turning) });
		for (const [index, one] of standing.entries()) {
			const draft = { ...(drafts[index] as Draft), background: behind(ground.rowOf(one)) };
			const decisive = yield* tryAll(ground, draft, own, alone(one));
			const left = decisive.filter(({ open: { fact, source } }) => source !== undefined || !found.has(fact));
			tell(single(one, left));
		}
	}
}

function standingIn(rows: Int32Array, { sources }: Ground, { isStanding }: Crowd): readonly Source[] {
	return Array.from(rows.filter(isStanding), (row) => sources[row] as Source);
}

/** Tries the open facts of a draft; `shared`: those of the workload and the place only, each alone; `aloneOnly`: all of them, but each alone. */
function* tryAll(
	ground: Ground,
	draft: Draft,
	{ isOpen, reads, isDue }: Means,
	{ shared = false, aloneOnly = shared }: { readonly shared?: boolean; readonly aloneOnly?: boolean } = {},
): Slices<readonly Decisive[]> {
	const all = yield* openOf(ground, draft, { isOpen, reads, isDue });
	const asked = all.filter(({ source }) => !shared || source === undefined);
	const { options, livelyMember } = livelyIn(
		draft,
		asked.map(({ fact }) => fact),
	);
	const members: Member[] = [];
	for (const member of draft.members) {
		members.push(livelyMember(member));
		if (isDue()) yield;
	}
	const live = { ...draft, options, members };
	const open = asked.filter((one) => matters(live, one.fact, one.source));
	return yield* explore(ground, live, {
		open,
		present: presentIn(ground, draft),
		...guesser(open, valuesFor(ground, live)),
		trials: trialsOf(ground, live, { open, isDue }),
		aloneOnly,
		isDue,
	});
}

/** What holds of an open fact: nobody stated it, so that it is the same assumption for all who read it, or unknown. */
function presentIn({ read }: Ground, { place, members }: Draft): (open: Open) => FactValue | undefined {
	return ({ fact, source }) => {
		const values = members
			.filter((member) => source === undefined || member.source.id === source)
			.map((member) => read(member.source, fact)?.value);
		const [first = read(place, fact)?.value, ...more] = values;
		return more.every((value) => value === first) ? first : undefined;
	};
}

function* openOf(
	ground: Ground,
	{ place, members }: Draft,
	{ isOpen, reads, isDue }: Pick<Means, 'isOpen' | 'reads' | 'isDue'>,
): Slices<readonly Open[]> {
	const found = new Map<string, Open>();
	const note = (open: Open): void => {
		const key = `${open.fact}|${open.source ?? ''}`;
		if (!found.has(key)) found.set(key, open);
	};
	for (const { source } of members) {
		for (const fact of reads.source(source.family)) {
			if (!isOpen(source, fact)) continue;
			note(scopeOf(ground, fact) === 'source' ? { fact, source: source.id } : { fact });
		}
		if (isDue()) yield;
	}
	if (!place || place.where === 'aws') return [...found.values()];
	for (const fact of reads.place) if (isOpen(place, fact) && scopeOf(ground, fact) !== 'source') note({ fact });
	return [...found.values()];
}
