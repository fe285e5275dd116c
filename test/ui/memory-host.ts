import { lookAhead } from '../../source/app/discovering/ahead.ts';
import { offerOf } from '../../source/app/readiness/offer.ts';
import { agenda } from '../../source/app/session/agenda.ts';
import type { Derived, Documents } from '../../source/app/session/derive.ts';
import { sumOf } from '../../source/app/session/effect.ts';
import { forLast } from '../../source/app/session/for-last.ts';
import { newSession } from '../../source/app/session/new-session.ts';
import type { Planner } from '../../source/app/session/planner.ts';
import type { Session } from '../../source/app/session/session.ts';
import type { Opened, SessionHost } from '../../source/app/session/session-host.ts';
import { termOf } from '../../source/app/session/term.ts';
import { catalog } from '../../source/catalog/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { type Estate, emptyEstate } from '../../source/estate/estate.ts';
import { knower } from '../../source/estate/known.ts';
import { diagramRows } from '../../source/export/text-diagram.ts';
import type { Family } from '../../source/facts/families.ts';
import { facts } from '../../source/facts/index.ts';
import { decidedBy } from '../../source/plan/decided-by.ts';
import type { Question } from '../../source/questions/question.ts';
import { ids } from '../peers/example-ids.ts';
import { examplePlan } from '../peers/example-plan.ts';

const plan = examplePlan();
const at = '2026-11-24T10:00:00.000Z';

/** The estate that the example plan was made from. */
export const exampleEstate: Estate = {
	...emptyEstate,
	scanned: ['s3-bucket', 'rds-instance', 'dynamodb-table'].map((kind) => ({
		account: '111122223333',
		region: 'eu-central-1',
		kind,
		action: 's3:ListAllMyBuckets',
		state: 'ok',
		calls: 4,
		found: plan.sources.filter((source) => source.kind === kind).length,
	})),
	places: plan.places.map(({ id, title, where }) => ({
		id,
		title,
		where: where as 'aws',
		facts: {},
	})),
	sources: plan.sources.map((source) => ({
		id: source.id,
		title: source.title,
		kind: source.kind,
		family: source.family as Family,
		place: source.place,
		...(source.region ? { region: source.region } : {}),
		...(source.account ? { account: source.account } : {}),
		facts: Object.fromEntries(
			Object.entries(decidedBy(plan, source)).filter(([, { from }]) => from === 'measured' || from === 'declared'),
		),
	})),
	gaps: [
		{
			about: '111122223333/eu-central-1/kinesis-stream',
			action: 'kinesis:ListStreams',
			why: 'Reading was denied.',
			cure: 'Allow kinesis:ListStreams.',
		},
	],
};

const base = { scope: 'workload', about: [], group: 'The workload', weight: [3, 120], effects: [] } as const;

/** Three questions of three forms, of which those that are answered are no longer open. */
const open: readonly Question[] = [
	{
		...base,
		id: 'scoring@workload:',
		fact: 'scoring',
		asks: facts.scoring.question,
		help: facts.scoring.help,
		form: facts.scoring,
		prefilled: { value: 'batch', from: 'assumed', evidence: 'the usual case', at: '' },
		effects: [{ value: 'online', sources: 3, monthly: 43, says: 'a stream serves the features, + $43 a month' }],
	},
	{
		...base,
		id: `volume@source:${ids.historian}`,
		fact: 'volume',
		scope: 'source',
		about: [ids.historian],
		group: 'Plant historian',
		asks: facts.volume.question,
		form: facts.volume,
		prefilled: { value: 2e12, from: 'declared', evidence: 'sources.yaml', at },
		effects: [{ value: 4e13, sources: 1, monthly: 153, says: 'Direct Connect carries it, + $153 a month' }],
	},
	{
		...base,
		id: 'regime@workload:',
		fact: 'regime',
		asks: facts.regime.question,
		form: facts.regime,
	},
];

const isOpen = ({ fact, scope, about }: Question, { workload, sources }: Documents['answers']): boolean =>
	scope === 'workload' ? !Object.hasOwn(workload, fact) : about.some((id) => !Object.hasOwn(sources[id] ?? {}, fact));

const derived = forLast(({ answers }): Derived => {
	const asked = open.filter((question) => isOpen(question, answers));
	return { advice: {} as Derived['advice'], questions: asked, plan };
});

const planner: Planner = {
	derive: derived,
	*deriving(documents) {
		yield;
		return derived(documents);
	},
	agenda: ({ estate, answers }) =>
		agenda(
			open.filter((question) => isOpen(question, answers)),
			estate,
			answers,
			facts,
		),
	effect: (_, { answers }) =>
		answers.workload.scoring === 'online'
			? {
					before: sumOf(plan),
					after: { ...sumOf(plan), monthly: plan.costs.monthly + 43 },
					says: ['A stream serves the features.'],
				}
			: undefined,
	know: forLast(({ estate, answers }) => knower(estate, answers, facts)),
	term: (id) => termOf(id, catalog, facts),
	diagram: diagramRows,
};

export interface MemoryHost extends SessionHost {
	/** Every state that was handed over to be saved. */
	readonly saved: readonly Session[];
}

/** A host whose parts are in memory: the estate is found at once, the plan is the example. */
export function memoryHost(changes: Partial<SessionHost> = {}): MemoryHost {
	const saved: Session[] = [];
	const scope = { demo: true, profiles: [], regions: [], folders: [], declared: [] };
	const open = async (folder: string): Promise<Opened> => ({ session: newSession(folder, 'Opened', scope, at) });
	return {
		saved,
		env: {},
		now: () => new Date(at),
		sessions: [],
		profiles: { names: [], ambient: false },
		isTourOver: true,
		endTour: () => undefined,
		begin: (title, scope) => newSession(`/sessions/${title}`, title, scope, at),
		open,
		seize: open,
		release: async () => undefined,
		tidy: async () => undefined,
		noteFault: async () => '/sessions/faults.log',
		save: (session) => {
			saved.push(session);
		},
		settled: async () => undefined,
		lookAhead: async () => lookAhead(),
		discover: async () => exampleEstate,
		planner: async () => planner,
		offer: async (sources) => offerOf(sources),
		sample: async () => ({ version: 1, madeBy: 'headwater 0', sources: [] }),
		report: async (_readiness, name) => [`${name}.md`, `${name}.html`, `${name}.json`],
		answersIn: async () => noAnswers,
		export: async ({ dryRun }) => ({
			dryRun,
			verdicts: [
				{ path: 'plan.json', action: 'created', target: 'plan.json' },
				{ path: 'cdk/bin/app.ts', action: 'created', target: 'cdk/bin/app.ts' },
			],
		}),
		...changes,
	};
}
