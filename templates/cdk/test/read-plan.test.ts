// biome-ignore-all lint/suspicious/noTemplateCurlyInString: such texts are what is tested
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan } from '../lib/plan.ts';
import { checkPlan } from '../lib/read-plan.ts';
import { everyService, ownPlan } from './plans.ts';

const refused = (plan: unknown): string => {
	try {
		checkPlan(plan);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	return '';
};
const titled = (title: string): Plan => {
	const plan = everyService();
	return { ...plan, places: plan.places.map((place) => ({ ...place, title })) };
};

test('a sound plan is handed back as it is', () => {
	const plan = everyService();
	assert.equal(checkPlan(plan), plan);
	assert.equal(ownPlan().version, 2);
});

test('text that CDK or CloudFormation would expand is refused wherever it stands', () => {
	for (const text of [
		'${Token[TOKEN.12]}',
		'a ${Token[AWS.Region.3]} b',
		'#{Token[TOKEN.4]}',
		'{{resolve:ssm-secure:password}}',
		'{{ resolve : secretsmanager:x }}',
		'{{RESOLVE:ssm:x}}',
		'bell \u0007',
		'escape \u001b[31m',
	]) {
		assert.match(refused(titled(text)), /places\.0\.title holds text that CDK or CloudFormation would expand/, text);
		assert.match(refused({ ...everyService(), names: { [text]: 'x' } }), /plan\.names has a name that CDK/, text);
	}
});

test('what only looks alike is let through', () => {
	for (const text of [
		'${Token}',
		'{{x}}',
		'Fn::Sub ${AWS::Region}',
		'Größe 数据 👩‍🌾',
		"'; DROP TABLE x; --",
		'</script>',
	]) {
		assert.equal(refused(titled(text)), '', text);
	}
});

test('numbers in which CDK hides tokens are refused', () => {
	const plan = everyService();
	const said = refused({ ...plan, costs: { ...plan.costs, oneOff: -1.8881545897087626e289 } });
	assert.match(said, /plan\.costs\.oneOff is not a number of this world/);
});

test('ids become construct ids, and only such as may', () => {
	for (const id of ['', 'Orders', '1a', 'a b', 'a/b', '../x', 'a'.repeat(41), 'a\n']) {
		const plan = everyService();
		const [first, ...rest] = plan.flows;
		const said = refused({ ...plan, flows: [{ ...first, id }, ...rest] });
		assert.match(said, /plan\.flows\[0\]\.id must be a short name/, JSON.stringify(id));
	}
});

test('every trouble is told, with the place where it is', () => {
	const plan = everyService();
	const said = refused({
		...plan,
		version: 1,
		flows: [...plan.flows, plan.flows[0]],
		stores: [{ ...plan.stores[0], zone: 'gold' }],
		network: { ...plan.network, region: 'Frankfurt', interfaceEndpoints: ['x y'] },
	});
	for (const wanted of [
		'plan.version must be 2, not 1',
		'plan.flows has "dynamodb-export" twice',
		'plan.stores[0].zone must be one of landing, raw, stage, analytics, features, not "gold"',
		'plan.network.region must be an AWS region, or empty, not "Frankfurt"',
		'plan.network.interfaceEndpoints[0] must be the name of an endpoint, not "x y"',
	])
		assert.ok(said.includes(wanted), `${wanted}\n${said}`);
});

test('what is no plan at all is refused in a sentence', () => {
	for (const value of [null, [], 'plan', 7, {}]) assert.match(refused(value), /^plan\.json cannot be built:/);
	assert.ok(refused({}).split('\n').length <= 22);
});
