import { expect, test } from 'vitest';
import { progressLines } from '../../source/app/discovering/progress-lines.ts';
import { enough, scan } from '../peers/aws/scanning.ts';
import { openAws } from '../peers/aws/server.ts';

const region = 'eu-west-1';

test('a service that says too fast is told as such while it is asked more slowly, and nothing of it is lost', async () => {
	const seeded = {
		account: '123456789012',
		regions: [region],
		page: 20,
		count: (list: string) => (list === 'kinesis:ListStreams' ? 20 : 0),
	};
	let refusals = 5;
	const aws = await openAws([seeded], {
		takes: ({ operation }) => operation !== 'DescribeStreamSummary' || refusals-- <= 0,
	});
	const lines: string[] = [];
	const { estate } = await scan(
		aws.url,
		seeded,
		enough,
		progressLines((line) => lines.push(line)),
	);
	expect(estate.sources.map(({ kind }) => kind)).toEqual(Array(20).fill('kinesis-stream'));
	expect(estate.gaps).toEqual([]);
	// Half of what AWS takes usually, which is 20 a second.
	expect(lines).toContain(`Slowing to 9.5 calls/s, AWS asks for it: kinesis DescribeStreamSummary in ${region}\n`);
	await expect.poll(() => lines).toContain('No call is slowed any more\n');
	await aws.close();
});
