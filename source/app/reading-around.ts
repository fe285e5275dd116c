import type { Estate } from '../estate/estate.ts';
import type { Around, Format } from '../profiling/reader.ts';
import type { Surroundings } from './command.ts';

/** What readers need of the world, put together: files as discovery lists them, formats as it tells them. */
export async function readingAround(
	estate: Estate,
	{ signal, now }: Pick<Surroundings, 'signal' | 'now'>,
): Promise<Omit<Around, 'openDatabase'>> {
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
		openFor: () => Promise.reject(new Error('not opened')),
	};
}
