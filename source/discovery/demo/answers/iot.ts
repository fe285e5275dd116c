import { type Answers, account, home, named, refusal } from '../recording.ts';

const ruleArn = `arn:aws:iot:${home}:${account}:rule/machine_telemetry`;
const createdAt = new Date('2024-03-18T08:35:00Z');
const rule = {
	ruleName: 'machine_telemetry',
	sql: "SELECT * FROM 'kassel/+/telemetry'",
	createdAt,
	ruleDisabled: false,
	awsIotSqlVersion: '2016-03-23',
	actions: [
		{
			kinesis: {
				roleArn: `arn:aws:iam::${account}:role/iot-to-kinesis`,
				streamName: 'machine-telemetry',
				partitionKey: 'machine',
			},
		},
	],
};

/** What AWS IoT Core answers about the rule through which the machines reach the stream. */
export const iot: Answers = {
	ListTopicRules: (_, region) => ({
		rules:
			region === home
				? [{ ruleArn, ruleName: rule.ruleName, topicPattern: 'kassel/+/telemetry', createdAt, ruleDisabled: false }]
				: [],
	}),
	GetTopicRule(input) {
		if (named(input, 'ruleName') === rule.ruleName) return { ruleArn, rule };
		throw refusal('ResourceNotFoundException', `Rule ${named(input, 'ruleName')} not found.`, 404);
	},
};
