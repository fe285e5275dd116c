import { expect, test } from 'vitest';
import { advise } from '../../source/advice/advise.ts';
import type { Answers } from '../../source/estate/answers.ts';
import { answering, archive, clicks, given, ledger, orders, pulses, river, source } from './small-estate.ts';

const leases = [river({ 'near.directConnect': true })];
const chosen = (choices: Answers['choices']) => ({ answers: answering({ choices }) });
const routesOf = (one: Parameters<typeof advise>[0]) =>
	advise(one).flows.map(
		({ sources, winner }) => `${sources.join()}: ${winner.route.map(({ service }) => service).join(' > ')}`,
	);

test('the chosen service carries the source where it passes, and the flow says who chose', () => {
	const { flows } = advise(given([orders()], chosen({ routes: { orders: 'shadow' } })));
	expect(flows.map(({ winner }) => winner.route)).toEqual([[{ service: 'shadow', mode: 'follow' }]]);
	expect(flows[0]?.reasons[0]).toBe('Shadow was chosen by a person.');
});

test('a pattern chooses for all it matches, an id of its own before it', () => {
	const more = source('returns', 'relational', 'cloud', { volume: 1e11, change: 1e4, managed: 'rds' });
	const routes = { '*': 'shadow', returns: 'ferry' };
	expect(routesOf(given([orders(), more], chosen({ routes })))).toEqual(['orders: shadow', 'returns: ferry']);
});

test('a line can be chosen like a service', () => {
	expect(routesOf(given([archive()], { places: leases }))).toEqual(['archive: lease > ferry']);
	const wired = { places: leases, ...chosen({ routes: { archive: 'wire' } }) };
	const { flows, paths } = advise(given([archive()], wired));
	expect(flows.map(({ winner }) => winner.route.map(({ service }) => service))).toEqual([['wire', 'ferry']]);
	expect(flows[0]?.reasons[0]).toBe('The Wire was chosen by a person.');
	const [path] = paths;
	expect([path?.service, path?.reasons[0]]).toEqual(['wire', 'The Wire was chosen by a person.']);
	expect(path?.rejected.find(({ service }) => service === 'lease')?.reason).toBe(
		'Another line was chosen by a person.',
	);
});

test('who chooses no line goes along with the line that another of the place chose', () => {
	const two = [archive(), { ...archive(), id: 'second' }];
	const wired = { places: leases, ...chosen({ routes: { archive: 'wire' } }) };
	expect(routesOf(given(two, { places: leases }))).toEqual(['archive,second: lease > ferry']);
	expect(routesOf(given(two, wired))).toEqual(['archive: wire > ferry', 'second: wire > ferry']);
});

test('what cannot be done is not done, and the flow says so', () => {
	const { flows } = advise(given([archive()], chosen({ routes: { archive: 'barge' } })));
	expect(flows[0]?.winner.route.map(({ service }) => service)).toEqual(['wire', 'ferry']);
	expect(flows[0]?.reasons[0]).toBe(
		'Barge was chosen by a person, but cannot carry this data: Barge is closed to new customers since 2025-11-07; use Ferry or Mule instead.',
	);
});

test('a chosen strategy is followed where its routes pass, and names the rest where they do not', () => {
	const reading = { said: { repeatable: false, 'load.allowed': true }, ...chosen({ strategy: 'reading', routes: {} }) };
	const all = advise(given([clicks(), orders()], reading));
	expect([all.strategy.id, all.strategy.reasons[0]]).toEqual(['reading', 'Reading was chosen by a person.']);
	const mixed = advise(given([clicks(), orders(), ledger(), pulses()], reading));
	expect([mixed.strategy.id, mixed.strategy.reasons[0]]).toEqual([
		'blend',
		'Reading was chosen by a person, but does not carry every source; Lake carries the rest.',
	]);
});

test('a chosen route goes before a chosen strategy', () => {
	const both = {
		said: { repeatable: false, 'load.allowed': true },
		...chosen({ strategy: 'reading', routes: { orders: 'shadow' } }),
	};
	expect(routesOf(given([clicks(), orders()], both))).toEqual(['clicks: lens', 'orders: shadow']);
});
