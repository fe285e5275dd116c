import { type Command, single } from '../command.ts';

/** `headwater profile`: readiness of sources by bounded samples. Nothing of their contents is read without a yes. */
export const profile: Command = {
	title: 'Read samples of sources and tell whether they are fit for a model',
	usage:
		'--estate FILE [SOURCE]… [--yes] [--target COLUMN] [--database URL]… [-o estate.json] [--report FILE] [--json]',
	options: {
		estate: { type: 'string', value: 'FILE', says: 'the estate, as `headwater discover` wrote it' },
		yes: { type: 'boolean', says: 'read what is announced without being asked; needed where there is no terminal' },
		database: {
			type: 'string',
			multiple: true,
			value: 'URL',
			says: 'the address of a database, as for discover: an estate keeps no user and no password',
		},
		target: {
			type: 'string',
			value: 'COLUMN',
			says: 'the column a model shall predict: balance, association, leakage',
		},
		profile: { type: 'string', multiple: true, value: 'P', says: 'the AWS profile of an account that is read' },
		output: { type: 'string', short: 'o', value: 'FILE', says: 'write the estate with what was measured to FILE' },
		report: { type: 'string', value: 'FILE', says: 'write the report to FILE: .md, .html or .json' },
		json: { type: 'boolean', says: 'print the report as JSON' },
		import: {
			type: 'string',
			multiple: true,
			value: 'FILE',
			says: 'figures that the exported job or query counted, instead of reading samples',
		},
		sql: { type: 'string', value: 'FILE', says: 'write queries for Athena that count all rows of the tables' },
		bytes: { type: 'string', value: 'SIZE', says: 'read at most so much in all: 512 MB' },
		rows: { type: 'string', value: 'COUNT', says: 'at most so many rows in all: 2000000' },
		time: { type: 'string', value: 'TIME', says: 'stop reading after so long: 2 min' },
	},
	positionals: [0, 1000],
	example:
		'headwater profile --estate estate.json "orders*" --target cancelled -o measured.json --report readiness.html',
	help: 'Tells first what would be read, how much at most and what it costs, and reads nothing before a yes. SOURCE is an id, a title or a pattern; without one, every source that can be read. Values are counted, never kept. Exit code 1 when a gate failed or a part could not be read.',
	async run(invocation) {
		const [{ profileEstate }, { resolve }] = await Promise.all([
			import('../readiness/profile-estate.ts'),
			import('node:path'),
		]);
		const { readiness, estate } = await profileEstate(invocation);
		const [{ clean }, { reportText }, { reportAs }, { writeWhole }] = await Promise.all([
			import('../../facts/clean.ts'),
			import('../readiness/text.ts'),
			import('../readiness/report-as.ts'),
			import('../workspace/writing.ts'),
		]);
		const output = single(invocation, 'output');
		if (output !== undefined) {
			const { printEstate } = await import('../../estate/print-estate.ts');
			await writeWhole(resolve(invocation.cwd, output), printEstate(estate), 0o644);
			invocation.note(`The estate with what was measured is in ${output}.\n`);
		}
		const queries = single(invocation, 'sql');
		if (queries !== undefined) {
			const { athenaQueries } = await import('../../profiling/engines/athena-sql.ts');
			await writeWhole(resolve(invocation.cwd, queries), athenaQueries(readiness.sources), 0o644);
			invocation.note(`The queries for Athena are in ${queries}.\n`);
		}
		const report = single(invocation, 'report');
		if (report !== undefined) {
			await writeWhole(resolve(invocation.cwd, report), await reportAs(readiness, report), 0o644);
			invocation.note(`The report is in ${report}.\n`);
		}
		if (invocation.values.json === true) invocation.print(await reportAs(readiness, '.json'));
		else if (report === undefined) invocation.print(reportText(readiness, invocation.columns));
		for (const { title, unread } of readiness.sources) {
			for (const why of unread) invocation.note(`Not read: ${clean(title)}: ${clean(why)}\n`);
		}
		const failed = readiness.sources.some(
			({ tables, unread }) =>
				unread.length > 0 || tables.some(({ verdicts }) => verdicts.some(({ level }) => level === 'fail')),
		);
		return failed ? 1 : 0;
	},
};
