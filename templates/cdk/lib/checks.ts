import { readdirSync, readFileSync } from 'node:fs';
import { CloudFormationValidatePlugin, type IPolicyValidationPlugin } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';
import { Accepting } from './accepting.ts';
import { knownOf } from './decided-by.ts';
import type { Plan } from './plan.ts';

/**
 * The pack of cdk-nag that comes nearest to a regime. That of PCI DSS is of version 3.2.1 and says nothing about 4.0; where a
 * regime has no pack, the rules for all and the controls of the plan stand.
 */
const packs: Readonly<Record<string, () => IPolicyValidationPlugin>> = {
	hipaa: () => new HIPAASecurityChecks(),
	pci: () => new PCIDSS321Checks(),
	fedramp: () => new NIST80053R5Checks(),
};

/** Compliance regimes that hold for any source of a plan. */
export function regimesOf(plan: Plan): readonly string[] {
	const said = [plan.workload.regime, ...plan.sources.map((source) => knownOf(plan, source, 'regime'))];
	return [...new Set(said.flatMap((known) => (Array.isArray(known?.value) ? known.value : [])))].toSorted();
}

/** What a synthesis is checked with: the rules of CloudFormation and our own, those of AWS Solutions, those of each regime. */
export function checksOf(plan: Plan): readonly IPolicyValidationPlugin[] {
	const regimes = regimesOf(plan).flatMap(
		(regime) => (Object.hasOwn(packs, regime) ? packs[regime]?.() : undefined) ?? [],
	);
	return [templateRules(), ...[new AwsSolutionsChecks(), ...regimes].map((pack) => new Accepting(pack))];
}

let rules: CloudFormationValidatePlugin | undefined;

/** One engine for every app of a process: it takes a second to start. */
function templateRules(): CloudFormationValidatePlugin {
	const home = new URL('../rules/', import.meta.url);
	rules ??= new CloudFormationValidatePlugin({
		guardRules: readdirSync(home)
			.filter((name) => name.endsWith('.guard'))
			.toSorted()
			.map((name) => ({ name, content: readFileSync(new URL(name, home), 'utf8') })),
	});
	return rules;
}
