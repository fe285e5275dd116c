import type { Flow, Plan, Store } from '../plan/plan.ts';
import { markdownTable, markdownText } from './languages/markdown.ts';
import { duties } from './runbook-services.ts';

/** What people on duty need about a plan that is deployed: how each flow is started again, filled in, and taken down. */
export function runbook(plan: Plan): string {
	const lines = [
		'# Runbook',
		'',
		'Alarms of the stack `watch` name what failed; this says what to do about it.',
		'',
		...beforeFirstRun(plan),
		...plan.flows.flatMap((flow) => ofFlow(plan, flow)),
		...lateData(plan),
		...ofJobs(plan),
		...teardown(plan),
	];
	return `${lines.join('\n').trimEnd()}\n`;
}

const days = (seconds: number | undefined): string => {
	if (seconds === undefined) return 'not known';
	if (seconds < 86_400) return `${Math.ceil(seconds / 3600)} h`;
	const whole = Math.ceil(seconds / 86_400);
	return `${whole} day${whole === 1 ? '' : 's'}`;
};

/** What no template can create, with who does it and how long it takes. */
function beforeFirstRun({ steps }: Plan): readonly string[] {
	if (steps.length === 0) return [];
	const rows = steps.map(({ number, says, owner, lead, wave, after }) => [
		String(number),
		markdownText(says),
		markdownText(owner),
		days(lead),
		wave === undefined ? 'all' : String(wave),
		after.join(', '),
	]);
	return ['## Before the first run', '', ...markdownTable(['step', 'what', 'who', 'takes', 'for wave', 'after'], rows)];
}

function ofFlow({ jobs, stores, names }: Plan, flow: Flow): readonly string[] {
	const title = (id: string) => markdownText(Object.hasOwn(names, id) ? (names[id] ?? id) : id);
	const behind = jobs.filter(({ after }) => after.includes(flow.id));
	const target = stores.find(({ id }) => id === flow.to);
	const known = flow.services.filter((service) => Object.hasOwn(duties, service));
	const byHand = flow.services.filter((service) => !known.includes(service));
	return [
		`## ${markdownText(flow.title)}`,
		'',
		runs(flow, title(flow.to), target),
		'',
		...known.flatMap((service) => [
			`* ${title(service)}. Look at: ${duties[service]?.look} To start it again: ${duties[service]?.again}`,
		]),
		...byHand.map((service) => `* ${title(service)} is not built by the app; the steps above say who has it.`),
		...(behind.length > 0 ? [`* Behind it: ${behind.map((job) => title(job.id)).join(', ')}.`] : []),
		'',
	];
}

/** When a flow runs and where it leads, and where it stands in the app if it does. */
function runs({ id, services, cadence }: Flow, to: string, target: Store | undefined): string {
	if (target?.kind === 'in place') return `Nothing runs: it is read where it lies, as ${to}.`;
	const often = cadence === 'continuous' ? 'all the time' : markdownText(cadence.replace(/^every 1 /, 'every '));
	const built = services.some((service) => Object.hasOwn(duties, service));
	return `Runs ${often}, into ${to}.${built ? ` Construct \`${id}\` of an ingest stack.` : ''}`;
}

/** What becomes of data that comes late, by the zones that it comes into. */
function lateData({ flows, stores }: Plan): readonly string[] {
	const targets = stores.filter(({ id, kind }) => kind !== 'in place' && flows.some(({ to }) => to === id));
	if (targets.length === 0) return [];
	const lines = targets.map(({ title, deleteAfterDays }) =>
		deleteAfterDays === undefined
			? `* ${markdownText(title)}: the next run takes it up.`
			: `* ${markdownText(title)}: the zone keeps files for ${deleteAfterDays} days, and every merge reads all of them.`,
	);
	return ['## Late data', '', 'Older versions never replace newer rows, whenever they come.', '', ...lines, ''];
}

function ofJobs({ jobs }: Plan): readonly string[] {
	if (jobs.length === 0) return [];
	return [
		'## Jobs',
		'',
		'The state machines of the stack `processing` run them in order. A failed one is tried once more and then stops what comes',
		'after it; start the state machine again once the cause is gone: a job may run twice on the same input.',
		'',
		'* A rule of quality is broken: the log of the job has a line of JSON with the rule, the column and the number of rows.',
		'* Rejected records: they lie below `rejected/` of the zone that was written, by data set and run.',
		'* To fill in a run that was missed, start the state machine with `{"arguments": {"--run": "20261124T000000Z"}}`.',
		'',
	];
}

/** What goes, what stays, and what of it still costs. */
function teardown({ stores, places, controls }: Plan): readonly string[] {
	const own = stores.filter(({ kind }) => kind !== 'in place').map(({ title }) => markdownText(title));
	const paths = places.filter(({ path }) => path !== undefined).map(({ title }) => markdownText(title));
	const trail = controls.some(({ id }) => id === 'cloudtrail' || id === 'data-events');
	return [
		'## To take it down',
		'',
		'`npx cdk destroy --all` removes what runs: flows, jobs, network, alarms. It empties nothing. What stays, and still bills:',
		'',
		`* The buckets of ${[...own, 'results of queries', 'access logs'].join(', ')}, with old versions: storage. Empty and delete them by hand.`,
		'* The key: a dollar a month, until it is scheduled for deletion. Whatever it encrypted is then lost.',
		'* Streams and log groups that are kept: shard hours of streams, storage of logs.',
		...(trail ? ['* The bucket of the trail, for as long as your rules say.'] : []),
		...(paths.length > 0 ? [`* Lines of ${paths.join(', ')}: what was ordered outside AWS is cancelled there.`] : []),
		'* Roles and subscriptions at the sources: take away what was given for this pipeline.',
		'',
	];
}
