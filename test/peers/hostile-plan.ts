import type { Documents } from '../../source/app/session/derive.ts';
import { derive, ownKnowledge } from '../../source/app/session/derive.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { emptyEstate, type Known } from '../../source/estate/estate.ts';
import { parsePlan } from '../../source/plan/parse-plan.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { printPlan } from '../../source/plan/print-plan.ts';

const known = (value: Known['value']): Known => ({ value, from: 'declared', evidence: '', at: '2026-11-24' });

/**
An estate in which every text that comes from outside is one of the names: ids and titles of sources and places, kinds,
accounts, evidence, facts in words, what could not be read, and what the model predicts.
*/
function hostileDocuments(names: readonly string[], ids: 'ours' | 'names'): Documents {
	// A plan whose ids hold other control characters is refused when it is read.
	const id = (name: string) => name.replace(/(?![\t\n\r])\p{Cc}/gu, '');
	const at = (index: number) => names[index % names.length] ?? '';
	const families = ['relational', 'object', 'key-value', 'stream', 'file', 'saas'] as const;
	const sources = names.map((name, index) => {
		const family = families[index % families.length] ?? 'object';
		return {
			id: ids === 'names' ? `place ${index % 3}/${id(name)}${index}` : `place/${index}`,
			title: name,
			kind: index % 5 === 0 ? at(index + 1) : 'thing',
			family,
			place: ids === 'names' ? `${id(at(index % 3))}-${index % 3}` : `p${index % 3}`,
			account: at(index + 2),
			region: 'eu-central-1',
			facts: {
				volume: { ...known(2e11 + index), evidence: at(index + 3) },
				change: known(1000),
				engine: known('postgresql'),
				owner: known(at(index + 4)),
				'engine.version': known(at(index + 5)),
				sensitivity: known('internal'),
				freshness: known(86_400),
			},
		};
	});
	const places = [0, 1, 2].map((index) => ({
		id: ids === 'names' ? `${id(at(index))}-${index}` : `p${index}`,
		title: at(index + 6),
		where: index === 0 ? ('aws' as const) : ('on-premises' as const),
		facts: { bandwidth: known(2e8), 'link.kind': known('internet') },
	}));
	const gaps = names.slice(0, 3).map((name) => ({ about: name, why: name, cure: name }));
	const estate = {
		...emptyEstate,
		workload: { 'model.predicts': known(at(7)), 'training.region': known('eu-central-1') },
		...{ sources, places, gaps },
	};
	return { estate, answers: noAnswers };
}

/** The plan of such an estate, as it comes back from its file. */
export async function hostilePlan(names: readonly string[], ids: 'ours' | 'names'): Promise<Plan> {
	const { plan } = derive(hostileDocuments(names, ids), await ownKnowledge('hostile'), '2026-11-24');
	return parsePlan(printPlan(plan), 'plan.json');
}
