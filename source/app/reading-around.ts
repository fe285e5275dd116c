import type { Estate } from '../estate/estate.ts';
import type { Around, Format } from '../profiling/reader.ts';
import type { Surroundings } from './command.ts';
import { openDatabase } from './open-database.ts';

interface Outside extends Pick<Surroundings, 'signal' | 'now'> {
	readonly env?: Surroundings['env'];
	/** Addresses of databases. */
	readonly databases?: readonly string[];
}

/** What readers need of the world, put together: files as discovery lists them, formats as it tells them. */
export async function readingAround(
	estate: Estate,
	{ signal, now, env = {}, databases = [] }: Outside,
): Promise<Around> {
	const [{ formatOf }, { dataSetFiles, formatByName }] = await Promise.all([
		import('../discovery/importers/sniff.ts'),
		import('../discovery/importers/data-set-files.ts'),
	]);
	return {
		signal,
		now,
		filesOf: (source, most) => dataSetFiles(estate, source, { most, signal }),
		formatOf(start, name, whole): Format | undefined {
			const byName = formatByName(name);
			const shown = formatOf(start, byName, whole);
			if (shown !== 'binary' || byName === undefined) return shown;
			// A few zero bytes in a text are an accident; many are no text.
			const text = start.filter((byte) => byte !== 0);
			return text.length > 0.9 * start.length ? formatOf(text, byName, whole) : shown;
		},
		openDatabase: (source) => openDatabase(source, databases, env),
		openFor: () => Promise.reject(new Error('not opened')),
	};
}
