import type { Delivery } from './deliveries.ts';
import type { Materials } from './materials.ts';
import type { Job, Plan } from './plan.ts';
import { regionOf } from './stores.ts';

/** What training and its jobs call wherever they run without a route to the internet. */
const always = ['ecr.api', 'ecr.dkr', 'kms', 'logs', 'monitoring', 'sagemaker.api', 'sagemaker.runtime', 'sts'];

/** Endpoint services that the API prefix of a granted action stands for. */
const byPrefix: Readonly<Record<string, readonly string[]>> = {
	athena: ['athena'],
	dms: ['dms'],
	firehose: ['kinesis-firehose'],
	glue: ['glue'],
	kinesis: ['kinesis-streams'],
	lakeformation: ['lakeformation'],
	lambda: ['lambda'],
	logs: ['logs'],
	rds: ['rds'],
	secretsmanager: ['secretsmanager'],
	ssm: ['ssm'],
	states: ['states'],
};

const guarded: readonly string[] = ['personal', 'health', 'card'];

/**
The network models train in: private when a regime applies, when what is read is personal, health or card content, when data
must not cross the internet, or when a control of the plan keeps it so. Gateway endpoints are free and always there;
interface endpoints are paid and only there where no other way leads out.
*/
export function networkOf(
	deliveries: readonly Delivery[],
	jobs: readonly Job[],
	materials: Materials,
): Plan['network'] {
	const { sources, catalog } = materials;
	const planned = deliveries.flatMap(({ flow }) => flow.sources.flatMap((id) => sources.get(id) ?? []));
	const isPrivate = isKeptPrivate(planned, materials);
	const prefixes = new Set(
		deliveries
			.flatMap(({ flow }) => flow.winner.route)
			.flatMap(({ service }) => catalog.services[service]?.grants ?? [])
			.flatMap(({ actions }) => actions.map((action) => action.split(':')[0] ?? '')),
	);
	const needed = [
		...always,
		...[...prefixes].flatMap((prefix) => byPrefix[prefix] ?? []),
		...(jobs.length > 0 ? ['glue'] : []),
		...(deliveries.some(({ flow }) => flow.winner.access === 'database connection') ? ['secretsmanager'] : []),
	];
	const dynamo = prefixes.has('dynamodb') || materials.known(undefined, 'scoring')?.value === 'online';
	return {
		region: regionOf(materials),
		private: isPrivate,
		gatewayEndpoints: dynamo ? ['dynamodb', 's3'] : ['s3'],
		interfaceEndpoints: isPrivate ? [...new Set(needed)].toSorted() : [],
	};
}

function isKeptPrivate(
	planned: readonly Parameters<Materials['known']>[0][],
	{ known, advice, catalog }: Materials,
): boolean {
	const controlled = advice.controls.some(({ id }) => /private|vpc/.test(id) && catalog.controls[id] !== undefined);
	return (
		controlled ||
		planned.some((source) => {
			const regimes = known(source, 'regime')?.value;
			return (
				(Array.isArray(regimes) && regimes.length > 0) ||
				guarded.includes(String(known(source, 'sensitivity')?.value)) ||
				known(source, 'private.required')?.value === true
			);
		})
	);
}
