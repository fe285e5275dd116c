/** The parts of the gate, in the order in which they run. */
export const stages = ['plan', 'synth', 'template', 'nag', 'iam', 'cfn-lint', 'checkov', 'jobs'] as const;

/** Something that stands against a deployment: `where` names the plan, the template or the file. */
export interface Finding {
	readonly stage: (typeof stages)[number];
	/** Name of the rule, or of the check. */
	readonly rule: string;
	readonly where: string;
	readonly says: string;
}

export const lineOf = ({ stage, rule, where, says }: Finding): string => `${stage} ${rule} ${where}: ${says}`;
