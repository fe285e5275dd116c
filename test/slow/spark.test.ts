import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { run } from '../peers/program.ts';
import { needs, python } from '../templates/needs.ts';

const cwd = fileURLToPath(new URL('../../templates/glue/', import.meta.url));
/** A Python with Spark 4.1.1, as Glue 6.0 has it. */
const newer = process.env.HEADWATER_SPARK4 ?? 'python3-with-spark-4';

/** Runs the tests that lie beside the jobs; how many ran, and whether any was left out, stands at the end of what is said. */
async function testsOn(program: string): Promise<string> {
	const ended = await run(program, ['-B', '-W', 'ignore', '-m', 'unittest', 'discover', '-s', 'test_spark'], {
		cwd,
		env: { SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: program },
	});
	expect(ended.status, ended.stderr.slice(-3_000)).toBe(0);
	return ended.stderr.slice(ended.stderr.lastIndexOf('Ran '));
}

needs(
	'PySpark 3.5 with the jar of Iceberg',
	python,
	'-c',
	'import pyspark, snowpark_connect_deps_iceberg',
)(
	'on Spark 3.5.6 histories, late and double records, drift, rejects and features come out as plain Python says',
	async () => {
		expect(await testsOn(python)).toMatch(/^Ran 1[6-9] tests in [\d.]+s\n\nOK\n/);
	},
);

needs(
	'PySpark 4.1',
	newer,
	'-c',
	'import pyspark',
)('on Spark 4.1.1 too, but for Iceberg, whose jar is not there', async () => {
	expect(await testsOn(newer)).toMatch(/^Ran 1[6-9] tests in [\d.]+s\n\nOK \(skipped=2\)\n/);
});
