import type { Source } from '../../estate/estate.ts';
import { isOfLine } from '../../facts/fact.ts';
import { families } from '../../facts/families.ts';
import { classifierOver } from '../ground/classes.ts';
import { copyDown, fillStanding, type Stated, standingFacts } from '../ground/fill.ts';
import { type Given, type Ground, layGround } from '../ground/ground.ts';
import { musterIn } from '../ground/muster.ts';
import { writeOwn } from '../ground/own-facts.ts';
import { gathered } from '../ground/statements.ts';

/** Classes beyond which a ground is laid anew: what is found out about each is remembered. */
const mostClasses = 100_000;

/**
Gives grounds for sources that come in batches. The next batch takes the rows of the one before, so that what was compiled over the table
serves all of them: grounds that share a table differ only in their sources. A ground is laid anew, and with it a table, when a source
states a fact that none stated before.
*/
export function batchGrounds(given: Given): (sources: readonly Source[]) => Ground {
	let exchange: Exchange | undefined;
	let stated: Stated = new Set();
	const laid = (sources: readonly Source[]): Ground => {
		const ground = layGround({ ...given, estate: { ...given.estate, links: [], sources } }, stated);
		stated = ground.stated;
		// Rules are compiled before texts are coded that they compare with others.
		for (const family of families) ground.routesOf(family);
		exchange = exchangerOf(ground);
		return exchange?.(sources) ?? ground;
	};
	return (sources) => exchange?.(sources) ?? laid(sources);
}

/** Puts sources into the rows of those before; undefined where the ground does not fit them. */
type Exchange = (sources: readonly Source[]) => Ground | undefined;

/** Undefined for a ground that fits no others: answers about places that the estate does not know are read source by source. */
function exchangerOf(ground: Ground): Exchange | undefined {
	const { table, places, varying, stated, given, rowOf } = ground;
	if (Object.keys(given.answers.places).some((id) => !places.has(id))) return undefined;
	const room = ground.sources.length;
	const columns = [...varying].filter((fact) => !isOfLine(fact)).flatMap((fact) => table.columns.get(fact) ?? []);
	const standing = columns.filter(({ fact }) => standingFacts.has(fact));
	const others = columns.filter(({ fact }) => !standingFacts.has(fact));
	const bases = [...[...places.values()].map(rowOf), ground.workload];
	const classifier = classifierOver(ground, stated, 2 * mostClasses);
	return (sources) => {
		if (sources.length > room || classifier.classes.all.length > mostClasses) return undefined;
		const muster = musterIn(sources, (id) => {
			const place = places.get(id);
			return place ? rowOf(place) : ground.workload;
		});
		const own: Ground = { ...ground, sources, muster, classes: classifier.classes };
		for (const { values, open } of others) {
			copyDown(values, muster.base, bases);
			copyDown(open, muster.base, bases);
		}
		for (const column of standing) fillStanding(own, column);
		for (const fact of writeOwn(own, gathered)) if (table.columns.has(fact) && !stated.has(fact)) return undefined;
		classifier.take(muster);
		return own;
	};
}
