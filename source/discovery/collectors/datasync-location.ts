import { listLocations, locationEnd, locationPages, outsideSchemes, partsOf } from '../reading/datasync-locations.ts';
import { measured } from '../reading/measured.ts';
import { standingOf, tellOutside } from '../reading/outside.ts';
import type { Collector, Reading } from './collector.ts';

/** File shares and object stores outside AWS that DataSync knows. */
export const datasyncLocation: Collector = {
	title: 'File shares that DataSync knows',
	family: 'file',
	scope: 'region',
	calls: [listLocations],
	async collect(reading) {
		for await (const { Locations = [] } of locationPages(reading)) {
			for (const { LocationArn = '', LocationUri = '' } of Locations) {
				if (!tell(reading, LocationUri)) reading.emit.seen(LocationArn);
			}
		}
	},
};

function tell(reading: Reading, uri: string): boolean {
	const [parts, id] = [partsOf(uri), locationEnd(reading, uri)];
	const outside = parts && outsideSchemes[parts.scheme];
	if (!outside || id === undefined || standingOf(reading, parts.host).in !== 'outside') return false;
	const { family, where, stated } = outside;
	const place = tellOutside(reading, where);
	const facts = measured(stated, { by: listLocations, reading });
	reading.emit.source({ id, kind: 'datasync-location', family, title: `${parts.host}${parts.rest}`, place, facts });
	return true;
}
