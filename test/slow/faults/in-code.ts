/** A fault put into the source of the app, and the part of the gate that must see it. */
export interface CodeFault {
	readonly says: string;
	readonly caughtBy: 'types' | 'nag' | 'synth' | 'plan' | 'jobs';
	/** Path below the folder of the export. */
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

/** Faults that no template shows, or that only the construct tree does. */
export const codeFaults: readonly CodeFault[] = [
	{
		says: 'a misspelt property, which CDK drops without a word',
		caughtBy: 'types',
		file: 'cdk/lib/crawler.ts',
		from: 'recrawlPolicy:',
		to: 'recrawlPolcy:',
	},
	{
		says: 'a bucket whose accesses nobody logs',
		caughtBy: 'nag',
		file: 'cdk/lib/zone.ts',
		from: 'serverAccessLogsBucket: accessLogs,',
		to: '',
	},
	{
		says: 'a warning that somebody left',
		caughtBy: 'synth',
		file: 'cdk/lib/build-app.ts',
		from: 'Tags.of(app)',
		to: "Annotations.of(lake).addWarningV2('left', 'Look at this');\n\tTags.of(app)",
	},
	{
		says: 'more resources than a stack may have',
		caughtBy: 'synth',
		file: 'cdk/lib/query-stack.ts',
		from: 'new CfnWorkGroup(this,',
		to: "for (let more = 0; more < 500; more += 1) new Role(this, String(more), { assumedBy: new ServicePrincipal('glue.amazonaws.com') });\n\t\tnew CfnWorkGroup(this,",
	},
	{
		says: 'a plan whose text CloudFormation would expand',
		caughtBy: 'plan',
		file: 'cdk/plan.json',
		from: '"title": "',
		to: '"title": "{{resolve:ssm-secure:password}}',
	},
	{
		says: 'a script that does not compile',
		caughtBy: 'jobs',
		file: 'glue/jobs/curate.py',
		from: 'def main(arguments):',
		to: 'def main(arguments:',
	},
	{
		says: 'a job that deletes what was never there',
		caughtBy: 'jobs',
		file: 'glue/lake/lake_names.py',
		from: '({found} IS NULL AND NOT c._gone)',
		to: '({found} IS NULL)',
	},
];
