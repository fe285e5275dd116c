import type { Known, Place, Source } from '../../estate/estate.ts';
import type { Vocabulary } from '../../facts/fact.ts';
import { printValue } from '../../facts/quantity-text.ts';

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
	const [first] = Object.values(source.facts);
	const where: Statement = {
		title: 'Where',
		...(place || source.region ? { says: standing(source, place) } : {}),
		...(first ? { from: first.from, on: first.at.slice(0, 10) } : {}),
	};
	const { statements, title } = told(location);
	return [{ title, statements: [where, ...statements] }, ...parts.map(told)];
}

/** The sort of place, its name, region and account; what a name already says is not said again. */
function standing({ region, account }: Source, place: Place | undefined): string {
	const parts = [wheres[place?.where ?? 'aws'], place?.title, region, account];
	const all = parts.filter((part): part is string => Boolean(part));
	return all
		.filter((part, at) => !all.some((other, index) => index !== at && says(other, part, index < at)))
		.join(', ');
}

const says = (other: string, part: string, isEarlier: boolean): boolean =>
	other.toLowerCase().includes(part.toLowerCase()) && (isEarlier || other.length > part.length);

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
