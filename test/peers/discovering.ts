import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Estate } from '../../source/estate/estate.ts';
import { pointedTo } from './emulator.ts';
import { headwater } from './program.ts';
import { buckets, databases, ireland, logGroups, tables } from './seeded.ts';
import { type Answer, type Asked, openWire, refusal } from './wire.ts';

/** `headwater discover -o estate.json` against an AWS (its address) whose answers may be replaced. */
export async function discover(
	aws: string,
	answer?: (asked: Asked) => Answer | undefined,
	{ flags = [], env = {} }: { flags?: readonly string[]; env?: Readonly<Record<string, string>> } = {},
) {
	const wire = await openWire(aws, answer);
	onTestFinished(() => wire.close());
	const folder = mkdtempSync(join(tmpdir(), 'headwater-emulator-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const ended = await headwater(['discover', '-o', 'estate.json', ...flags], {
		cwd: folder,
		env: { ...pointedTo(wire.url), ...env },
	});
	const text = (): string => readFileSync(join(folder, 'estate.json'), 'utf8');
	return { ...ended, text, estate: () => JSON.parse(text()) as Estate, asked: wire.asked };
}

const titles = ({ sources }: Estate, kind: string) =>
	sources.filter((source) => source.kind === kind).map(({ title }) => title);
/** What the seeded account holds where it holds most, by kind. */
export const everything = {
	's3-bucket': buckets,
	'rds-instance': databases.toSorted(),
	'aurora-cluster': ['cards'],
	'dynamodb-table': tables,
	'log-group': logGroups.toSorted(),
};
/** The region with few tables, where what goes wrong is tried. */
export const few = { 's3-bucket': buckets, ...ireland };
export const inIreland = { AWS_REGION: 'eu-west-1' };
/** The titles that an estate holds, by kind. */
export const found = (estate: Estate) =>
	Object.fromEntries(Object.keys(everything).map((kind) => [kind, titles(estate, kind).toSorted()]));
/** Values of some facts of a source. */
export const valuesOf = (estate: Estate, title: string, ...facts: readonly string[]) => {
	const source = estate.sources.find((one) => one.title === title);
	return Object.fromEntries(facts.map((fact) => [fact, source?.facts[fact]?.value]));
};

/** Refuses every call to a service. */
export const refuse =
	(service: string, code = 'AccessDenied', message = 'User: arn:aws:iam::123456789012:user/reader is not authorized') =>
	(asked: Asked) =>
		asked.service === service ? refusal(asked, code, message) : undefined;
