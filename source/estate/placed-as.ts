import type { Estate } from './estate.ts';

/**
An estate with its sources where somebody says that they stand. AWS tells what an account reaches outside of it, and not at which
of several sites: all of that shares one place, and so one line, until whoever knows the sites names them. Of what stands in AWS the
place is known, and stays.
*/
export function placedAs(found: Estate, said: Pick<Estate, 'places' | 'sources'>): Estate {
	const outsideOf = ({ places }: Pick<Estate, 'places'>): ReadonlySet<string> =>
		new Set(places.flatMap(({ id, where }) => (where === 'aws' ? [] : [id])));
	const [here, there] = [outsideOf(found), outsideOf(said)];
	const wanted = new Map(said.sources.flatMap(({ id, place }) => (there.has(place) ? [[id, place] as const] : [])));
	if (wanted.size === 0) return found;
	const sources = found.sources.map((source) => {
		const place = wanted.get(source.id);
		return place === undefined || place === source.place || !here.has(source.place) ? source : { ...source, place };
	});
	return { ...found, sources };
}
