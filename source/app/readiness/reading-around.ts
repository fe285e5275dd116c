import { HeadwaterError } from '../../errors.ts';
import type { Estate, Source } from '../../estate/estate.ts';
import type { Around, Format } from '../../profiling/reader.ts';
import type { Surroundings } from '../command.ts';
import { readConfiguration } from '../configuration.ts';
import { openDatabase } from './open-database.ts';

interface World extends Pick<Surroundings, 'signal' | 'now'> {
	readonly env?: Surroundings['env'];
	/** Addresses of databases. */
	readonly databases?: readonly string[];
	/** AWS profiles, one of which opens the account of a source; the environment's own where none is named. */
	readonly profiles?: readonly string[];
	/** The account is the recorded one, and so are its contents. */
	readonly demo?: boolean;
}

/** What readers need of the world, put together: files as discovery lists them, formats as it tells them. */
export async function readingAround(
	estate: Estate,
	{ signal, now, env = {}, databases = [], profiles = [], demo = false }: World,
): Promise<Around> {
	const [{ formatOf }, { dataSetFiles, formatByName }] = await Promise.all([
		import('../../discovery/importers/sniff.ts'),
		import('../../discovery/importers/data-set-files.ts'),
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
		openFor: demo ? recorded(signal) : opened({ signal, now, env, profiles }),
	};
}

/** The contents of the recorded account. */
const recorded =
	(signal: AbortSignal): Around['openFor'] =>
	async () =>
		(await import('../../discovery/demo/contents.ts')).demoContents(signal);

/** Opens the account of a source for the announced reads; each account and region once. */
function opened({ signal, now, env, profiles }: Required<Omit<World, 'databases' | 'demo'>>): Around['openFor'] {
	const callers = new Map<string, ReturnType<Around['openFor']>>();
	const open = async ({ account = '', region = '' }: Source) => {
		const [{ openCaller }, { contentCalls: contents }, configuration] = await Promise.all([
			import('../../discovery/clients/sdk-caller.ts'),
			import('../../profiling/content-calls.ts'),
			readConfiguration(env),
		]);
		const tried: string[] = [];
		for (const profile of profiles.length === 0 ? [undefined] : profiles) {
			const named = profile === undefined ? {} : { profile };
			const { caller } = await openCaller({ ...named, configuration, env, region, signal, now, contents });
			if (caller.account === account) return caller;
			tried.push(caller.account);
		}
		throw new HeadwaterError('other-account', {
			message: `The source lies in the account ${account}, and these credentials are of ${tried.join(', ')}.`,
			wayOut: 'Name the profile of its account with --profile.',
		});
	};
	return (source) => {
		const key = `${source.account} ${source.region}`;
		const caller = callers.get(key) ?? open(source);
		callers.set(key, caller);
		return caller;
	};
}
