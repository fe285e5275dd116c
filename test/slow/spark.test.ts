import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { run } from '../peers/program.ts';
import { needs, python } from '../templates/needs.ts';

const test = needs('PySpark', python, '-c', 'import pyspark');

test('the jobs tidy, merge, mask, check and join on Spark itself', async () => {
	const cwd = fileURLToPath(new URL('../../templates/glue/', import.meta.url));
	const ended = await run(python, ['-B', '-W', 'ignore', '-m', 'unittest', 'discover', '-s', 'test_spark'], {
		cwd,
		env: { SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: python },
	});
	expect(ended.stderr).toMatch(/Ran 1\d tests[\s\S]*\nOK\n/);
	expect(ended.status).toBe(0);
});
