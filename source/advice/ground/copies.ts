import type { Estate } from '../../estate/estate.ts';
import type { Read } from './read-facts.ts';

/**
Reads from the links of the estate that something already brings a source to a bucket of the estate, unless somebody says
otherwise: then a copy of it is kept, and it need not be moved twice.
*/
export function withCopies({ links, sources }: Estate, nearest: Read): Read {
	if (links.length === 0) return nearest;
	const buckets = new Set(sources.filter(({ family }) => family === 'object').map(({ id }) => id));
	const carriers = new Map(
		links.filter(({ from, to }) => from !== to && buckets.has(to)).map(({ from, by }) => [from, by]),
	);
	return (about, fact) => {
		const known = nearest(about, fact);
		if (fact !== 'copy.kept' || (known && known.from !== 'assumed')) return known;
		const by = about && 'place' in about ? carriers.get(about.id) : undefined;
		return by === undefined ? known : { value: true, from: 'measured', evidence: `${by} brings it there`, at: '' };
	};
}
