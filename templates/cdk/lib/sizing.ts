import { Duration } from 'aws-cdk-lib';
import { WorkerType } from 'aws-cdk-lib/aws-glue';
import { knownOf } from './decided-by.ts';
import type { Job, Plan } from './plan.ts';

/** What a job of Glue runs on. With auto-scaling the workers are the most it takes, not what it always takes. */
export interface Size {
	readonly workerType: WorkerType;
	readonly workers: number;
	readonly timeout: Duration;
}

/** One unit for each 5 GB, 0.3 unit hours to start and 0.2 a GB: the sizing with which the plan counts its costs. */
const bytesEach = 5e9;
const [least, most] = [2, 100];
const [hoursToStart, hoursPerGigabyte] = [0.3, 0.2];
/** From here on a worker has two units: half as many of them shuffle less. */
const large = 40;
/** How much longer than expected a job may take, and the hours that it has in any case and at most. */
const patience = 3;
const [shortest, longest] = [1, 48];

/** What a job is given that reads so many bytes; ten workers and eight hours where nobody knows. */
export function sizeOf(bytes: number | undefined): Size {
	if (bytes === undefined) return { workerType: WorkerType.G_1X, workers: 10, timeout: Duration.hours(8) };
	return sized(Math.min(most, Math.max(least, Math.ceil(bytes / bytesEach))), bytes);
}

/** What a job is given for which the plan says the units. */
export const sizeFor = (units: number, bytes: number | undefined): Size =>
	sized(Math.min(most, Math.max(least, Math.ceil(units))), bytes ?? units * bytesEach);

function sized(units: number, bytes: number): Size {
	const hours = (patience * (hoursToStart + (hoursPerGigabyte * bytes) / 1e9)) / units;
	const timeout = Duration.minutes(Math.ceil(60 * Math.min(longest, Math.max(shortest, hours))));
	return units > large
		? { workerType: WorkerType.G_2X, workers: Math.ceil(units / 2), timeout }
		: { workerType: WorkerType.G_1X, workers: units, timeout };
}

/** Bytes of the sources that a job follows; undefined as soon as one of them is not known. */
export function bytesBehind(plan: Plan, { after }: Pick<Job, 'after'>): number | undefined {
	const { flows, sources } = plan;
	const ids = new Set(flows.filter(({ id }) => after.includes(id)).flatMap((flow) => flow.sources));
	const sizes = sources.filter(({ id }) => ids.has(id)).map((source) => knownOf(plan, source, 'volume')?.value);
	if (sizes.length === 0 || !sizes.every((size): size is number => typeof size === 'number')) return undefined;
	return sizes.reduce((sum, size) => sum + size, 0);
}
