import { yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { StrategyRecord } from '../record.ts';

export const hybrid: StrategyRecord = {
	title: 'Hybrid',
	summary:
		'Each source is brought together in the way that fits it: what trains is kept in the lake, what must be seconds old is processed as a stream, what is seldom asked stays where it is.',
	availability: { state: 'open', ...confirmed('Well-Architected Data Analytics Lens 12.2') },
	requires: [],
	mixes: ['clean-rooms', 'data-lake', 'federation', 'lakehouse', 'stream-processing'],
	strengths: [
		{
			says: 'Deciding for each source is the normal result: local and central data are weighed one by one.',
			...confirmed('Well-Architected Data Analytics Lens 12.2'),
		},
		{
			says: 'Features that are computed on the stream and a kept copy of the same events agree in training and in scoring.',
			when: yes('stateful'),
			...confirmed('Well-Architected Machine Learning Lens MLREL03-BP02'),
		},
	],
	examples: [{ given: {}, then: 'holds' }],
};
