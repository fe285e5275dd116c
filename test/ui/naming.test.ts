import { expect, test } from 'vitest';
import type { Alternative, Flow, Plan } from '../../source/plan/plan.ts';
import { namingService, sharedLine } from '../../source/ui/naming.ts';
import { examplePlan } from '../peers/example-plan.ts';

const [place] = examplePlan().places;
const plan: Plan = {
	...examplePlan(),
	places: [
		{
			...(place as Plan['places'][number]),
			id: 'plant',
			path: 'internet',
			rejected: [{ service: 'site-to-site-vpn', reason: 'It costs $1,838 more.' }],
		},
	],
};
const flow = { ...(plan.flows[0] as Flow), place: 'plant', services: ['internet', 'datasync'] };
const over = (...services: readonly string[]): Alternative => ({ services, estimate: {}, reason: '' });

test('an alternative is named by the service that the route in place has not, and not by its line', () => {
	expect(namingService(over('internet', 's3-upload'), flow, plan)).toBe('s3-upload');
	expect(namingService(over('site-to-site-vpn', 's3-upload'), flow, plan)).toBe('s3-upload');
	expect(sharedLine(over('site-to-site-vpn', 's3-upload'), flow, plan)).toBeUndefined();
	expect(namingService(over('datasync'), { ...flow, services: ['datasync', 'firehose'] }, plan)).toBe('datasync');
});

test('an alternative that differs in its line alone is named by that line, and says that the place shares it', () => {
	const vpn = over('site-to-site-vpn', 'datasync');
	expect(namingService(vpn, flow, plan)).toBe('site-to-site-vpn');
	expect(sharedLine(vpn, flow, plan)).toBe(
		'It differs in its line alone: everything at this place would share that line.',
	);
	expect(namingService(over('internet', 'datasync'), flow, plan)).toBeUndefined();
});
