import type { Facts } from '../../estate/estate.ts';
import type { Family } from '../../facts/families.ts';
import type { Reading } from '../collectors/collector.ts';
import type { CollectedKind } from '../collectors/index.ts';
import { engineOf } from './engine.ts';
import type { Stated } from './measured.ts';
import { standingOf, tellOutside } from './outside.ts';

/** A database by the address at which something in AWS reads it. Never with a user or a password. */
export interface Address {
	/** As the service that reads it spells it: `postgres`, `oracle`, `mongodb`. */
	readonly engine: string;
	readonly host: string;
	readonly port?: number | undefined;
	readonly database?: string | undefined;
}

const other: Readonly<Record<string, { readonly family: Family; readonly stated: Stated }>> = {
	mongodb: { family: 'document', stated: { engine: 'mongodb', structure: 'semi-structured' } },
	kafka: { family: 'stream', stated: { protocol: 'kafka', updates: 'append' } },
	redis: { family: 'cache', stated: { engine: 'redis' } },
	elasticsearch: { family: 'search', stated: { engine: 'opensearch', protocol: 'api', structure: 'semi-structured' } },
	snowflake: {
		family: 'warehouse',
		stated: { engine: 'snowflake', protocol: 'jdbc', format: 'rows', structure: 'structured' },
	},
	redshift: {
		family: 'warehouse',
		stated: { engine: 'redshift', protocol: 'jdbc', format: 'rows', structure: 'structured' },
	},
};
/** Names of what is a database of its own kind under another name. */
const spelled: Readonly<Record<string, string>> = {
	azuredb: 'sqlserver',
	'azure-sql-managed-instance': 'sqlserver',
	'gcp-mysql': 'mysql',
	'gcp-postgres': 'postgres',
	postgresql: 'postgres',
	opensearch: 'elasticsearch',
};

/** What is known of a database by its engine alone. */
function natureOf(engine: string): { readonly family: Family; readonly stated: Stated } {
	const name = spelled[engine] ?? engine;
	const known = Object.hasOwn(other, name) ? other[name] : undefined;
	const rows = { format: 'rows', structure: 'structured', protocol: 'jdbc' } as const;
	return known ?? { family: 'relational', stated: { ...rows, engine: engineOf(name) } };
}

/** Where a database stands: the id by which its own kind finds it, or by which `tellDatabase` tells it. */
export function databaseId(reading: Reading, address: Address): string {
	const standing = standingOf(reading, address.host);
	if (standing.in === 'service') return standing.id;
	const place = standing.in === 'server' ? standing.place : `${standing.where}:${reading.account}`;
	return `${place}/${addressOf(address)}`;
}

const addressOf = ({ host, port, database }: Address): string =>
	`${host.toLowerCase()}${port ? `:${port}` : ''}${database ? `/${database}` : ''}`;

/**
Hands over a database that no service of AWS keeps: outside AWS, or on a server that somebody runs. The same address gives the
same source, whoever reads it. Whether it was one; what a service of AWS keeps is found by its own kind.
*/
export function tellDatabase(
	reading: Reading,
	address: Address,
	{ kind, facts }: { kind: CollectedKind; facts: (stated: Stated) => Facts },
): boolean {
	const standing = standingOf(reading, address.host);
	if (standing.in === 'service') return false;
	const { family, stated } = natureOf(address.engine.toLowerCase());
	const provided = standing.in === 'outside' && standing.where !== 'on-premises';
	const { account, region } = reading;
	reading.emit.source({
		id: databaseId(reading, address),
		kind,
		family,
		title: address.database ? `${address.database} on ${address.host.toLowerCase()}` : address.host.toLowerCase(),
		...(standing.in === 'server'
			? { place: standing.place, account, region }
			: { place: tellOutside(reading, standing.where) }),
		facts: facts({ ...stated, managed: provided ? 'other' : 'self' }),
	});
	return true;
}
