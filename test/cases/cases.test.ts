import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { deriveCase, misses, readCase } from '../peers/case-file.ts';

const names = readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((name) => name.endsWith('.yaml'));

test.each(names)('%s is planned as it should be', async (name) => {
	const path = `cases/${name}`;
	const found = readCase(path);
	expect(misses(found, await deriveCase(found, path))).toEqual([]);
});
