import type { Place } from '../../estate/estate.ts';
import { type Address, isHere } from '../clients/databases/database-address.ts';
import { thisMachine } from '../importers/folder.ts';
import { awsHost, providerOf } from '../reading/outside.ts';

/** Servers that answer from here and stand nowhere that their name tells share the line of this network. */
const thisNetwork: Place = {
	id: 'this-network',
	title: 'The network around this machine',
	where: 'on-premises',
	facts: {},
};

/** Where a database stands and who keeps it, as far as the name of its host tells. */
export function placeOf({ host }: Pick<Address, 'host'>): { readonly place: Place; readonly managed: string } {
	const name = host.toLowerCase();
	if (isHere(name)) return { place: thisMachine, managed: 'self' };
	const [, unit = '', region] = /\.([^.]+)\.([a-z0-9-]+)\.rds\.amazonaws\.com(?:\.cn)?$/.exec(name) ?? [];
	if (region !== undefined || awsHost.test(name)) {
		const place: Place = {
			id: `aws:unknown:${region ?? 'unknown'}`,
			title: `AWS, ${region ?? 'region unknown'}, account unknown`,
			where: 'aws',
			facts: {},
		};
		return { place, managed: region === undefined ? 'self' : unit.startsWith('cluster-') ? 'aurora' : 'rds' };
	}
	const where = providerOf(name);
	if (where === undefined) return { place: thisNetwork, managed: 'self' };
	return {
		place: { id: `${where}:databases`, title: 'Databases of other providers', where, facts: {} },
		managed: 'other',
	};
}
