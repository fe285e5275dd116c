import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readTree } from '../../source/app/workspace/trees.ts';
import type { Files } from '../../source/export/exporter.ts';
import { exporters } from '../../source/export/index.ts';
import { type Case, deriveCase, readCase } from '../peers/case-file.ts';

const templates = fileURLToPath(new URL('../../templates', import.meta.url));
const trees = Object.fromEntries(
	await Promise.all(
		['cdk', 'glue'].map(
			async (name) =>
				[name, await readTree(`${templates}/${name}`, new Set(['node_modules', 'cdk.out', '__pycache__']))] as const,
		),
	),
);
const text = (files: Files, wanted: RegExp): string =>
	[...files]
		.filter(([path]) => wanted.test(path))
		.map(([, content]) => (typeof content === 'string' ? content : Buffer.from(content).toString('utf8')))
		.join('\n');
const appOf = async (found: Case, path: string): Promise<Files> =>
	exporters.cdk?.files((await deriveCase(found, path)).plan, trees) ?? new Map();

test('T-49: a job of Glue for Ray is refused with its date, and the exported app runs Glue 5.1 on Spark', async () => {
	const seed = readCase('cases/SV-01.yaml');
	const wished: Case = { ...seed, answers: { choices: { routes: { '*': 'glue-for-ray' } } } };
	const { plan } = await deriveCase(wished, 'cases/SV-01.yaml');
	expect(plan.flows.flatMap(({ services }) => services)).not.toContain('glue-for-ray');
	expect(JSON.stringify(plan)).toMatch(/AWS Glue for Ray is closed to new customers since 2026-04-30/);
	const code = text(await appOf(seed, 'cases/SV-01.yaml'), /^cdk\/lib\/.*\.ts$/);
	const versions = [...code.matchAll(/glueVersion: (?:GlueVersion\.)?([\w'.]+)/g)].map(([, version]) => version);
	expect(new Set(versions)).toEqual(new Set(['V5_1']));
	expect(code).not.toMatch(/glueray|RayJob|WorkerType\.Z_2X/i);
});

test('SV-31: the exported app reaches S3 through a gateway endpoint in its route tables, and through nothing else', async () => {
	const found = readCase('cases/SV-31.yaml');
	const { network } = (await deriveCase(found, 'cases/SV-31.yaml')).plan;
	expect(network.gatewayEndpoints).toContain('s3');
	expect(network.interfaceEndpoints).not.toContain('s3');
	const code = text(await appOf(found, 'cases/SV-31.yaml'), /^cdk\/lib\/network-stack\.ts$/);
	expect(code).toMatch(/addGatewayEndpoint|GatewayVpcEndpoint/);
	expect(code).toMatch(/natGateways: 0/);
});

test('SV-37: what a health plan cannot meet is accepted rule by rule, each with its reason and none everywhere', () => {
	const code = readFileSync(`${templates}/cdk/lib/accepting.ts`, 'utf8');
	const reasonOf = (rule: string) =>
		new RegExp(`ofRegimes\\('${rule}'\\),[^}]*reason:\\s*'([^']{30,})'`).exec(code)?.[1];
	for (const rule of ['S3DefaultEncryptionKMS', 'IAMNoInlinePolicy', 'S3BucketReplicationEnabled']) {
		expect(reasonOf(rule), rule).toBeDefined();
	}
	expect(code).toMatch(/S3DefaultEncryptionKMS'\),\s*where: \/\\\/access-logs/);
	expect(code).not.toMatch(/rule: \/\^?\.\*/);
});
