import type { Known, Place, Source } from '../estate/estate.ts';
import type { Vocabulary } from '../facts/fact.ts';
import { printValue } from '../facts/quantity-text.ts';

/** The nearest statement about a source, a place or the workload; undefined where nobody knows. */
export type Know = (about: Source | Place | undefined, fact: string) => Known | undefined;

/** One statement of the evaluation, written for people. */
export interface Statement {
	readonly title: string;
	/** Absent: unknown. */
	readonly says?: string;
	readonly from?: Known['from'];
	readonly evidence?: string;
	/** ISO date. */
	readonly on?: string;
}

/** One of the four facts that decide how a source can be reached. */
export interface Aspect {
	readonly title: string;
	readonly statements: readonly Statement[];
}

interface Part {
	readonly title: string;
	/** Shown also when unknown. */
	readonly always: readonly string[];
	/** Shown when somebody measured, declared or answered it. */
	readonly known: readonly string[];
}

const location: Part = { title: 'Location', always: [], known: ['residency', 'link.kind', 'bandwidth', 'owner'] };
const parts: readonly Part[] = [
	{
		title: 'Format and structure',
		always: ['format', 'structure'],
		known: ['engine', 'engine.version', 'protocol', 'saas', 'updates', 'keys.known', 'event.time'],
	},
	{
		title: 'Volume and velocity',
		always: ['volume', 'change'],
		known: ['objects', 'rows', 'records', 'record.size', 'retention', 'load.share', 'freshness', 'deadline'],
	},
	{
		title: 'Security and compliance',
		always: ['sensitivity', 'regime', 'encrypted'],
		known: ['key', 'public', 'tls.only', 'versioned', 'access.logged', 'private.required'],
	},
];

const wheres: Readonly<Record<string, string>> = {
	aws: 'AWS',
	'on-premises': 'on-premises',
	'other-cloud': 'another cloud',
	saas: 'SaaS',
	edge: 'at the edge',
};

/** The access evaluation of a source: location, format and structure, volume and velocity, security and compliance. */
export function evaluation(
	source: Source,
	place: Place | undefined,
	know: Know,
	vocabulary: Vocabulary,
): readonly Aspect[] {
	const told = ({ title, always, known }: Part): Aspect => ({
		title,
		statements: [
			...always.map((fact) => statement(fact, know(source, fact), vocabulary)),
			...known.flatMap((fact) => {
				const found = know(source, fact);
				return found && found.from !== 'assumed' ? [statement(fact, found, vocabulary)] : [];
			}),
		],
	});
	const stands = [place?.title, source.region, source.account].filter((part) => part !== undefined && part !== '');
	const [first] = Object.values(source.facts);
	const where: Statement = {
		title: 'Where',
		...(place || source.region ? { says: placed(wheres[place?.where ?? 'aws'] ?? '', stands) } : {}),
		...(first ? { from: first.from, on: first.at.slice(0, 10) } : {}),
	};
	const { statements, title } = told(location);
	return [{ title, statements: [where, ...statements] }, ...parts.map(told)];
}

/** The sort of place, unless its own name already says so, and what it is called. */
function placed(sort: string, names: readonly string[]): string {
	const isSaid = names[0]?.toLowerCase().startsWith(sort.toLowerCase()) ?? false;
	return [...new Set(isSaid ? names : [sort, ...names])].join(', ');
}

function statement(fact: string, known: Known | undefined, vocabulary: Vocabulary): Statement {
	const form = vocabulary[fact];
	const title = form?.title ?? fact;
	if (!known || !form) return { title };
	return {
		title,
		says: printValue(form, known.value),
		from: known.from,
		evidence: known.evidence,
		on: known.at.slice(0, 10),
	};
}
