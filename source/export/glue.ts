import { below } from './cdk.ts';
import type { Exporter } from './exporter.ts';

/** The Glue jobs: plain PySpark with its tests. What differs between plans arrives as arguments, which the CDK app builds. */
export const glueExporter: Exporter = {
	title: 'Glue jobs (PySpark)',
	templates: ['glue'],
	files: (_plan, { glue }) => new Map(below('glue', glue)),
};
