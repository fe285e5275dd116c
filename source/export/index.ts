import { cdkExporter } from './cdk.ts';
import { decisionRecordExporter } from './decision-record.ts';
import type { Exporter } from './exporter.ts';
import { glueExporter } from './glue.ts';
import { mermaidExporter } from './mermaid.ts';

/** Every format that `headwater export` writes, by the name that `--only` takes. */
export const exporters: Readonly<Record<string, Exporter>> = {
	cdk: cdkExporter,
	glue: glueExporter,
	mermaid: mermaidExporter,
	'decision-record': decisionRecordExporter,
};
