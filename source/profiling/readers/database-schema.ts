import type { Reader } from '../reader.ts';

const number = (value: unknown): number => (typeof value === 'number' ? value : Number.POSITIVE_INFINITY);

/** Tables of a database that was found by its address, in a session that cannot write. */
export const databaseSchema: Reader = {
	title: 'tables of a database',
	announce: ({ id, title, facts }, { bytes, files, rows }) => ({
		source: id,
		title,
		reads: `rows of up to ${Math.min(files, number(facts.tables?.value))} tables, small ones in full, large ones in samples`,
		bytes: Math.min(bytes, number(facts.volume?.value), rows * number(facts['record.size']?.value)),
		requests: 0,
		dollars: 0,
	}),
	async read(source, reading) {
		const [{ readSchema }, { samplingOf }] = await Promise.all([
			import('../databases/read-schema.ts'),
			import('../databases/sampling-of.ts'),
		]);
		const { connection, engine, schema } = await reading.openDatabase(source);
		const abandon = () => connection.abandon();
		reading.signal.addEventListener('abort', abandon);
		try {
			return await readSchema(connection.ask, schema, await samplingOf(engine), reading);
		} finally {
			reading.signal.removeEventListener('abort', abandon);
			await connection.close();
		}
	},
};
