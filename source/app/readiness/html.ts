import { htmlText } from '../../export/languages/html.ts';
import type { ColumnReport } from '../../profiling/judging/column-report.ts';
import type { Readiness, TableReport } from '../../profiling/judging/report.ts';
import { bySeverity, rangeText, sampleText, shareText } from './words.ts';

const style =
	'body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:76rem;padding:0 1rem;color:#1b1f24;background:#fff}' +
	'table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #d8dee4}' +
	'.fail{color:#a40e26}.warn{color:#7a4e00}.pass{color:#116329}svg{vertical-align:middle}rect{fill:#3b6fb6}.rest{fill:#d8dee4}';

/** The report as one page that loads nothing. */
export function readinessHtml({ sources, madeBy }: Readiness): string {
	const parts = sources.map(
		({ title, at, tables, unread }) =>
			`<section><h2>${htmlText(title)}</h2><p>Read ${htmlText(at)}. Intervals hold the truth in 99 of 100 samples. Values were counted, not kept.</p>${
				unread.length === 0
					? ''
					: `<ul>${unread.map((why) => `<li class="fail">Not read: ${htmlText(why)}</li>`).join('')}</ul>`
			}${tables.map(tablePart).join('')}</section>`,
	);
	return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Readiness</title><style>${style}</style></head>\n<body><h1>Readiness</h1><p>Made by ${htmlText(madeBy)}.</p>\n${parts.join('\n')}\n</body></html>\n`;
}

const words = { fail: 'not fit', warn: 'look at it', pass: 'passed' } as const;

function tablePart({ figures, verdicts, columns }: TableReport): string {
	const gates = verdicts
		.toSorted(bySeverity)
		.map(
			({ level, gate, column = '', says, remedy = '', unsure }) =>
				`<tr class="${level}"><td>${words[level]}</td><td>${gate}</td><td>${htmlText(column)}</td><td>${htmlText(says)}${unsure ? ' (more rows could change that)' : ''}</td><td>${htmlText(remedy)}</td></tr>`,
		);
	return `<h3>${htmlText(figures.name)}</h3><p>${htmlText(sampleText(figures))}.</p>
<table><thead><tr><th>Verdict</th><th>Gate</th><th>Column</th><th>What decided</th><th>What to do</th></tr></thead><tbody>${gates.join('')}</tbody></table>
<table><thead><tr><th>Column</th><th>Type</th><th>Present</th><th>Valid</th><th>Different</th><th>Range</th><th>Spread</th></tr></thead><tbody>${columns.map(columnRow).join('')}</tbody></table>
`;
}

function columnRow({ column, complete, valid, distinct }: ColumnReport): string {
	const different = distinct === undefined ? '' : distinct.value.toLocaleString('en-US');
	const bars = column.number?.bins ?? column.top ?? [];
	return `<tr><td>${htmlText(column.name)}</td><td>${column.type}</td><td>${bar(complete.value)} ${shareText(complete)}</td><td>${shareText(valid)}</td><td>${different}</td><td>${htmlText(rangeText(column))}</td><td>${histogram(bars)}</td></tr>`;
}

const bar = (share: number): string =>
	`<svg width="60" height="10" role="img" aria-label="${Math.round(share * 100)} %"><rect class="rest" width="60" height="10"/><rect width="${Math.round(share * 60)}" height="10"/></svg>`;

function histogram(bins: readonly number[]): string {
	if (bins.length === 0) return '';
	const most = Math.max(1, ...bins);
	const bars = bins.map(
		(count, index) =>
			`<rect x="${index * 8}" y="${20 - Math.round((count / most) * 20)}" width="7" height="${Math.round((count / most) * 20)}"/>`,
	);
	return `<svg width="${bins.length * 8}" height="20" role="img" aria-label="${bins.join(', ')} rows">${bars.join('')}</svg>`;
}
