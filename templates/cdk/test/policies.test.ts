import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policiesOf } from '../lib/policies.ts';
import { appOf, everyService } from './plans.ts';

test('every flow and every job has its policy as a text, with nothing left of the language of templates', () => {
	const plan = everyService();
	const texts = policiesOf(appOf(plan));
	const names = texts.map(({ of }) => of);
	assert.equal(new Set(names).size, names.length);
	for (const id of ['glue-opensearch-read-', 'datasync-', 'site-to-site-vpn-dms-'])
		assert.ok(
			names.some((name) => name.startsWith(`ingest-1/${id}`)),
			id,
		);
	for (const id of ['tidy', 'join']) assert.ok(names.includes(`processing/${id}`), id);
	for (const { document } of texts) {
		assert.ok(document.Statement.length > 0);
		assert.doesNotMatch(JSON.stringify(document), /"(?:Ref|Fn::\w+)":/);
	}
	const [read] = texts.filter(({ of }) => of.startsWith('ingest-1/glue-dynamodb-read'));
	assert.match(JSON.stringify(read), /"dynamodb:Scan"/);
});
