import type { Given, Ground } from '../../source/advice/ground/ground.ts';
import { type Route, unitSizes, unweighed, type Weighed } from '../../source/advice/ground/kernel.ts';
import { readFacts } from '../../source/advice/ground/read-facts.ts';
import type { Entry, Need } from '../../source/advice/routing/arrange.ts';
import { arrange, choiceOf } from '../../source/advice/routing/arrange.ts';
import { choicesOf, mustFor } from '../../source/advice/routing/forced.ts';
import type { Gate } from '../../source/advice/routing/gates.ts';
import type { PathOption } from '../../source/advice/routing/path-options.ts';
import { type Blueprint, blueprints, type PathBlueprint, pathBlueprints } from '../../source/advice/routing/routes.ts';
import { settle } from '../../source/advice/routing/settle.ts';
import type { CostTerm } from '../../source/catalog/record.ts';
import type { Known, Place, Source } from '../../source/estate/estate.ts';
import { knower } from '../../source/estate/known.ts';
import type { FactValue } from '../../source/facts/fact.ts';
import { gigabits } from '../../source/facts/units.ts';
import type { Term } from '../../source/rules/condition.ts';
import { evaluateTerm } from '../../source/rules/evaluate.ts';
import { formulas as ownFormulas } from '../../source/rules/formulas.ts';
import { judge } from '../../source/rules/verdict.ts';

/** What a fact is for somebody, as text or number, and unknown where nobody said it. */
type ReadOne = (fact: string) => Known | undefined;

interface Costed {
	readonly lead: Term;
	readonly effortOnce: Term;
	readonly effortMonthly: Term;
	readonly costs: readonly CostTerm[];
}

/**
The routes of every source as text, worked out the slow way: every fact is read anew, every requirement judged as a verdict
tree, every term evaluated as it stands; no table, no classes, nothing compiled, nothing remembered.
*/
export function naiveRoutes(given: Given): readonly string[] {
	const { estate, answers, vocabulary, catalog, today, formulas = ownFormulas } = given;
	const places = new Map(estate.places.map((place) => [place.id, place]));
	const read = readFacts(knower(estate, answers, vocabulary), places);
	const trained = read(undefined, 'training.region')?.value;
	const book = (typeof trained === 'string' && catalog.prices[trained]) || Object.values(catalog.prices)[0];
	const number = (known: Known | undefined): number | undefined =>
		typeof known?.value === 'number' ? known.value : undefined;
	const reckon = (term: Term, about: ReadOne): number => evaluateTerm(term, (fact) => number(about(fact)), formulas);
	const pass = (gates: readonly Gate[], about: ReadOne, into: Weighed): void => {
		into.outcome = 2;
		for (const { that, sure, quota } of gates) {
			const { outcome } = judge(that, about);
			if (outcome === 'holds' || (outcome === 'fails' && quota !== undefined)) continue;
			into.outcome = outcome === 'fails' && sure ? 0 : 1;
			if (into.outcome === 0) return;
		}
	};
	const dollars = ({ costs, effortOnce, effortMonthly }: Costed, about: ReadOne): number => {
		const months = number(about('cost.months')) ?? Number.NaN;
		const hour = number(about('cost.hour')) ?? Number.NaN;
		const paid = costs.map(({ price, per, quantity }) => {
			const entry = book?.prices[price];
			const rate = entry ? entry.dollars / unitSizes[entry.per] : Number.NaN;
			return rate * reckon(quantity, about) * (per === 'once' ? 1 : months);
		});
		const work = hour * (reckon(effortOnce, about) + months * reckon(effortMonthly, about));
		return [...paid, work].reduce((sum, one) => (Number.isNaN(one) ? sum : sum + one), 0);
	};
	const plans = blueprints(catalog, today, formulas);
	const lines = pathBlueprints(catalog, today, formulas);
	const choices = choicesOf(given);

	const optionOf = (path: PathBlueprint, order: number, place: Place): PathOption => {
		const about: ReadOne = (fact) => read(place, fact);
		const weighed = unweighed();
		const { mode } = path;
		pass(path.gates, about, weighed);
		weighed.dollars = dollars({ ...mode, effortOnce: mode.effort.once, effortMonthly: mode.effort.monthly }, about);
		const gives = Object.entries(path.gives).map(([fact, given]) => ({
			column: { fact } as PathOption['gives'][number]['column'],
			value: typeof given === 'object' || typeof given === 'number' ? reckon(given, about) : (given as FactValue),
		}));
		const leg = { blueprint: path } as PathOption['path'];
		return { ...(leg && { path: leg }), order, gives, lead: reckon(mode.lead, about), weighed };
	};
	const fixed = (values: Readonly<Record<string, FactValue>>): PathOption => ({
		order: 0,
		gives: Object.entries(values).map(([fact, value]) => ({
			column: { fact } as PathOption['gives'][number]['column'],
			value,
		})),
		lead: 0,
		weighed: { ...unweighed(), outcome: 2 },
	});
	const optionsOf = (place: Place | undefined): readonly PathOption[] =>
		!place || place.where === 'aws'
			? [fixed({ 'path.online': true, 'path.private': true, 'path.bandwidth': gigabits(10) })]
			: [
					fixed({ 'path.online': false, 'path.private': false }),
					...lines.map((path, index) => optionOf(path, index + 1, place)),
				];
	const wishedOver = (options: readonly PathOption[], sources: readonly Source[]): readonly PathOption[] => {
		const nearest = sources.map(({ id }) => choices.routes(id)[0]);
		const named = ({ path }: PathOption) => path?.blueprint.leg.service;
		const wished = nearest.filter((one) => one !== undefined && options.some((option) => named(option) === one));
		return options.map((option) => ({ ...option, against: wished.filter((one) => one !== named(option)).length }));
	};
	const entryOf = (blueprint: Blueprint, index: number, source: Source, option: PathOption): Entry => {
		const over = blueprint.line ? option : undefined;
		const about: ReadOne = (fact) => {
			if (!fact.startsWith('path.')) return read(source, fact);
			const value = option.gives.find(({ column }) => column.fact === fact)?.value;
			return value === undefined || Number.isNaN(value) ? undefined : { value, from: 'assumed', evidence: '', at: '' };
		};
		const weighed = unweighed();
		pass(blueprint.gates, about, weighed);
		if (over?.weighed.outcome === 1 && weighed.outcome === 2) weighed.outcome = 1;
		weighed.time = Math.max(reckon(blueprint.lead, about), over?.lead ?? 0) + reckon(blueprint.complete, about);
		weighed.age = blueprint.freshness === undefined ? Number.NaN : reckon(blueprint.freshness, about);
		weighed.dollars = dollars(blueprint, about);
		return { route: { index, blueprint } as Route, weighed, ...(over && { option: over }) };
	};

	const byPlace = Map.groupBy(estate.sources, ({ place }) => place);
	return [...byPlace].flatMap(([id, sources]) => {
		const options = wishedOver(optionsOf(places.get(id)), sources);
		const sorted = sources.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		const members = sorted.map((source, row) => ({ source, row, need: needOf(source, (fact) => read(source, fact)) }));
		const column = (fact: string) => ({ values: members.map(({ source }) => number(read(source, fact))) });
		const table = { columns: new Map(['volume', 'change'].map((fact) => [fact, column(fact)])) };
		const { arrangements, option } = settle({ table } as unknown as Ground, { options, members }, (member, chosen) => {
			const { source, need } = members[member] as (typeof members)[number];
			if (!need) return undefined;
			const entries = plans.flatMap((plan, index) =>
				plan.families.includes(source.family) ? [entryOf(plan, index, source, options[chosen] as PathOption)] : [],
			);
			for (const { must, only } of mustFor(choices, source)) {
				const wished = arrange(choiceOf(only ? entries.filter(only) : entries), need, must);
				if (wished) return wished;
			}
			return arrange(choiceOf(entries), need);
		});
		return members.map(({ source }, index) => routeText(source, option, arrangements[index]?.carriers ?? []));
	});
}

/** A source with its routes and the line of its place. */
export function routeText(
	{ id }: Source,
	{ path }: { readonly path?: { readonly blueprint: PathBlueprint } },
	carriers: readonly { readonly entry: Entry; readonly part: string; readonly purpose: string }[],
): string {
	const routes = carriers.map(({ entry, part, purpose }) => `${part} ${purpose} ${entry.route.blueprint.key}`);
	return `${id} = ${routes.join(' + ')} over ${path?.blueprint.key ?? 'none'}`;
}

function needOf({ family }: Source, read: ReadOne): Need | undefined {
	const value = (fact: string) => read(fact)?.value;
	const amount = (fact: string): number => {
		const found = value(fact);
		return typeof found === 'number' ? found : Number.NaN;
	};
	const use = value('use');
	if (use === 'none') return undefined;
	const events = family === 'stream' || family === 'device';
	const changes = amount('change') !== 0;
	const stateful = value('stateful') === true;
	return {
		history: !events && amount('volume') !== 0 && !(use === 'features only' && changes),
		changes,
		deadline: amount('deadline'),
		freshness: amount('freshness'),
		train: use === 'training' || use === undefined,
		copyAge: Math.max(amount('freshness'), amount('retraining')),
		raw: stateful,
		computed: events && (stateful || value('lookups') === true),
	};
}
