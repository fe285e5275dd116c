import type { Facts, Source } from '../../estate/estate.ts';
import { coded } from '../../facts/clean.ts';
import { atMostOf, factsOf } from '../reading/measured.ts';
import { relational } from '../reading/relational.ts';
import type { Look } from './catalogue.ts';
import { changeOf, updatesOf } from './change.ts';
import { factsOfLine, type Line } from './line.ts';

/** Where a database stands, and under which name its schemas are told. */
export interface Standing {
	/** Id of the place. */
	readonly place: string;
	/** `host:port/database` or a file name; ids of sources begin with place and address. */
	readonly address: string;
	readonly managed: string;
	/** Which schema alone is wanted; all if left out. */
	readonly only?: string | undefined;
	/** What shows the facts: `the catalogue of db.plant:5432`. */
	readonly evidence: string;
	/** ISO date-time, UTC. */
	readonly at: string;
	/** The line to the server, where it was measured. */
	readonly line?: Line | undefined;
}

/** A source for each schema of a server in which there are tables; `first` and `last` are the same look where there was one only. */
export function schemasOf(first: Look, last: Look, standing: Standing): readonly Source[] {
	const names = [...new Set(last.tables.map(({ schema }) => schema))].toSorted();
	return names
		.filter((name) => standing.only === undefined || name === standing.only)
		.map((name) => ({
			id: `${standing.place}/${standing.address}/${coded(name)}`,
			kind: 'database-schema',
			family: 'relational',
			title: `${coded(name)} on ${standing.address}`,
			place: standing.place,
			facts: {
				...heldBy(last, name, standing),
				...saidBy(last, standing),
				...movedIn(first, last, name, standing),
				...(standing.line ? factsOfLine(standing.line, standing.address, standing.at) : {}),
			},
		}));
}

/** How much a schema holds. */
function heldBy({ tables }: Look, schema: string, { evidence, at }: Standing): Facts {
	const own = tables.filter((table) => table.schema === schema);
	const volume = own.reduce((sum, { bytes }) => sum + bytes, 0);
	const rows = own.reduce((sum, table) => sum + table.rows, 0);
	const keyless = own.filter(({ keyed }) => !keyed);
	return {
		...factsOf({ ...relational, volume, tables: own.length, 'tables.keyless': keyless.length }, evidence, at),
		...factsOf(
			{ rows, 'record.size': rows > 0 ? volume / rows : undefined },
			`${evidence}, estimated by the engine`,
			at,
		),
		...factsOf({ 'keys.known': keyless.length === 0 }, `${evidence}${named(keyless.map(({ name }) => name))}`, at),
	};
}

/** The first few tables without a key, so that somebody can give them one. */
function named(names: readonly string[]): string {
	if (names.length === 0) return '';
	const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
	return `; without a primary key: ${names.slice(0, 3).map(coded).join(', ')}${more}`;
}

/** What the server says of itself. */
function saidBy({ server }: Look, { managed, evidence, at }: Standing): Facts {
	const { engine, version, charset, extensions = [], changes, replica } = server;
	return {
		...factsOf({ engine, 'engine.version': version, charset, managed, replica }, evidence, at),
		...factsOf({ extensions: extensions.length > 0 ? extensions.join(', ') : undefined }, evidence, at),
		...(changes ? factsOf({ 'changes.readable': changes.readable }, `${evidence}: ${changes.evidence}`, at) : {}),
	};
}

function movedIn(first: Look, last: Look, schema: string, { evidence, at }: Standing): Facts {
	const change = changeOf(first, last, schema);
	const counted = change && `${evidence}, ${change.evidence}`;
	return {
		...factsOf({ updates: updatesOf(last, schema) }, `${evidence}, the server's counters`, at),
		...(change === undefined || counted === undefined
			? {}
			: change.bound
				? atMostOf('change', change.perSecond, { evidence: counted, at })
				: factsOf({ change: change.perSecond }, counted, at)),
	};
}
