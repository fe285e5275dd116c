import { hours, minutes } from '../../facts/units.ts';
import { atMost, is } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedFor } from '../eligible.ts';
import { staysOnline } from '../reach.ts';
import type { ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const guide = 'docs/eventbridge/latest/userguide/eb-saas.html';

export const eventbridgePartner: ServiceRecord = {
	title: 'EventBridge partner source',
	summary: 'A SaaS product, or its webhook, pushes events to EventBridge, which hands them on to Firehose.',
	page: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-saas.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'stream',
	families: ['saas'],
	availability: { state: 'open', ...confirmed(guide) },
	eligibility: namedFor('hipaa'),
	requires: [
		staysOnline,
		{
			because: 'it is for events that are wanted within minutes; a copy that is refreshed now and then needs no stream',
			that: atMost('freshness', minutes(30)),
			scope: true,
			...confirmed(guide),
		},
		{
			because: 'the product must send its events itself, and this one is not known to',
			that: is('saas', 'salesforce', 'zendesk', 'other'),
			...unconfirmed(guide),
		},
	],
	modes: {
		events: {
			title: 'events as they happen',
			carries: 'changes',
			lead: hours(8),
			firstData: minutes(15),
			complete: 0,
			freshness: 5,
			effort: { once: work.broker / 2, monthly: 0 },
			costs: [],
			then: ['data-firehose'],
		},
	},
	grants: [{ actions: ['events:PutRule', 'events:PutTargets'], on: 'landing', why: 'Hands the events on.' }],
	byHand: [
		{
			step: 'Connect the product to its event bus in EventBridge, or point its webhook there.',
			owner: 'SaaS administrator',
			lead: hours(8),
		},
	],
	cautions: [
		{
			says: 'It brings what happens from then on, not what the product holds: load the history apart, and compare now and then, since an event that is lost is not sent again.',
			...confirmed(guide),
		},
	],
	examples: [
		{ given: { saas: 'zendesk', freshness: 300, 'path.online': true }, then: 'holds' },
		{ given: { saas: 'zendesk', freshness: 86_400, 'path.online': true }, then: 'fails' },
	],
};
