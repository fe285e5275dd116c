import type { Action, GetTopicRuleCommandOutput, ListTopicRulesCommandOutput } from '@aws-sdk/client-iot';
import { arnOf, bucketArn } from '../reading/arn.ts';
import { ask, tellGaps } from '../reading/ask.ts';
import { atOnce } from '../reading/at-once.ts';
import { listed } from '../reading/listed.ts';
import type { Collector, Reading } from './collector.ts';

/** 1 and 20 calls a second for an account in a region: careful values, not confirmed by a quota page. 2026-11-22. */
const listRules = {
	service: 'iot',
	operation: 'ListTopicRules',
	action: 'iot:ListTopicRules',
	rate: 1,
	burst: 1,
	answers: 'rules',
	why: 'Lists rules with the topics that they read.',
} as const;
const getRule = {
	service: 'iot',
	operation: 'GetTopicRule',
	action: 'iot:GetTopicRule',
	rate: 20,
	burst: 20,
	answers: 'rule',
	why: 'Says where a rule sends the messages of devices.',
} as const;

/** Rules of IoT Core: a link from a topic of devices to each stream, bucket or table that its messages go to. */
export const iotTopicRule: Collector = {
	title: 'IoT rules',
	family: 'device',
	scope: 'region',
	calls: [listRules, getRule],
	async collect(reading) {
		const lane = atOnce(10);
		const pages = listed<ListTopicRulesCommandOutput>(reading, listRules, {
			input: { maxResults: 100 },
			token: 'nextToken',
			next: ({ nextToken }) => nextToken,
		});
		for await (const { rules = [] } of pages) {
			for (const { ruleArn, ruleName = '', topicPattern, ruleDisabled } of rules) {
				const by = ruleArn ?? arnOf(reading, 'iot', `rule/${ruleName}`);
				reading.emit.seen(by);
				if (ruleDisabled) continue;
				const from = topicPattern ? arnOf(reading, 'iot', `topic/${topicPattern}`) : by;
				await lane.add(() => tell(reading, { from, by, ruleName }));
			}
		}
		await lane.done();
	},
};

async function tell(
	reading: Reading,
	{ from, by, ruleName }: { from: string; by: string; ruleName: string },
): Promise<void> {
	const { region, cell, emit } = reading;
	try {
		const { rule } = await ask<GetTopicRuleCommandOutput>(reading, getRule, { ruleName });
		for (const action of rule?.actions ?? []) {
			const to = goesTo(reading, action);
			if (to) emit.link({ from, to, by });
		}
	} catch (error) {
		tellGaps(reading, { error, call: getRule, region, about: [cell], facts: [] });
	}
}

/** Where data is kept; what only calls a program or sends on leads nowhere. */
function goesTo(reading: Reading, action: Action): string | undefined {
	const { kinesis, firehose, s3, dynamoDB, dynamoDBv2, timestream, cloudwatchLogs: logs } = action;
	const table = dynamoDB?.tableName ?? dynamoDBv2?.putItem?.tableName;
	if (kinesis?.streamName) return arnOf(reading, 'kinesis', `stream/${kinesis.streamName}`);
	if (firehose?.deliveryStreamName) return arnOf(reading, 'firehose', `deliverystream/${firehose.deliveryStreamName}`);
	if (s3?.bucketName) return bucketArn(reading, s3.bucketName);
	if (table) return arnOf(reading, 'dynamodb', `table/${table}`);
	if (logs?.logGroupName) return arnOf(reading, 'logs', `log-group:${logs.logGroupName}`);
	if (timestream?.databaseName) {
		return arnOf(reading, 'timestream', `database/${timestream.databaseName}/table/${timestream.tableName}`);
	}
	return undefined;
}
