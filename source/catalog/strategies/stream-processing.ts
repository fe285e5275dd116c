import { minutes } from '../../facts/units.ts';
import { all, any, atMost, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { rowsMayBeSeen } from '../hidden-rows.ts';
import type { StrategyRecord } from '../record.ts';

const tieBreak = 'github.com/aws/agent-toolkit-for-aws aws-messaging-and-streaming/SKILL.md';

export const streamProcessing: StrategyRecord = {
	title: 'Stream processing',
	summary:
		'Features are computed while events arrive and are served within seconds; what trains needs a copy of the events beside it.',
	availability: { state: 'open', ...confirmed(tieBreak) },
	requires: [
		rowsMayBeSeen,
		{
			because:
				'nothing is computed over windows or joins of events, nothing is looked up, and nothing must be seconds old: delivery is enough',
			that: any(
				all(is('family', 'stream', 'device'), any(yes('stateful'), yes('lookups'))),
				atMost('freshness', 29),
				all(is('scoring', 'online'), atMost('freshness', minutes(1))),
			),
			...confirmed('arithmetic: delivery collects and writes within 30 seconds at best'),
		},
	],
	keeps: false,
	strengths: [
		{
			says: 'Windows and joins over events are computed as they arrive, in the order of the events.',
			when: yes('stateful'),
			...confirmed(tieBreak),
		},
		{
			says: 'Features are seconds old when somebody waits for a prediction.',
			when: is('scoring', 'online'),
			...confirmed('docs/sagemaker/latest/dg/feature-store.html'),
		},
		{
			says: 'Several programs read the same stream, each at its own pace, and can go back in it.',
			when: atMost('freshness', minutes(5)),
			...confirmed('docs/streams/latest/dev/key-concepts.html'),
		},
	],
	examples: [
		{ given: { family: 'stream', stateful: true, freshness: 300 }, then: 'holds' },
		{ given: { family: 'stream', lookups: true, freshness: 300 }, then: 'holds' },
		{ given: { freshness: 20 }, then: 'holds' },
		{ given: { freshness: 60, scoring: 'online' }, then: 'holds' },
		{ given: { freshness: 60 }, then: 'fails' },
		{ given: { freshness: 900 }, then: 'fails' },
	],
};
