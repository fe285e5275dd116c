import type { Readiness } from '../../profiling/judging/report.ts';

/** The report as a file of this name would hold it: Markdown, HTML, or JSON for any other ending. */
export async function reportAs(readiness: Readiness, file: string): Promise<string> {
	if (/\.(?:md|markdown)$/i.test(file)) return (await import('./markdown.ts')).readinessMarkdown(readiness);
	if (/\.html?$/i.test(file)) return (await import('./html.ts')).readinessHtml(readiness);
	const { stableJson } = await import('../../export/languages/json.ts');
	return stableJson(readiness);
}
