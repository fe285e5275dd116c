import type { Connection } from '@aws-sdk/client-glue';
import type { Address } from './databases.ts';

/** The product and the address of a connection to a SaaS product that the vocabulary has a word for. */
export function productOf({
	ConnectionType,
	ConnectionProperties: said = {},
}: Connection): { readonly saas: string; readonly host: string } | undefined {
	const saas = products[ConnectionType ?? ''];
	if (saas === undefined) return undefined;
	// The SDK's type does not list the property that these connections have.
	const { INSTANCE_URL: url = said.HOST } = said as Readonly<Record<string, string | undefined>>;
	return { saas, host: hostIn(url ?? '') ?? saas };
}

const products: Readonly<Record<string, string>> = {
	SALESFORCE: 'salesforce',
	SALESFORCEMARKETINGCLOUD: 'salesforce',
	SAPODATA: 'sap',
	SERVICENOW: 'servicenow',
	ZENDESK: 'zendesk',
	HUBSPOT: 'hubspot',
	MARKETO: 'marketo',
	GOOGLEANALYTICS4: 'google-analytics',
	SLACK: 'slack',
};

/** The address of the database that a connection reaches; undefined for one to a network, and for what cannot be read. */
export function connectionAddress({
	ConnectionType,
	ConnectionProperties: said = {},
}: Connection): Address | undefined {
	if (said.JDBC_CONNECTION_URL) return jdbcAddress(said.JDBC_CONNECTION_URL);
	if (said.KAFKA_BOOTSTRAP_SERVERS) {
		const first = said.KAFKA_BOOTSTRAP_SERVERS.split(',')[0] ?? '';
		return located('kafka', first);
	}
	if (said.CONNECTION_URL) {
		const [, engine, rest] = /^(mongodb)(?:\+srv)?:\/\/(.*)$/.exec(said.CONNECTION_URL) ?? [];
		return engine && rest ? located(engine, rest) : undefined;
	}
	if (!said.HOST || !ConnectionType) return undefined;
	const port = said.PORT ? `:${said.PORT}` : '';
	return located(ConnectionType.toLowerCase(), `${said.HOST}${port}${said.DATABASE ? `/${said.DATABASE}` : ''}`);
}

/** `jdbc:postgresql://host:5432/shop`, `jdbc:oracle:thin:@host:1521:ORCL`, `jdbc:sqlserver://host:1433;databaseName=shop`. */
export function jdbcAddress(url: string): Address | undefined {
	const [, engine, rest] = /^jdbc:([a-z0-9-]+):(?:thin:)?(.*)$/i.exec(url.trim()) ?? [];
	if (engine === undefined || rest === undefined) return undefined;
	const database = /[;?&]database(?:Name)?=([^;&]+)/i.exec(rest)?.[1];
	const address = located(engine.toLowerCase(), rest);
	return address && database ? { ...address, database } : address;
}

/**
`//user:password@host:port/database`, of which only host, port and database are kept. Undefined where a part of a password could
be taken for a host.
*/
function located(engine: string, text: string): Address | undefined {
	const [head = ''] = text.split(/[?;]/);
	if (text.slice(head.length).includes('@')) return undefined;
	const bare = head.replace(/^.*@/, '').replace(/^\/+/, '');
	const [, host, port, database] = /^([\w.-]+)(?::(\d+))?(?:[:/]([\w.$-]+))?/.exec(bare) ?? [];
	if (host === undefined) return undefined;
	return { engine, host, port: port === undefined ? undefined : Number(port), database };
}

const hostIn = (url: string): string | undefined =>
	/^(?:https?:\/\/)?(?:[^/@]*@)?([\w.-]+)/.exec(url)?.[1]?.toLowerCase();
