import type { Facts } from '../../estate/estate.ts';
import type { Where } from '../../facts/families.ts';
import type { Reading } from '../collectors/collector.ts';
import { arnOf } from './arn.ts';
import { awsPlace } from './place.ts';

/** Where the address of a server says that it stands. */
export type Standing =
	/** A database that its own kind finds, under this id. */
	| { readonly in: 'service'; readonly id: string }
	/** A server that somebody runs in this region. */
	| { readonly in: 'server'; readonly place: string }
	| { readonly in: 'outside'; readonly where: Where };

/** The address of something in AWS. */
export const awsHost = /\.amazonaws\.com(?:\.cn)?$/;
const serverHost = /\.compute\.internal$|\.ec2\.internal$|\.compute(?:-1)?\.amazonaws\.com(?:\.cn)?$/;
/** How the addresses of other providers end; every other address is taken for one of a data centre. */
const providers: readonly (readonly [end: RegExp, where: Where])[] = [
	[/\.(?:database|blob\.core|dfs\.core|file\.core|sql\.azuresynapse)\.(?:windows|azure)\.(?:net|com)$/, 'other-cloud'],
	[/\.azure\.com$/, 'other-cloud'],
	[/(?:^|\.)googleapis\.com$/, 'other-cloud'],
	[/\.oraclecloud\.com$/, 'other-cloud'],
	[/\.(?:mongodb\.net|snowflakecomputing\.com|confluent\.cloud|aivencloud\.com)$/, 'saas'],
];

/** Where a host stands, as far as its name tells. Names are compared without regard to capitals. */
export function standingOf(reading: Reading, host: string): Standing {
	const name = host.toLowerCase();
	if (serverHost.test(name)) return { in: 'server', place: awsPlace(reading.account, reading.region) };
	if (awsHost.test(name)) return { in: 'service', id: serviceId(reading, name) };
	return { in: 'outside', where: providerOf(name) ?? 'on-premises' };
}

/** The sort of provider, other than AWS, whose address a host has (in small letters); undefined for every other address. */
export const providerOf = (host: string): Where | undefined => providers.find(([end]) => end.test(host))?.[1];

/** The id under which a database of AWS is found by its own kind; its address where that cannot be told. */
function serviceId(reading: Reading, host: string): string {
	const [, name = '', unit = '', service] = /^([^.]+)\.([^.]+)\.[^.]+\.(rds|redshift)\./.exec(host) ?? [];
	if (service === 'redshift') return arnOf(reading, 'redshift', `cluster:${name}`);
	if (service === 'rds') return arnOf(reading, 'rds', `${unit.startsWith('cluster-') ? 'cluster' : 'db'}:${name}`);
	return host;
}

const titles: Readonly<Partial<Record<Where, string>>> = {
	'on-premises': 'Data centres behind AWS',
	'other-cloud': 'Other clouds seen from AWS',
	saas: 'Services seen from AWS',
};

/** The place outside AWS to which an account reaches out; one for each sort, since AWS does not tell sites apart. Gives its id. */
export function tellOutside({ account, emit }: Reading, where: Where, facts: Facts = {}): string {
	const id = `${where}:${account}`;
	emit.place({ id, title: `${titles[where] ?? where} ${account}`, where, facts });
	return id;
}
