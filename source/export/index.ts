import { athenaExporter } from './athena-sql.ts';
import { cdkExporter } from './cdk.ts';
import { decisionRecordExporter } from './decision-record.ts';
import type { Exporter } from './exporter.ts';
import { glueExporter } from './glue.ts';
import { mermaidExporter } from './mermaid.ts';
import { picturesExporter } from './pictures.ts';
import { reportExporter } from './report.ts';
import { spreadsheetsExporter } from './spreadsheets.ts';
import { summaryExporter } from './summary.ts';

/** Every format that `headwater export` writes, by the name that `--only` takes. */
export const exporters: Readonly<Record<string, Exporter>> = {
	cdk: cdkExporter,
	glue: glueExporter,
	mermaid: mermaidExporter,
	pictures: picturesExporter,
	summary: summaryExporter,
	report: reportExporter,
	'decision-record': decisionRecordExporter,
	spreadsheets: spreadsheetsExporter,
	sql: athenaExporter,
};
