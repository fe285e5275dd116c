import { GetTopicRuleCommand, IoTClient, ListTopicRulesCommand } from '@aws-sdk/client-iot';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of AWS IoT Core that may be sent; the bundle carries no others. */
const commands = {
	GetTopicRule: GetTopicRuleCommand,
	ListTopicRules: ListTopicRulesCommand,
};

/** A connection to AWS IoT Core. */
export const connect = (settings: Settings): Connection =>
	connection(new IoTClient(clientSettings(settings)), commands);
