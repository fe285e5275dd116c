/** One cell of a terminal: what stands in it, and how. */
interface Cell {
	readonly text: string;
	/** Cells that it takes up; 0: the second half of the one before. */
	readonly width: number;
	/** 0 to 15, or -1 for the colour of the text. */
	readonly colour: number;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly inverse: boolean;
}

export interface Screen {
	readonly name: string;
	readonly cells: readonly (readonly Cell[])[];
}

/** The sixteen colours, readable on the background. */
const palette = [
	'#1e2127',
	'#e06c75',
	'#98c379',
	'#e5c07b',
	'#61afef',
	'#c678dd',
	'#56b6c2',
	'#abb2bf',
	'#5c6370',
	'#ff7a85',
	'#b5e890',
	'#ffd68a',
	'#8ac6ff',
	'#e0a0f0',
	'#7fdbe6',
	'#ffffff',
] as const;
const background = '#1e2127';
const plain = '#dcdfe4';
const fontSize = 14;
const cellWidth = 8.4;
const lineHeight = 18;
const padding = 14;

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Run {
	readonly x: number;
	readonly cell: Cell;
	readonly text: string;
	readonly width: number;
}

/** Cells that look alike as one run, so that a line is a few texts; a browser drops blanks at its ends, so they are cut off. */
function runsOf(line: readonly Cell[]): readonly Run[] {
	const runs: Run[] = [];
	const alike = (a: Cell, b: Cell): boolean =>
		a.colour === b.colour &&
		a.bold === b.bold &&
		a.dim === b.dim &&
		a.inverse === b.inverse &&
		a.width === 1 &&
		b.width === 1;
	let x = 0;
	for (const cell of line) {
		const last = runs.at(-1);
		const text = cell.text || ' ';
		if (cell.width === 0) continue;
		if (last && alike(last.cell, cell))
			runs[runs.length - 1] = { ...last, text: last.text + text, width: last.width + 1 };
		else runs.push({ x, cell, text, width: cell.width });
		x += cell.width;
	}
	return runs.flatMap((run) => {
		if (run.cell.inverse) return [run];
		const trimmed = run.text.trim();
		if (trimmed === '') return [];
		const lead = run.text.length - run.text.trimStart().length;
		const tail = run.text.length - run.text.trimEnd().length;
		return [{ ...run, x: run.x + lead, text: trimmed, width: run.width - lead - tail }];
	});
}

function lineOf(line: readonly Cell[], row: number): string {
	const top = padding + row * lineHeight;
	return runsOf(line)
		.map(({ x, cell, text, width }) => {
			const colour = cell.colour < 0 ? plain : (palette[cell.colour] ?? plain);
			const left = (padding + x * cellWidth).toFixed(1);
			const wide = (width * cellWidth).toFixed(1);
			const box = cell.inverse
				? `<rect x="${left}" y="${top}" width="${wide}" height="${lineHeight}" fill="${colour}"/>`
				: '';
			const style = `${cell.bold ? ' font-weight="700"' : ''}${cell.dim ? ' opacity=".65"' : ''}`;
			const shown = escaped(text.replaceAll(' ', '\u00a0'));
			return `${box}<text x="${left}" y="${top + fontSize}" textLength="${wide}" lengthAdjust="spacingAndGlyphs" fill="${cell.inverse ? background : colour}"${style}>${shown}</text>`;
		})
		.join('');
}

const drawn = ({ cells }: Screen): string => cells.map(lineOf).join('\n');

function framed(screens: readonly Screen[], title: string, style: string, inner: string): string {
	const rows = Math.max(...screens.map(({ cells }) => cells.length));
	const columns = Math.max(...screens.map(({ cells: [first = []] }) => first.length));
	const [width, height] = [Math.ceil(columns * cellWidth + 2 * padding), rows * lineHeight + 2 * padding];
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<style>text{font-family:'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,monospace;font-size:${fontSize}px}${style}</style>
<rect width="${width}" height="${height}" rx="8" fill="${background}"/>
${inner}
</svg>
`;
}

/** One screen as a picture. */
export const still = (screen: Screen): string =>
	framed([screen], `The screen "${screen.name}" of a headwater session`, '', `<g>${drawn(screen)}</g>`);

/** Seconds that each screen is seen. */
const seen = 3;

/** Screens one after the other, again and again; who wants no movement sees the last. */
export function animated(screens: readonly Screen[]): string {
	const all = screens.length * seen;
	const share = 100 / screens.length;
	const style = `.s{visibility:hidden;animation:s ${all}s step-end infinite}@keyframes s{0%{visibility:visible}${share.toFixed(3)}%{visibility:hidden}}@media(prefers-reduced-motion:reduce){.s{animation:none}.s:last-child{visibility:visible}}`;
	const inner = screens
		.map((screen, index) => `<g class="s" style="animation-delay:${index * seen}s">${drawn(screen)}</g>`)
		.join('\n');
	return framed(screens, 'A walk through the demo account', style, inner);
}
