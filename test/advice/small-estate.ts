import type { Given } from '../../source/advice/ground/ground.ts';
import { type Answers, noAnswers } from '../../source/estate/answers.ts';
import { emptyEstate, type Facts, type Place, type Source } from '../../source/estate/estate.ts';
import type { FactValue } from '../../source/facts/fact.ts';
import type { Family } from '../../source/facts/families.ts';
import { facts } from '../../source/facts/index.ts';
import { days, gigabytes, megabits, terabytes } from '../../source/facts/units.ts';
import { smallCatalog } from './small-catalog.ts';
import { smallFormulas } from './small-formulas.ts';

export type Said = Readonly<Record<string, FactValue>>;

/** Facts as somebody declared them. */
export const declared = (said: Said): Facts =>
	Object.fromEntries(
		Object.entries(said).map(([fact, value]) => [
			fact,
			{ value, from: 'declared', evidence: 'told', at: '2026-11-22' } as const,
		]),
	);

export const source = (id: string, family: Family, place: string, said: Said, region?: string): Source => ({
	id,
	kind: 'told',
	family,
	title: id,
	place,
	...(region !== undefined && { region }),
	facts: declared(said),
});

export const cloud: Place = { id: 'cloud', title: 'Account', where: 'aws', facts: {} };
/** A mill at the river: half of 200 Mbps is free. */
export const river = (said: Said = {}): Place => ({
	id: 'river',
	title: 'River mill',
	where: 'on-premises',
	facts: declared({ 'link.kind': 'internet', bandwidth: megabits(200), 'bandwidth.free': 0.5, ...said }),
});

export const archive = (said: Said = {}): Source =>
	source('archive', 'file', 'river', { volume: terabytes(60), change: 0, deadline: days(45), ...said });
export const ledger = (said: Said = {}): Source =>
	source('ledger', 'relational', 'river', { volume: gigabytes(400), change: 5e4, managed: 'self', ...said });
export const orders = (said: Said = {}): Source =>
	source('orders', 'relational', 'cloud', { volume: gigabytes(200), change: 2e4, managed: 'rds', ...said });
export const clicks = (said: Said = {}, region = 'us-east-1'): Source =>
	source('clicks', 'object', 'cloud', { volume: terabytes(2), change: 2e5, ...said }, region);
export const pulses = (said: Said = {}): Source => source('pulses', 'stream', 'cloud', { change: 1e6, ...said });

/** What advice follows from, over the small catalogue. */
export function given(
	sources: readonly Source[],
	more: Partial<Given> & { places?: readonly Place[]; said?: Said } = {},
): Given {
	const { places = [cloud, river()], said = {}, ...rest } = more;
	const workload = declared({ 'training.region': 'us-east-1', ...said });
	return {
		estate: { ...emptyEstate, workload, places, sources },
		answers: noAnswers,
		vocabulary: facts,
		catalog: smallCatalog,
		formulas: smallFormulas,
		today: '2026-11-22',
		...rest,
	};
}

export const answering = (more: Partial<Answers>): Answers => ({ ...noAnswers, ...more });
