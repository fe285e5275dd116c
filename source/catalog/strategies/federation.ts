import { gigabytes } from '../../facts/units.ts';
import { any, atMost, is, no, not, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { rowsMayBeSeen } from '../hidden-rows.ts';
import type { StrategyRecord } from '../record.ts';

const breakEven = 'arithmetic: 100 GB read by connectors at $0.59 a query against a daily copy at $17 a month';
const throughput = 'arithmetic: a query of 30 minutes at 100 MB a second, halved because times vary';

export const federation: StrategyRecord = {
	title: 'Federation',
	summary:
		'Sources stay where they are and are asked in SQL when somebody wants to know: nothing is copied and nothing grows old, but each query reads the source.',
	availability: { state: 'open', ...confirmed('docs/athena/latest/ug/federated-queries.html') },
	requires: [
		rowsMayBeSeen,
		{
			because: 'a training run must be repeatable on the same data later, and a source read live has changed by then',
			that: any(no('repeatable'), not(is('use', 'training'))),
			...confirmed('Well-Architected Machine Learning Lens MLOPS03-BP02, MLSEC03-BP04'),
		},
		{
			because: 'above some 30 full reads a month a copy costs less than asking the source each time',
			that: atMost('reads.monthly', 30),
			...confirmed(breakEven),
		},
		{
			because: 'more than about 90 GB do not come out of a source within the 30 minutes that a query may take',
			that: atMost('volume', gigabytes(90)),
			...confirmed(throughput),
		},
	],
	strengths: [
		{
			says: 'Seldom asked data is cheaper to read where it is than to keep as a copy.',
			when: atMost('reads.monthly', 30),
			...confirmed(breakEven),
		},
		{
			says: 'Every query sees the present state, and data is not moved without need.',
			...confirmed('Well-Architected Data Analytics Lens 8.2, 15.6'),
		},
		{
			says: 'A read replica takes the queries, so that production does not notice.',
			when: yes('replica'),
			...confirmed('docs/AmazonRDS/latest/UserGuide/USER_ReadRepl.html'),
		},
	],
	examples: [
		{ given: { use: 'exploration', volume: 3e9, 'reads.monthly': 10 }, then: 'holds' },
		{ given: { use: 'training', volume: 3e9, 'reads.monthly': 10 }, then: 'fails' },
		{ given: { use: 'training', repeatable: false, volume: 3e9, 'reads.monthly': 1 }, then: 'holds' },
		{ given: { use: 'exploration', volume: 3e9, 'reads.monthly': 60 }, then: 'fails' },
		{ given: { use: 'exploration', volume: 400e9 }, then: 'fails' },
		{ given: { use: 'exploration' }, then: 'unknown' },
	],
};
