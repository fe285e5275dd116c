import { HeadwaterError } from '../../../errors.ts';
import type { Estate, Place, Source } from '../../../estate/estate.ts';
import { emptyEstate } from '../../../estate/estate.ts';
import type { DiscoveryEvent } from '../../events.ts';
import { atMostOf, factsOf } from '../../reading/measured.ts';
import { awsPlace } from '../../reading/place.ts';
import { ownerIn } from '../../reading/tags.ts';
import { importedKinds } from './kinds.ts';
import { type Row, rowsOf } from './rows.ts';
import { type Thing, tools } from './tools.ts';

/**
The sources in an inventory that another tool wrote: AWS Config, Resource Explorer, Steampipe or CloudQuery, as JSON, NDJSON or
Parquet. `at`: the time of the facts where the tool says none, ISO. What holds no data is passed over. HeadwaterError
`inventory-…` for a file that none of these tools wrote.
*/
export async function readInventory(
	path: string,
	{ name, at, onEvent }: { name: string; at: string; onEvent: (event: DiscoveryEvent) => void },
): Promise<Estate> {
	const sources = new Map<string, Source>();
	let seen = 0;
	for await (const row of rowsOf(path)) {
		seen += 1;
		const source = sourceIn(row, name, at);
		if (source === 'unlike') throw unlike(name, seen);
		if (source === undefined || sources.has(source.id)) continue;
		sources.set(source.id, source);
		onEvent({ type: 'source', source });
	}
	if (seen === 0) throw unlike(name, 1);
	const places = new Map<string, Place>();
	for (const { place: id, account, region } of sources.values()) {
		places.set(id, { id, title: `AWS ${account}, ${region ?? 'region unknown'}`, where: 'aws', facts: {} });
	}
	const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
	return {
		...emptyEstate,
		places: [...places.values()].toSorted(byId),
		sources: [...sources.values()].toSorted(byId),
	};
}

function sourceIn(row: Row, file: string, at: string): Source | 'unlike' | undefined {
	const tool = tools.find(({ fits }) => fits(row));
	if (tool === undefined) return 'unlike';
	const thing = tool.read(row);
	return thing === undefined ? undefined : sourceOf(thing, `${tool.title} in ${file}`, thing.at ?? at);
}

/** The source that a thing is; undefined for what holds no data, or is a part of another source. */
function sourceOf(thing: Thing, evidence: string, at: string): Source | undefined {
	const { arn, said, tags } = thing;
	const [, , service = '', region = '', account = ''] = arn.split(':');
	const end = `${service}:${arn.split(':').slice(3).join(':')}`;
	for (const kind of importedKinds) {
		const title = kind.arn.exec(end)?.[1];
		const stated = title === undefined ? undefined : (kind.stated?.(said) ?? (kind.stated ? undefined : {}));
		if (title === undefined || stated === undefined) continue;
		const owned = { account: thing.account ?? account, region: thing.region ?? (region || undefined) };
		const most = kind.most?.(said);
		return {
			id: arn.replace(/:\*$/, ''),
			kind: kind.kind,
			family: kind.family,
			title,
			place: awsPlace(owned.account, owned.region),
			account: owned.account,
			...(owned.region === undefined ? {} : { region: owned.region }),
			facts: Object.fromEntries(
				Object.entries({
					...factsOf({ ...kind.always, ...stated, owner: ownerIn(tags) }, evidence, at),
					...(most === undefined ? {} : atMostOf('volume', most, { evidence, at })),
				}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
			),
		};
	}
	return undefined;
}

const unlike = (file: string, row: number): HeadwaterError =>
	new HeadwaterError('inventory-unlike', {
		message: `Record ${row} of ${file} is none that AWS Config, Resource Explorer, Steampipe or CloudQuery writes.`,
		wayOut: 'Export all columns: the ARN and the account of each thing must be among them.',
	});
