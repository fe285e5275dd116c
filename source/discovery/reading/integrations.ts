import type { Reading } from '../collectors/collector.ts';

/** A zero-ETL integration, as RDS, Redshift and Glue each tell their own. */
export interface Integration {
	readonly IntegrationArn?: string | undefined;
	readonly SourceArn?: string | undefined;
	readonly TargetArn?: string | undefined;
	readonly Status?: string | undefined;
}

/** States in which nothing is kept in step, in the words of all three. */
const idle: ReadonlySet<string> = new Set(['creating', 'failed', 'deleting']);

/** A link from the source of an integration to its copy. One that failed, or is not there yet, is only counted. */
export function tellIntegration(reading: Reading, integration: Integration): void {
	const { IntegrationArn: by = '', SourceArn: from, TargetArn: to, Status = '' } = integration;
	reading.emit.seen(by);
	if (from && to && !idle.has(Status.toLowerCase())) reading.emit.link({ from, to, by });
}
