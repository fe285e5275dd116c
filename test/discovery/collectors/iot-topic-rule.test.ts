import { expect, test } from 'vitest';
import { iotTopicRule } from '../../../source/discovery/collectors/iot-topic-rule.ts';
import { collect } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const rule = { ruleArn: 'arn:rule', ruleName: 'taps', topicPattern: 'plant/+/taps', ruleDisabled: false };
const listing = (...actions: readonly object[]): Table => ({
	ListTopicRules: { rules: [rule] },
	GetTopicRule: { rule: { actions } },
});
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:123456789012:${rest}`;
const from = arn('iot', 'topic/plant/+/taps');

test.each([
	['a stream', { kinesis: { streamName: 's' } }, arn('kinesis', 'stream/s')],
	['a delivery stream', { firehose: { deliveryStreamName: 'd' } }, arn('firehose', 'deliverystream/d')],
	['a bucket', { s3: { bucketName: 'b', key: 'k' } }, 'arn:aws:s3:::b'],
	['a table', { dynamoDBv2: { putItem: { tableName: 't' } } }, arn('dynamodb', 'table/t')],
	['a table, the older way', { dynamoDB: { tableName: 't' } }, arn('dynamodb', 'table/t')],
	['a log group', { cloudwatchLogs: { logGroupName: 'g' } }, arn('logs', 'log-group:g')],
	['a time series', { timestream: { databaseName: 'd', tableName: 't' } }, arn('timestream', 'database/d/table/t')],
])('a rule that sends to %s is a link from its topic', async (_, action, to) => {
	const { links } = await collect(iotTopicRule, listing(action));
	expect(links).toEqual([{ from, to, by: 'arn:rule' }]);
});

test('what only calls a program leads nowhere, and a rule that is switched off is not asked for', async () => {
	expect((await collect(iotTopicRule, listing({ lambda: { functionArn: 'f' } }))).links).toEqual([]);
	const { links, caller } = await collect(iotTopicRule, {
		ListTopicRules: { rules: [{ ...rule, ruleDisabled: true }] },
	});
	expect([links, caller.asked]).toEqual([[], ['eu-central-1 ListTopicRules']]);
});

test('a rule without a topic is named itself; one that is denied is a gap of the kind', async () => {
	const basic = {
		...listing({ s3: { bucketName: 'b' } }),
		ListTopicRules: { rules: [{ ruleArn: 'arn:r', ruleName: 'r' }] },
	};
	expect((await collect(iotTopicRule, basic)).links.map((link) => link.from)).toEqual(['arn:r']);
	const { gaps } = await collect(iotTopicRule, { ...listing(), GetTopicRule: denied('iot:GetTopicRule') });
	expect(gaps.map(({ about, action }) => [about, action])).toEqual([
		['123456789012/eu-central-1/test', 'iot:GetTopicRule'],
	]);
});
