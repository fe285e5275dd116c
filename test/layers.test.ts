import { expect, test } from 'vitest';
import { filesBelow, type Import, importsOf, textOf } from './peers/imports.ts';

type Room =
	| 'facts'
	| 'estate'
	| 'rules'
	| 'catalog'
	| 'discovery'
	| 'profiling'
	| 'advice'
	| 'questions'
	| 'plan'
	| 'export'
	| 'app'
	| 'ui'
	| 'cli';

interface Row {
	/** Rooms, or files, whose code may be imported. */
	readonly may: readonly string[];
	/** Rooms of which only types may be. */
	readonly types?: readonly string[];
	readonly because: string;
}

/** Who may import whom; the sentence is printed when somebody imports somebody else. */
const table: Readonly<Record<Room, Row>> = {
	facts: { may: [], because: 'The vocabulary stands alone: everything else is said in its words.' },
	estate: { may: ['facts'], because: 'What was found and said is told in facts, and knows nobody who judges it.' },
	rules: { may: ['facts'], because: 'The language of rules speaks of facts only, so that any estate can be judged.' },
	catalog: { may: ['rules', 'facts'], because: 'Knowledge is data: records name facts and rules, nothing that runs.' },
	discovery: {
		may: ['estate', 'facts'],
		because: 'Discovery reads the world into an estate; what follows is not its concern.',
	},
	profiling: {
		may: ['discovery/clients', 'estate', 'facts'],
		because: 'Profiling reads samples through the guarded clients and adds facts to the estate.',
	},
	advice: {
		may: ['rules', 'estate', 'facts'],
		types: ['catalog'],
		because: 'Reasoning names no service: the catalogue is a value that is passed in.',
	},
	questions: {
		may: ['advice', 'rules', 'estate', 'facts'],
		types: ['catalog'],
		because: 'A question is asked because of what it would change, whatever the catalogue holds.',
	},
	plan: {
		may: ['questions', 'advice', 'estate', 'facts'],
		types: ['catalog'],
		because: 'The plan is composed from advice and knows no export format.',
	},
	export: {
		may: ['plan/plan.ts', 'plan/decided-by.ts', 'facts'],
		because: 'An exporter sees nothing but the plan, so that whoever has a plan can export it.',
	},
	app: {
		may: ['facts', 'estate', 'rules', 'catalog', 'discovery', 'profiling', 'advice', 'questions', 'plan', 'export'],
		because: 'The application orchestrates everything below it and is drawn by the UI, never the reverse.',
	},
	ui: {
		may: ['app', 'facts'],
		types: ['estate', 'rules', 'catalog', 'discovery', 'profiling', 'advice', 'questions', 'plan', 'export'],
		because: 'The UI draws the session and turns keys into session actions; what it shows comes through app.',
	},
	cli: { may: ['app', 'ui'], because: 'The entry only chooses between a command and the screen.' },
};

interface Reserved {
	readonly what: RegExp;
	readonly where: RegExp;
	readonly because: string;
}

/** Modules of the outside world, and the only places where they may be used. */
const reserved: readonly Reserved[] = [
	{
		what: /^(?:@aws-sdk|@smithy)\//,
		where: /^source\/(?:discovery|profiling)\//,
		because: 'Only discovery and profiling speak to AWS.',
	},
	{
		what: /^(?:ink|react|ink-select-input)(?:\/|$)/,
		where: /^source\/ui\//,
		because: 'Only the UI draws, so that no command loads it.',
	},
	{
		what: /^node:fs/,
		where: /^source\/(?:discovery\/importers\/|profiling\/|app\/workspace(?:\.ts$|\/))/,
		because: 'The disk is read by importers and profiling; our own files are written by the workspace alone.',
	},
	{
		what: /^(?:@duckdb|hyparquet)/,
		where: /^source\/(?:profiling|discovery\/importers\/inventory)\//,
		because: 'Contents are read by profiling alone, and by the importer of what other tools found.',
	},
	{
		what: /^node:child_process$/,
		where: /^source\/app\/(?:chromium|exporting\/committer)\.ts$/,
		because: 'One file starts another program and one starts ours again, so that two files have to be trusted with it.',
	},
	{ what: /^node:worker_threads$/, where: /^source\/app\//, because: 'Threads belong to the application.' },
];

const files = filesBelow('source');
const imports = files.flatMap(importsOf);
const roomOf = (file: string): Room | undefined => {
	const found = /^source\/([a-z]+)(?:\/|\.tsx?$)/.exec(file)?.[1];
	return found !== undefined && found in table ? (found as Room) : undefined;
};

function broken({ file, of, typesOnly }: Import): boolean {
	const room = roomOf(file);
	if (!of.startsWith('source/') || of === 'source/errors.ts' || room === undefined) return false;
	const target = of.slice('source/'.length);
	if (target.startsWith(`${room}/`)) return false;
	const row = table[room];
	const within = (places: readonly string[]) =>
		places.some((place) => target === place || target.startsWith(`${place}/`));
	return !(within(row.may) || (typesOnly && within(row.types ?? [])));
}

test('every file of the source stands in a room of the house', () => {
	const outside = files.filter((file) => file !== 'source/errors.ts' && roomOf(file) === undefined);
	expect(outside).toEqual([]);
});

test('rooms import only the rooms they may', () => {
	const told = imports.filter(broken).map(({ file, of }) => {
		const row = table[roomOf(file) as Room];
		return `${file} imports ${of}. ${row.because}`;
	});
	expect(told).toEqual([]);
});

test("the plan's types import nothing, so that an exported app can carry them", () => {
	expect(importsOf('source/plan/plan.ts')).toEqual([]);
	expect(importsOf('source/plan/decided-by.ts').map(({ of }) => of)).toEqual(['source/plan/plan.ts']);
});

test('the outside world is touched only where it may be', () => {
	const told = reserved.flatMap(({ what, where, because }) =>
		imports
			.filter(({ file, of, typesOnly }) => what.test(of) && !where.test(file) && !typesOnly)
			.map(({ file, of }) => `${file} imports ${of}. ${because}`),
	);
	expect(told).toEqual([]);
});

test('only the entry speaks to the process and the console', () => {
	const told = files.filter((file) => {
		if (file === 'source/cli.tsx') return false;
		const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
		return /(?<![.\w'-])(?:process|console)\s*[.[]/.test(code);
	});
	expect(told).toEqual([]);
});

test('no room imports itself in a circle', () => {
	const edges = new Map(
		files.map((file) => [
			file,
			importsOf(file)
				.filter(({ typesOnly }) => !typesOnly)
				.map(({ of }) => of),
		]),
	);
	const state = new Map<string, 'open' | 'done'>();
	const circles: string[] = [];
	const visit = (file: string, way: readonly string[]): void => {
		if (state.get(file) === 'done') return;
		if (state.get(file) === 'open') {
			circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
			return;
		}
		state.set(file, 'open');
		for (const of of edges.get(file) ?? []) if (edges.has(of)) visit(of, [...way, file]);
		state.set(file, 'done');
	};
	for (const file of files) visit(file, []);
	expect(circles).toEqual([]);
});
