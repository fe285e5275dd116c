import { expect, test } from 'vitest';
import { datasyncTask } from '../../../source/discovery/collectors/datasync-task.ts';
import { collect } from '../../peers/reading.ts';
import { denied, type Table } from '../../peers/table-caller.ts';

const locations = {
	'arn:filer': 'smb://filer.example/reports/',
	'arn:lake': 's3://lake/reports/',
	'arn:home': 'efs://eu-central-1.fs-0123abcd/',
	'arn:new': 'ftp://x/',
};
const table: Table = {
	ListTasks: { Tasks: [{ TaskArn: 'arn:task' }] },
	DescribeTask: { TaskArn: 'arn:task', SourceLocationArn: 'arn:filer', DestinationLocationArn: 'arn:lake' },
	ListLocations: {
		Locations: Object.entries(locations).map(([LocationArn, LocationUri]) => ({ LocationArn, LocationUri })),
	},
};
const ends = async (from: string, to: string) => {
	const DescribeTask = { TaskArn: 'arn:task', SourceLocationArn: from, DestinationLocationArn: to };
	return (await collect(datasyncTask, { ...table, DescribeTask })).links.map((link) => [link.from, link.to]);
};

test('a task is a link from what is read to its copy', async () => {
	const { links, gaps } = await collect(datasyncTask, table);
	expect({ links, gaps }).toEqual({
		links: [{ from: 'on-premises:123456789012/smb://filer.example/reports', to: 'arn:aws:s3:::lake', by: 'arn:task' }],
		gaps: [],
	});
	expect(await ends('arn:home', 'arn:new')).toEqual([
		['arn:aws:elasticfilesystem:eu-central-1:123456789012:file-system/fs-0123abcd', 'arn:new'],
	]);
});

test('with a task or the locations denied the kind has a gap, and what is known is told', async () => {
	const noTask = await collect(datasyncTask, { ...table, DescribeTask: denied('datasync:DescribeTask') });
	expect([noTask.links, noTask.gaps.map(({ action }) => action)]).toEqual([[], ['datasync:DescribeTask']]);
	const noPlaces = await collect(datasyncTask, { ...table, ListLocations: denied('datasync:ListLocations') });
	expect(noPlaces.links.map(({ from, to }) => [from, to])).toEqual([['arn:filer', 'arn:lake']]);
	expect(noPlaces.gaps.map(({ action }) => action)).toEqual(['datasync:ListLocations']);
});

test('without tasks nothing else is asked', async () => {
	const { caller } = await collect(datasyncTask, { ...table, ListTasks: { Tasks: [] } });
	expect(caller.asked).toEqual(['eu-central-1 ListTasks']);
});
