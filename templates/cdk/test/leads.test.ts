import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesOf, stepsOf } from '../lib/leads.ts';
import { appOf, everyService } from './plans.ts';

test('what is left by hand is numbered over the whole app, what takes longest first, each with its time', () => {
	const steps = stepsOf([
		['ingest', 'nas: start its task once by hand.'],
		['ingest', 'orders: connect its network with that of this app.'],
		['lake', 'Something that nobody has thought of.'],
	]);
	assert.deepEqual(steps, [
		['ingest', '1. orders: connect its network with that of this app. Takes 2 days.'],
		['lake', '2. Something that nobody has thought of. Takes 1 hour.'],
		['ingest', '3. nas: start its task once by hand. Takes 5 minutes.'],
	]);
	const told = appOf(everyService())
		.node.findAll()
		.flatMap(({ node }) => node.metadata.filter(({ type }) => type === 'aws:cdk:info').map(({ data }) => String(data)));
	const numbers = told.map((text) => Number(/^(\d+)\. .+ Takes \d+ \w+\./.exec(text)?.[1])).toSorted((a, b) => a - b);
	assert.deepEqual(
		numbers,
		told.map((_, index) => index + 1),
	);
	assert.ok(told.length > 20 && minutesOf('x: its id is not the ARN of a bucket') === 10);
});
