import type { AdvisedControl } from '../advice/advice.ts';
import type { Catalog } from '../catalog/record.ts';
import type { Materials } from './materials.ts';
import type { Finding, PlannedControl } from './plan.ts';
import { idOf, uniqueIds } from './plan-ids.ts';
import { sentence } from './sentences.ts';

const severities = ['high', 'medium', 'low'] as const;

/** Controls that hold for this plan, in the order of their ids. */
export function controlsOf({ advice, catalog }: Materials): readonly PlannedControl[] {
	return advice.controls
		.flatMap(({ id, regimes, reckoned = [] }): readonly PlannedControl[] => {
			const record = catalog.controls[id];
			if (!record) return [];
			const { title, summary, because, practice } = record;
			return [
				{
					id,
					title,
					summary: sentence(summary),
					regimes,
					because: [sentence(because), ...reckoned].join(' '),
					...(practice !== undefined && { practice }),
				},
			];
		})
		.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Plans for other answers share most of their controls. */
const known = new WeakMap<AdvisedControl, { readonly catalog: Catalog; readonly findings: readonly Finding[] }>();

/** Where a control is not met, and where nobody knows. */
export function controlFindings(materials: Materials): readonly Finding[] {
	return materials.advice.controls.flatMap((control) => {
		const found = known.get(control);
		if (found?.catalog === materials.catalog) return found.findings;
		const findings = findingsFor(control, materials);
		known.set(control, { catalog: materials.catalog, findings });
		return findings;
	});
}

function findingsFor(
	{ id, failing, unknown, reckoned = [] }: AdvisedControl,
	{ catalog }: Materials,
): readonly Finding[] {
	const record = catalog.controls[id];
	if (!record) return [];
	const { title, severity, because, remedy } = record;
	const says = [sentence(because), ...reckoned].join(' ');
	const found: Finding[] = [];
	if (failing.length > 0) {
		const about = failing.toSorted();
		const cure = sentence(remedy);
		found.push({ id: idOf(id), severity, control: id, title: `${title}: not met`, about, says, remedy: cure });
	}
	if (unknown.length > 0) {
		const about = unknown.toSorted();
		const cure = 'Find it out: let discovery read it, or say it in the answers.';
		const named = `${title}: not known`;
		found.push({ id: idOf(id, 'unknown'), severity: 'low', control: id, title: named, about, says, remedy: cure });
	}
	return found;
}

/** Findings as a list to work through: the gravest first, then by id. Those that share an id are told apart by what they are about. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
	const rank = ({ severity }: Finding) => severities.indexOf(severity);
	const wanted = findings.map(({ id, about }) => ({ name: id, endings: [], key: () => about.join('|') }));
	const ids = uniqueIds(wanted, new Set());
	return findings
		.map((finding, index) => ({ ...finding, id: ids[index] as string }))
		.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
