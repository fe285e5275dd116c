import { Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { isAbsent } from './absent.ts';
import { crossingOf, letWrite, ownerOf } from './crossing.ts';
import { elsewhere, ingests } from './ingest/index.ts';
import type { Around, Unit } from './ingest/ingest.ts';
import { constructId, datasetOf } from './names.ts';
import type { Flow, Plan, PlannedSource } from './plan.ts';

/** A source in a flow. */
export interface Part {
	readonly flow: Flow;
	readonly source: PlannedSource;
}

export interface IngestProps extends StackProps {
	readonly parts: readonly Part[];
	readonly around: Around;
}

/** Beyond this CloudFormation's 500 resources a stack come near. */
const mostParts = 40;

/** Flows and their sources, in the order of the sources' ids, so that a new source moves few others to another stack. */
export function partsOf({ flows, sources }: Plan): readonly (readonly Part[])[] {
	const byId = new Map(sources.map((source) => [source.id, source]));
	const parts = flows
		.flatMap((flow) => flow.sources.flatMap((id) => ({ flow, source: byId.get(id) })))
		.filter((part): part is Part => part.source !== undefined)
		.filter(({ flow }) => flow.services.some((service) => !elsewhere.has(service)))
		.toSorted((a, b) => (a.source.id === b.source.id ? 0 : a.source.id < b.source.id ? -1 : 1));
	return Array.from({ length: Math.ceil(parts.length / mostParts) }, (_, index) =>
		parts.slice(index * mostParts, (index + 1) * mostParts),
	);
}

/** Whether any flow has a service that runs in a network. */
export const needsNetwork = ({ flows }: Plan): boolean =>
	flows.some(({ services }) =>
		services.some((service) => Object.hasOwn(ingests, service) && ingests[service]?.needsNetwork),
	);

/** What brings up to 40 sources into the lake. It holds no data: it can be destroyed and made again. */
export class IngestStack extends Stack {
	/** What is left to do by hand, a sentence each. */
	readonly byHand: readonly string[];

	constructor(scope: Construct, id: string, { parts, around, ...props }: IngestProps) {
		super(scope, id, props);
		this.byHand = parts.flatMap((part) => this.build(part, around));
	}

	private build({ flow, source }: Part, around: Around): readonly string[] {
		const services = flow.services.filter((service) => !elsewhere.has(service));
		const built = Object.keys(ingests).filter((service) => services.includes(service));
		const missing = services.filter((service) => !built.includes(service));
		const away = this.elsewhere(source, built);
		const bucket = around.lake.buckets.get(flow.to);
		const said = (sentence: string) => `${source.title}: ${sentence}.`;
		const changes = flow.settings['kinesis-data-streams']?.changesOfTable === true;
		const notes = [
			...(missing.length > 0 ? [said(`${missing.join(', ')} is set up by hand, see the steps of the plan`)] : []),
			...(changes ? [said('let DynamoDB send its changes into the stream of the stack "streams"')] : []),
		];
		if (built.length === 0) return notes;
		if (away !== undefined) return [...notes, said(away)];
		const owner = ownerOf(source, this.account);
		const writes = owner !== undefined && built.some((service) => crossingOf(service, source) === 'written');
		if (writes && bucket) {
			const [service = ''] = built;
			letWrite({ flow, source, service, bucket, prefix: `${datasetOf(source)}/` }, owner, around);
			return [
				...notes,
				said(`account ${owner} writes it itself, and may; hand it owners/${owner}.json (npm run owners)`),
			];
		}
		const scope = new Construct(this, `${flow.id}-${constructId(source)}`);
		return [
			...notes,
			...built.flatMap((service) => {
				const ingest = ingests[service];
				const target = bucket ?? (ingest?.keepsNothing ? around.lake.scratch : undefined);
				if (ingest?.makes !== undefined && isAbsent(ingest.makes, this.region))
					return [said(`CloudFormation has no ${ingest.makes} in ${this.region}; set ${service} up by hand`)];
				if (!ingest || !target) return [said(`its store ${flow.to} is not a bucket of this app`)];
				const unit: Unit = { flow, source, service, bucket: target, prefix: `${datasetOf(source)}/` };
				const left = ingest.build(scope, unit, around);
				return left === undefined ? [] : [said(left.startsWith('its id is not') ? `${left}; ${sayIt(source)}` : left)];
			}),
		];
	}

	/** What stands in another region is not reached from here, nor what stands in another account and knows no way across. */
	private elsewhere(source: PlannedSource, services: readonly string[]): string | undefined {
		const { region } = source;
		if (region !== undefined && !this.region.startsWith('${') && region !== this.region)
			return `it stands in ${region}; deploy its part there`;
		const owner = ownerOf(source, this.account);
		if (owner === undefined || services.every((service) => crossingOf(service, source) !== undefined)) return undefined;
		return `it stands in account ${owner}; deploy its part there`;
	}
}

const sayIt = ({ id }: PlannedSource): string => `say its ARN in environment.json, "arns", below ${JSON.stringify(id)}`;
