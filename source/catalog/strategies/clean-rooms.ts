import { yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { StrategyRecord } from '../record.ts';

const guide = 'docs/clean-rooms/latest/userguide/what-is.html';

export const cleanRooms: StrategyRecord = {
	title: 'Clean rooms',
	summary:
		'Each party keeps its data in its own account; both ask a collaboration that gives out what its rules allow, and no row.',
	availability: { state: 'open', ...confirmed(guide) },
	requires: [
		{
			because: 'no other party is kept from seeing these rows',
			that: yes('rows.hidden'),
			...confirmed(guide),
		},
	],
	strengths: [
		{
			says: 'Neither party sees a row of the other, and none changes hands: what comes out is decided by analysis rules.',
			when: yes('rows.hidden'),
			...confirmed(guide),
		},
		{
			says: 'A model is trained inside the collaboration too (Clean Rooms ML), by code that both have agreed to.',
			when: yes('rows.hidden'),
			...confirmed(guide),
		},
	],
	examples: [
		{ given: { 'rows.hidden': true }, then: 'holds' },
		{ given: { 'rows.hidden': false }, then: 'fails' },
	],
};
