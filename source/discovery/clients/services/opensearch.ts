import { DescribeDomainsCommand, ListDomainNamesCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { type Connection, clientSettings, connection, type Settings } from '../connection.ts';

/** The commands of Amazon OpenSearch Service that may be sent; the bundle carries no others. */
const commands = {
	DescribeDomains: DescribeDomainsCommand,
	ListDomainNames: ListDomainNamesCommand,
};

/** A connection to Amazon OpenSearch Service. */
export const connect = (settings: Settings): Connection =>
	connection(new OpenSearchClient(clientSettings(settings)), commands);
