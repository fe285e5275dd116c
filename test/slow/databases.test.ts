import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import pg from 'pg';
import { afterAll, describe, expect } from 'vitest';
import { readinessHost } from '../../source/app/session/host-readiness.ts';
import { addressIn } from '../../source/discovery/clients/databases/database-address.ts';
import { connect } from '../../source/discovery/clients/databases/open-database.ts';
import { readDatabase } from '../../source/discovery/databases/read-database.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { parseEstate } from '../../source/estate/parse-estate.ts';
import type { ColumnFigures } from '../../source/profiling/figures.ts';
import type { Readiness, TableReport } from '../../source/profiling/judging/report.ts';
import { type DatabaseServer, openMariadb, openPostgresql, served } from '../peers/databases.ts';
import { headwater } from '../peers/program.ts';
import { stalling } from '../peers/stalling-line.ts';

type Say = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A server with what a plant may have: a thousand tables, one that changes, one without a key. */
interface Served {
	readonly server: DatabaseServer;
	/** What our own writer says to it. */
	readonly say: Say;
	/** Address, without a password, and the environment that holds it. */
	readonly url: string;
	readonly env: Readonly<Record<string, string>>;
	readonly close: () => Promise<void>;
}

const tables = 1_000;
const names = Array.from({ length: tables - 3 }, (_, index) => `t${index}`);

async function servedPostgresql(): Promise<Served> {
	const server = await openPostgresql(['wal_level=logical', 'max_wal_senders=2']);
	const { port, user, password } = server;
	const client = new pg.Client({ host: '127.0.0.1', database: 'postgres', port, user, password });
	client.on('error', () => undefined);
	await client.connect();
	const say: Say = async (sql) => (await client.query(sql)).rows ?? [];
	await say('CREATE SCHEMA shop');
	await say('CREATE TABLE shop.orders (id bigserial PRIMARY KEY, note text)');
	await say('CREATE TABLE shop.lines (note text)');
	await say(names.map((name) => `CREATE TABLE shop.${name} (id int PRIMARY KEY, note text)`).join(';'));
	await say("INSERT INTO shop.orders (note) SELECT repeat('canary-row ', 20) FROM generate_series(1, 40000)");
	await say('CREATE TABLE shop."visits ""of"" people" (id bigserial PRIMARY KEY, note text, paid boolean)');
	await say(`INSERT INTO shop."visits ""of"" people" (note, paid) -- canary-row
SELECT CASE WHEN random() < 0.3 THEN NULL ELSE 'canary-row ' || g END, g % 4 = 0 FROM generate_series(1, 120000) g`);
	await say('ANALYZE');
	await say("INSERT INTO shop.lines (note) SELECT repeat('y', 5000) FROM generate_series(1, 500)");
	// A connection hands its counters over with a delay; what was written before must not look like a change.
	await say('SELECT pg_stat_force_next_flush()');
	const close = async () => {
		await client.end().catch(() => undefined);
		await server.close();
	};
	return { server, say, url: `postgres://tester@127.0.0.1:${port}/postgres`, env: { PGPASSWORD: password }, close };
}

async function servedMariadb(): Promise<Served> {
	const server = await openMariadb(['--log-bin=binlog', '--binlog-format=ROW', '--performance-schema=ON']);
	const { port, user, password } = server;
	const connection = await createConnection({ host: '127.0.0.1', multipleStatements: true, port, user, password });
	connection.on('error', () => undefined);
	const say: Say = async (sql) => {
		const [rows] = await connection.query(sql);
		return Array.isArray(rows) ? (rows as Readonly<Record<string, unknown>>[]) : [];
	};
	await say('CREATE DATABASE shop; USE shop');
	await say('CREATE TABLE orders (id bigint PRIMARY KEY AUTO_INCREMENT, note text)');
	await say('CREATE TABLE `lines` (note text)');
	await say(names.map((name) => `CREATE TABLE ${name} (id int PRIMARY KEY, note text) ENGINE=InnoDB`).join(';'));
	await say("INSERT INTO orders (note) SELECT repeat('canary-row ', 20) FROM seq_1_to_40000");
	await say(
		'CREATE TABLE `visits "of` people` (id bigint PRIMARY KEY AUTO_INCREMENT, note text, paid boolean)'.replace(
			'of`',
			'of``',
		),
	);
	await say(`INSERT INTO \`visits "of\`\` people\` (note, paid) -- canary-row
SELECT IF(RAND() < 0.3, NULL, CONCAT('canary-row ', seq)), seq % 4 = 0 FROM seq_1_to_120000`);
	await say('ANALYZE TABLE `visits "of`` people`');
	await say("INSERT INTO `lines` (note) SELECT repeat('y', 5000) FROM seq_1_to_500");
	await say('ANALYZE TABLE orders, `lines`');
	const close = async () => {
		connection.destroy();
		await server.close();
	};
	return { server, say, url: `mysql://tester@127.0.0.1:${port}`, env: { MYSQL_PWD: password }, close };
}

const engines = {
	postgresql: {
		open: servedPostgresql,
		/** Bytes of all tables of the schema, as the engine says. */
		size: "SELECT sum(pg_table_size(c.oid)) AS bytes FROM pg_class c WHERE relnamespace = 'shop'::regnamespace AND relkind = 'r'",
		// The writer hands its counters over at once; by itself PostgreSQL does so once a second.
		insert:
			"INSERT INTO shop.orders (note) SELECT repeat('canary-row ', 20) FROM generate_series(1, 200); SELECT pg_stat_force_next_flush()",
		connections: "SELECT pid AS id FROM pg_stat_activity WHERE application_name = 'headwater'",
		kill: (id: unknown) => `SELECT pg_terminate_backend(${id})`,
		slow: 'SELECT pg_sleep(25)',
		working:
			"SELECT pid FROM pg_stat_activity WHERE application_name = 'headwater' AND query LIKE '%pg_sleep%' AND state = 'active'",
		missing: 'SELECT avg((note IS NULL)::int) AS share FROM shop."visits ""of"" people"',
		named: (url: string) => url,
	},
	mariadb: {
		open: servedMariadb,
		size: "SELECT sum(DATA_LENGTH) AS bytes FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'shop'",
		insert: "INSERT INTO orders (note) SELECT repeat('canary-row ', 20) FROM seq_1_to_200",
		connections: 'SELECT ID AS id FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID() AND USER = "tester"',
		kill: (id: unknown) => `KILL ${id}`,
		// It looks at no clock, and so never at its connection.
		slow: 'SELECT COUNT(*) FROM information_schema.COLUMNS a, information_schema.COLUMNS b, information_schema.COLUMNS c',
		working:
			"SELECT ID FROM information_schema.PROCESSLIST WHERE ID <> CONNECTION_ID() AND INFO LIKE 'SELECT COUNT(*)%'",
		missing: 'SELECT AVG(note IS NULL) AS share FROM `visits "of`` people`',
		named: (url: string) => `${url}/shop`,
	},
} as const;

describe.each(['postgresql', 'mariadb'] as const)('a real %s server', (engine) => {
	const test = served(engine);
	const { open, size, insert, connections, kill, slow, working, missing, named } = engines[engine];
	let opened: Promise<Served> | undefined;
	const start = () => (opened ??= open());
	const scratch = mkdtemp(join(tmpdir(), 'headwater-database-test-'));
	afterAll(async () => {
		await (await opened)?.close();
		await rm(await scratch, { recursive: true, force: true });
	});

	const discovered = async (name: string, watch: number) => {
		const { url, env } = await start();
		const file = join(await scratch, name);
		const ended = await headwater(['discover', '--database', url, '--watch', String(watch), '-o', file], { env });
		const estate = JSON.parse(readFileSync(file, 'utf8'));
		const facts = Object.fromEntries(
			Object.entries(estate.sources[0]?.facts ?? {}).map(([key, known]) => [key, (known as { value: unknown }).value]),
		);
		return { ...ended, estate, facts, text: JSON.stringify(estate) + ended.stdout + ended.stderr };
	};

	test('its thousand tables are measured as the engine measures them, and its set-up is told', async () => {
		const { say } = await start();
		const { status, facts, estate } = await discovered('still.json', 0);
		const [truth] = await say(size);
		expect({ status, sources: estate.sources.length }).toEqual({ status: 0, sources: 1 });
		expect(Math.abs(Number(facts.volume) / Number(truth?.bytes) - 1)).toBeLessThan(0.05);
		expect(facts).toMatchObject({
			engine,
			tables,
			'tables.keyless': 1,
			'keys.known': false,
			'changes.readable': true,
			protocol: 'jdbc',
			managed: 'self',
		});
	});

	test('the rate at which it changes is within a tenth of what was written', async () => {
		const { say } = await start();
		const written: { readonly at: number; readonly rows: number }[] = [];
		let writing = true;
		const writer = (async () => {
			while (writing) {
				await say(insert);
				written.push({ at: performance.now(), rows: 200 });
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
		})();
		const seconds = 8;
		const { facts } = await discovered('moving.json', seconds);
		const end = performance.now();
		writing = false;
		await writer;
		const rows = written.reduce((sum, one) => (end - one.at < seconds * 1000 ? sum + one.rows : sum), 0);
		const truth = (rows / seconds) * (await rowSize(say, engine));
		expect(Math.abs(Number(facts.change) / truth - 1)).toBeLessThan(0.1);
		expect(facts.updates).toBe('append');
	});

	test('a connection that is killed while it is watched leaves what was seen, and says what is missing', async () => {
		const { say } = await start();
		const running = discovered('killed.json', 8);
		let killed = 0;
		for (let tries = 0; tries < 200 && killed === 0; tries += 1) {
			await new Promise((resolve) => setTimeout(resolve, 50));
			for (const { id } of await say(connections)) {
				await new Promise((resolve) => setTimeout(resolve, 3_000));
				await say(kill(id));
				killed += 1;
			}
		}
		const { status, estate, stderr } = await running;
		expect({ status, sources: estate.sources.length, killed }).toEqual({ status: 1, sources: 1, killed: 1 });
		expect(estate.gaps[0]).toMatchObject({ fact: 'change', cure: 'Run the discovery again.' });
		expect(stderr).toContain('was read once, then the server ended the connection');
	});

	test('nothing is written, no row is read, and neither rows nor the password are kept', async () => {
		const { server } = await start();
		const { text } = await discovered('quiet.json', 1);
		expect(text).not.toContain(server.password);
		expect(text).not.toContain('canary-row');
		const asked = server
			.log()
			.split('\n')
			.filter((line) => !/canary-row|repeat\('y'/.test(line))
			.map((line) => /(?:statement|Query|execute [^:]*)[:\s]+(.*)$/.exec(line)?.[1]?.trim() ?? '')
			.filter((sql) => /^(?:insert|update|delete|create|alter|drop|truncate|merge|copy)\b/i.test(sql))
			.filter((sql) => !/^CREATE (?:TABLE|SCHEMA|DATABASE|USER)/.test(sql));
		expect(asked).toEqual([]);
		expect(server.log()).toContain(engine === 'postgresql' ? 'pg_table_size(c.oid)' : 'information_schema.TABLES t');
	});

	test('samples of its tables are read after a yes only, and their shares are those of the whole table', async () => {
		const { url, env, server, say } = await start();
		await discovered('sampled.json', 0);
		const profile = ['profile', '--estate', join(await scratch, 'sampled.json'), '--database', named(url), '--json'];
		const before = server.log().length;
		const unasked = await headwater(profile, { env });
		expect({ status: unasked.status, asked: server.log().slice(before) }).toEqual({ status: 2, asked: '' });
		const { stdout, stderr } = await headwater([...profile, '--yes', '--rows', '30000'], { env });
		const { figures: found } = (JSON.parse(stdout) as Readiness).sources
			.flatMap(({ tables: all }) => all)
			.find(({ figures }) => figures.name.startsWith('visits')) as TableReport;
		const [truth] = await say(missing);
		const note = found.columns.find(({ name }) => name === 'note') as ColumnFigures;
		expect(found.rows).toBeGreaterThan(500);
		expect(found.rows).toBeLessThan(40_000);
		expect(Math.abs(note.missing / note.rows - Number(truth?.share))).toBeLessThan(0.05);
		expect(found.duplicates).toBe(0);
		const host = readinessHost(
			{ env: { ...process.env, ...env }, now: () => new Date(), version: '0' },
			(path) => path,
		);
		const estate = parseEstate(readFileSync(join(await scratch, 'sampled.json'), 'utf8'), 'sampled.json');
		const about = estate.sources.filter(({ kind }) => kind === 'database-schema').map(({ id }) => id);
		const request = { estate, about, databases: [named(url)], profiles: [], demo: false };
		const session = await host.sample(request, noAnswers, () => undefined, new AbortController().signal);
		expect(session.sources.flatMap(({ unread }) => unread)).toEqual([]);
		expect(session.sources[0]?.tables.length).toBeGreaterThan(3);
		expect(JSON.stringify(session)).not.toContain('canary-row');
		expect(stdout + stderr).not.toContain('canary-row');
		expect(stdout + stderr).not.toContain(server.password);
	});

	test('the line to it is measured on request only, and is not taken for the line of the place', async () => {
		const { url, env, server } = await start();
		const file = join(await scratch, 'probed.json');
		const before = server.log().length;
		expect((await discovered('unprobed.json', 0)).text).not.toContain('probe.');
		expect(server.log().slice(before)).not.toContain('repeat(');
		const { status } = await headwater(['discover', '--database', url, '--watch', '0', '--probe', '-o', file], { env });
		const { sources, places } = parseEstate(readFileSync(file, 'utf8'), file);
		const { 'probe.roundTrip': trip, 'probe.throughput': throughput } = sources[0]?.facts ?? {};
		expect(status).toBe(0);
		expect(trip).toMatchObject({ from: 'measured', value: expect.any(Number) });
		expect(Number(trip?.value)).toBeGreaterThan(0);
		expect(Number(trip?.value)).toBeLessThan(3);
		expect(Number(throughput?.value)).toBeGreaterThan(1e6);
		expect(throughput?.evidence).toMatch(/that the server made, .* not towards AWS$/);
		expect(places.flatMap(({ facts }) => Object.keys(facts))).not.toContain('bandwidth');
		const asked = [
			...server
				.log()
				.slice(before)
				.matchAll(/repeat\('x', (\d+)\)/g),
		].map(([, bytes]) => Number(bytes));
		expect(asked.length).toBeGreaterThan(1);
		expect(asked.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(8e6);
	});

	test('a line that stands still while it is measured is given up, and takes nothing of the catalogue with it', async () => {
		const { url, env, server } = await start();
		const line = await stalling(server.port, 3_000_000);
		const address = { ...addressIn(url, env), port: line.port };
		const { sources, gaps } = await readDatabase(address, {
			now: () => new Date(),
			signal: new AbortController().signal,
			watch: 0,
			probe: true,
			patience: { connecting: 10_000, asking: 2_000 },
		});
		line.close();
		expect(sources[0]?.facts.tables?.value).toBe(tables);
		expect(Object.keys(sources[0]?.facts ?? {}).filter((key) => key.startsWith('probe.'))).toEqual([]);
		expect(gaps).toMatchObject([{ fact: 'probe.throughput', why: expect.stringContaining('within 2 s') }]);
	});

	test('what is stopped during a long statement ends at once, and the server works at it no longer', async () => {
		const { url, env, say } = await start();
		const { ask, abandon, close } = await connect(addressIn(url, env));
		const other = await connect(addressIn(url, env));
		const asked = ask(slow).then(
			() => 'answered',
			() => 'ended',
		);
		await expect.poll(() => say(working)).toHaveLength(1);
		abandon();
		const left = Promise.all([asked, close()]);
		// The statement itself would take half a minute.
		await expect.poll(() => say(working), { timeout: 5_000 }).toEqual([]);
		expect(await left).toEqual(['ended', undefined]);
		expect(await other.ask('SELECT 1 AS one')).toMatchObject([{ one: 1 }]);
		await other.close();
	});

	test('a reading that is stopped before the server answers ends without it', async () => {
		const { url, env, server } = await start();
		const line = await stalling(server.port, 0);
		const stop = new AbortController();
		const reading = readDatabase(
			{ ...addressIn(url, env), port: line.port },
			{ now: () => new Date(), signal: stop.signal, watch: 0, patience: { connecting: 60_000, asking: 60_000 } },
		);
		await expect.poll(line.taken).toBe(1);
		stop.abort();
		const { gaps } = await reading;
		line.close();
		expect(gaps).toMatchObject([{ why: expect.stringContaining('the reading was stopped') }]);
	});

	test('a wrong password is told with its cure, and nothing else is found', async () => {
		const { url } = await start();
		const wrong = { PGPASSWORD: 'wrong', MYSQL_PWD: 'wrong' };
		const { status, stderr } = await headwater(['discover', '--database', url], { env: wrong });
		expect(status).toBe(1);
		expect(stderr).toContain('the server did not accept this user, password or machine');
		expect(stderr).toContain('PGPASSWORD');
	});
});

/** Bytes of a row of the table that changes, from the engine's own figures. */
async function rowSize(say: Say, engine: 'postgresql' | 'mariadb'): Promise<number> {
	const [row] = await say(
		engine === 'postgresql'
			? "SELECT pg_table_size('shop.orders')::float8 / count(*) AS size FROM shop.orders"
			: "SELECT DATA_LENGTH / TABLE_ROWS AS size FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'shop' AND TABLE_NAME = 'orders'",
	);
	return Number(row?.size);
}
