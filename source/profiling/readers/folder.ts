import type { Reader } from '../reader.ts';

const number = (value: unknown): number => (typeof value === 'number' ? value : Number.POSITIVE_INFINITY);

/** Local files, read in full while they fit, else in parts that lie all over them. */
export const folder: Reader = {
	title: 'files of a local folder',
	announce: ({ id, title, facts }, { bytes, files }) => ({
		source: id,
		title,
		reads: `up to ${files} files of the folder, in full or in parts`,
		bytes: Math.min(bytes, number(facts.volume?.value)),
		requests: 0,
		dollars: 0,
	}),
	async read(source, reading) {
		const [{ localFile }, { readFiles }, { readExactly }, { join }] = await Promise.all([
			import('../formats/local-file.ts'),
			import('../formats/read-files.ts'),
			import('../engines/read-exactly.ts'),
			import('node:path'),
		]);
		const list = await reading.filesOf(source, reading.budget.limits.files);
		const exact = reading.plain ? undefined : await readExactly(list, reading);
		if (exact !== undefined) return exact;
		return readFiles(list, reading, {
			each: 65_536,
			parts: 32,
			mostOfOne: Number.POSITIVE_INFINITY,
			open: ({ path }) => localFile(join(list.root, path), path),
		});
	},
};
