import type { ControlRecord } from '../catalog/record.ts';
import { regimeTitle } from '../facts/regimes.ts';
import type { Arriving } from './deliveries.ts';
import type { Materials } from './materials.ts';
import type { Finding } from './plan.ts';
import { idOf } from './plan-ids.ts';
import { listed, sentence } from './sentences.ts';

/** For each regime with a list of services: those that carry its sources, to be confirmed on the list of today. */
export function eligibilityFindings(arriving: readonly Arriving[], materials: Materials): readonly Finding[] {
	const { advice, catalog } = materials;
	return advice.controls.flatMap(({ id, under = {} }) => {
		const record = catalog.controls[id];
		if (!record) return [];
		return Object.entries(under).flatMap(([regime, ids]) => {
			const own = new Set(ids);
			const carrying = arriving.filter(({ flow }) => flow.sources.some((source) => own.has(source)));
			return findingFor([id, record], regime, carrying, materials) ?? [];
		});
	});
}

function findingFor(
	[control, { title, severity, because, remedy }]: readonly [string, ControlRecord],
	regime: string,
	under: readonly Arriving[],
	{ catalog, title: titleOf }: Materials,
): Finding | undefined {
	const ids = new Set(under.flatMap(({ flow }) => flow.winner.route.map(({ service }) => service)));
	const services = [...ids].toSorted().flatMap((id) => {
		const lists = catalog.services[id]?.eligibility;
		return lists === 'not of AWS' ? [] : [{ title: titleOf(id), asOf: lists?.regimes.includes(regime) && lists.asOf }];
	});
	if (services.length === 0) return undefined;
	const titlesOf = (some: readonly { readonly title: string }[]) =>
		listed(
			some.map((one) => one.title),
			'and',
		);
	const open = services.filter(({ asOf }) => !asOf);
	const named = Map.groupBy(
		services.filter(({ asOf }) => asOf),
		({ asOf }) => asOf,
	);
	return {
		id: idOf(control, regime),
		severity,
		control,
		title: `${title}: ${services.length} to confirm for ${regimeTitle(regime)}`,
		about: under.map(({ id }) => id).toSorted(),
		says: [
			...(open.length > 0 ? [`No list that was read names ${titlesOf(open)}.`] : []),
			...[...named].map(([asOf, some]) => `The list of ${asOf} named ${titlesOf(some)}.`),
			sentence(because),
		].join(' '),
		remedy: sentence(remedy),
	};
}
