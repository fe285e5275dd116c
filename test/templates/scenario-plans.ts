import { readdirSync, readFileSync } from 'node:fs';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parsePlan } from '../../source/plan/parse-plan.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { deriveCase, readCase } from '../peers/case-file.ts';

const folder = new URL('../scenarios/', import.meta.url);

const starters = new URL('../../templates/starters/', import.meta.url);

const starterPlans = (): Readonly<Record<string, Plan>> =>
	Object.fromEntries(
		readdirSync(starters).map((name) => {
			const file = `${name}/plan.json`;
			return [`starter-${name}`, parsePlan(readFileSync(new URL(file, starters), 'utf8'), file)];
		}),
	);

/** The plan of each scenario by its name, that of each starter, and that of the demo. */
export async function scenarioPlans(): Promise<Readonly<Record<string, Plan>>> {
	const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
	const plans = names.map(async (name) => {
		const path = `scenarios/${name}`;
		const { plan } = await deriveCase(readCase(path), path);
		return [name.replace('.yaml', ''), plan] as const;
	});
	const documents = { estate: await demoEstate(), answers: noAnswers };
	const demo = derive(documents, await ownKnowledge('demo'), '2026-11-24').plan;
	return { ...Object.fromEntries(await Promise.all(plans)), ...starterPlans(), demo };
}
