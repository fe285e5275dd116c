import type { EngineRecord } from '../record.ts';
import { athenaCtas } from './athena-ctas.ts';
import { emrServerless } from './emr-serverless.ts';
import { glueEtl } from './glue-etl.ts';
import { sagemakerProcessing } from './sagemaker-processing.ts';

/** Everything that carries the work between the raw zone and features; the key is the id and the name of its file. */
export const engines = {
	'athena-ctas': athenaCtas,
	'emr-serverless': emrServerless,
	'glue-etl': glueEtl,
	'sagemaker-processing': sagemakerProcessing,
} as const satisfies Readonly<Record<string, EngineRecord>>;
