import { readdirSync } from 'node:fs';
import type { Plan } from '../../source/plan/plan.ts';
import { deriveCase, readCase } from '../peers/case-file.ts';

const folder = new URL('../scenarios/', import.meta.url);

/** The plan of each scenario, by its name. */
export async function scenarioPlans(): Promise<Readonly<Record<string, Plan>>> {
	const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
	const plans = names.map(async (name) => {
		const path = `scenarios/${name}`;
		const { plan } = await deriveCase(readCase(path), path);
		return [name.replace('.yaml', ''), plan] as const;
	});
	return Object.fromEntries(await Promise.all(plans));
}
