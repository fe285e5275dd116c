import { days } from '../../facts/units.ts';
import { all, atLeast, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { guarded } from '../guarded.ts';
import type { ControlRecord } from '../record.ts';

export const erasureOrRepeat: ControlRecord = {
	title: 'Erasing people and repeating runs to the byte',
	summary: 'an owner decides what wins where somebody is erased while a training set is pinned',
	regimes: ['gdpr', 'ccpa'],
	severity: 'high',
	applies: all(guarded, yes('repeatable'), atLeast('repeatable.for', days(30))),
	// Both cannot hold: it is never met by itself.
	met: { any: [] },
	because:
		'two demands contradict one another: who asks to be erased is to be gone within a month (GDPR) or 45 days (CCPA), and a run that gives the same bytes later needs what was erased',
	remedy:
		'decide it and write it down: pin the set with keys that nobody can resolve any more once their map is destroyed, or keep manifest and hash, let the rows go, and state that the run repeats only up to what was erased; decide for the trained model too',
	practice: 'MLSEC03-BP05',
	availability: { state: 'open', ...confirmed('docs/prescriptive-guidance/latest/privacy-reference-architecture') },
	cited: confirmed(
		'docs/prescriptive-guidance/latest/privacy-reference-architecture; Well-Architected Data Analytics Lens 3.1; Civ. Code 1798.105',
	),
	examples: [
		{ given: { sensitivity: 'personal', repeatable: true, 'repeatable.for': 7_776_000 }, then: 'fails' },
		{ given: { sensitivity: 'personal', repeatable: true, 'repeatable.for': 604_800 }, then: 'holds' },
		{ given: { sensitivity: 'internal', repeatable: true, 'repeatable.for': 7_776_000 }, then: 'holds' },
	],
};
