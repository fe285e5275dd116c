import { resolve } from 'node:path';
import { HeadwaterError } from '../errors.ts';
import type { DiagramName } from '../export/drawing/diagrams.ts';
import { mermaidText } from '../export/mermaid.ts';
import { textDiagram } from '../export/text-diagram.ts';
import type { Plan } from '../plan/plan.ts';
import type { Surroundings } from './command.ts';
import { writeWhole } from './workspace/writing.ts';

export interface Drawing {
	readonly of: DiagramName;
	readonly format: 'mermaid' | 'text' | 'svg' | 'png';
	/** A file; undefined: standard output. */
	readonly output: string | undefined;
}

/**
Draws a plan: Mermaid and plain text to standard output or into `output`, SVG and PNG into `output` only, by a Chromium of this
machine. A file is replaced as a whole. What is missing on the machine is a HeadwaterError that names the way without it.
*/
export async function drawPlan(
	plan: Plan,
	{ of, format, output }: Drawing,
	{ cwd, env, columns, print, note }: Pick<Surroundings, 'cwd' | 'env' | 'columns' | 'print' | 'note'>,
): Promise<void> {
	const drawn = await draw(plan, { of, format, output }, { env, columns });
	if (output === undefined) return print(String(drawn));
	await writeWhole(resolve(cwd, output), drawn, 0o644);
	note(`The diagram is in ${output}.`);
}

async function draw(
	plan: Plan,
	{ of, format, output }: Drawing,
	{ env, columns }: Pick<Surroundings, 'env' | 'columns'>,
): Promise<string | Uint8Array> {
	if (format === 'mermaid') return mermaidText(plan, of);
	if (format === 'text') return textDiagram(plan, columns, of);
	if (output === undefined) {
		throw new HeadwaterError('no-output', {
			message: `A diagram in ${format} needs a file to be written to.`,
			wayOut: `Name it with -o, for example: -o plan.${format}`,
		});
	}
	const { drawInChromium, findChromium } = await import('./chromium.ts');
	return drawInChromium(mermaidText(plan, of), format, await findChromium(env));
}
