import { type ConditionProperties, Engine, type TopLevelCondition } from 'json-rules-engine';
import { writeOwn } from '../../source/advice/ground/own-facts.ts';
import type { Read } from '../../source/advice/ground/read-facts.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import type { Source } from '../../source/estate/estate.ts';
import { facts } from '../../source/facts/index.ts';
import { gigabytes, hours, megabytes, terabytes } from '../../source/facts/units.ts';
import type { Condition } from '../../source/rules/condition.ts';
import { all, any, atLeast, atMost, is, no, yes } from '../../source/rules/constructors.ts';
import { inputsOfCondition } from '../../source/rules/inputs.ts';
import { compileSift } from '../../source/rules/sift.ts';
import { createTable } from '../../source/rules/table.ts';
import { largeEstate } from '../peers/large-account.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { median, timesOf, yardstick } from './measuring/timing.ts';

/** Twenty rules as the catalogue has them. Nothing is negated: to the other engine what nobody knows is false. */
const rules: readonly Condition[] = [
	atLeast('volume', terabytes(1)),
	atMost('volume', gigabytes(5)),
	all(is('engine', 'mysql', 'mariadb'), is('managed', 'rds')),
	all(is('engine', 'postgresql', 'aurora-postgresql'), atLeast('change', 1000)),
	all(is('protocol', 'nfs', 'smb'), atLeast('objects', 1e6)),
	any(yes('replica'), atMost('load.share', 0.3)),
	all(yes('encrypted'), is('key', 'customer')),
	yes('public'),
	no('encrypted'),
	all(is('format', 'parquet', 'orc'), atLeast('volume', gigabytes(100))),
	all(is('managed', 'dynamodb'), yes('pitr'), atMost('volume', terabytes(1))),
	all(is('managed', 'kinesis'), is('stream.mode', 'on-demand')),
	all(is('protocol', 'kinesis'), atLeast('record.size', 1000), atLeast('records', 100)),
	any(is('sensitivity', 'personal', 'health', 'card'), yes('private.required')),
	all(is('managed', 's3'), yes('lifecycle.rules'), atMost('objects', 1e5)),
	all(is('protocol', 'jdbc'), atLeast('load.share', 0.7), no('replica')),
	all(is('managed', 'logs'), atLeast('change', megabytes(1)), atMost('retention', hours(24 * 14))),
	any(all(yes('versioned'), no('lifecycle.rules')), all(is('managed', 'efs'), atLeast('volume', terabytes(10)))),
	all(is('saas', 'salesforce', 'sap'), atLeast('change', 100)),
	all(is('updates', 'append'), atMost('freshness', hours(1))),
];

/** The same rules over the same 10,000 sources by us, table filling (as the program does it) and compiling included, and by json-rules-engine. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const { sources } = largeEstate(10_000);
	const ours = timesOf(
		rounds,
		() => sources,
		(some) => hitsOf(some),
	);
	const yard = median(Array.from({ length: 9 }, yardstick));
	const began = process.threadCpuUsage();
	const others = await theirHits(sources);
	const { user, system } = process.threadCpuUsage(began);
	const time = (user + system) / 1000;
	const own = hitsOf(sources);
	const equal = others.filter((hits, index) => hits === own[index] && hits > 0).length;
	return [
		timeRow('20 rules over 10,000 sources', ours),
		{ title: 'the same by json-rules-engine', figure: time, unit: 'ms', ratio: time / yard },
		{
			title: 'times as fast',
			figure: time / yard / (median(ours.times) / median(ours.yards)),
			unit: 'x',
			wanted: 300,
			least: true,
		},
		{ title: 'rules with as many hits, at least one', figure: equal, unit: '', wanted: rules.length, least: true },
	];
}

/** How many sources each rule holds for. */
function hitsOf(sources: readonly Source[]): readonly number[] {
	const table = createTable(facts, new Set(rules.flatMap(inputsOfCondition)), sources.length);
	const sifts = rules.map((rule) => compileSift(rule, 2, table));
	const read: Read = (about, fact) => about?.facts[fact];
	// A list of its own, so that what sources state is gathered each time.
	writeOwn({ sources: [...sources], table, read, given: { answers: noAnswers } });
	const rows = new Int32Array(sources.length).map((_, row) => row);
	const room = new Int32Array(rows.length);
	return sifts.map((sift) => {
		room.set(rows);
		return sift(room, room.length);
	});
}

async function theirHits(sources: readonly Source[]): Promise<readonly number[]> {
	const engine = new Engine([], { allowUndefinedFacts: true });
	rules.forEach((rule, index) => {
		engine.addRule({ conditions: theirs(rule), event: { type: String(index) } });
	});
	const hits = rules.map(() => 0);
	for (const { facts: said } of sources) {
		const { events } = await engine.run(
			Object.fromEntries(Object.entries(said).map(([fact, { value }]) => [fact, value])),
		);
		for (const { type } of events) hits[Number(type)] = (hits[Number(type)] ?? 0) + 1;
	}
	return hits;
}

/** A condition in their words; a rule of one comparison is a list of one. */
function theirs(condition: Condition): TopLevelCondition {
	if ('all' in condition) return { all: condition.all.map(nested) };
	if ('any' in condition) return { any: condition.any.map(nested) };
	return { all: [nested(condition)] };
}

function nested(condition: Condition): TopLevelCondition | ConditionProperties {
	if ('all' in condition || 'any' in condition) return theirs(condition);
	if ('is' in condition) return { fact: condition.fact, operator: 'in', value: condition.is };
	if ('atLeast' in condition) {
		return { fact: condition.fact, operator: 'greaterThanInclusive', value: condition.atLeast };
	}
	if ('atMost' in condition) return { fact: condition.fact, operator: 'lessThanInclusive', value: condition.atMost };
	throw new Error('None of the rules is negated or asks whether something is known.');
}
