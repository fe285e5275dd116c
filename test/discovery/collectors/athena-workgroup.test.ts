import { expect, test } from 'vitest';
import { athenaWorkgroup } from '../../../source/discovery/collectors/athena-workgroup.ts';
import { collect } from '../../peers/reading.ts';
import { denied } from '../../peers/table-caller.ts';

const id = 'arn:aws:athena:eu-central-1:123456789012:workgroup/analysts';
const keeping = (OutputLocation: string | undefined) => ({
	ListWorkGroups: { WorkGroups: [{ Name: 'analysts' }] },
	GetWorkGroup: { WorkGroup: { Configuration: { ResultConfiguration: { OutputLocation } } } },
});

test('a workgroup is a link to the bucket of its results; without one it is nothing', async () => {
	const { links } = await collect(athenaWorkgroup, keeping('s3://results/analysts/'));
	expect(links).toEqual([{ from: id, to: 'arn:aws:s3:::results', by: id }]);
	expect((await collect(athenaWorkgroup, keeping(undefined))).links).toEqual([]);
});

test('in another partition the bucket is named as there', async () => {
	const { links } = await collect(athenaWorkgroup, keeping('s3://results/'), 'cn-north-1');
	expect(links.map(({ to }) => to)).toEqual(['arn:aws-cn:s3:::results']);
});

test('a denied workgroup is a gap', async () => {
	const { gaps } = await collect(athenaWorkgroup, { ...keeping(''), GetWorkGroup: denied('athena:GetWorkGroup') });
	expect(gaps.map(({ action }) => action)).toEqual(['athena:GetWorkGroup']);
});
