import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pages } from '../../../source/discovery/reading/pages.ts';

interface Page {
	readonly items: readonly number[];
	readonly next?: string;
}

async function all(fetch: (token: string | undefined) => Promise<Page>): Promise<readonly number[]> {
	const found: number[] = [];
	for await (const page of pages(fetch, ({ next }) => next)) found.push(...page.items);
	return found;
}

test('all items come, each once and in order, however pages are cut and however many are empty', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.array(fc.integer(), { maxLength: 4 }), { minLength: 1 }), async (cut) => {
			const fetch = async (token: string | undefined): Promise<Page> => {
				const index = Number(token ?? 0);
				// What is listed is there once.
				const items = (cut[index] ?? []).map((_, at) => index * 10 + at);
				return { items, ...(index + 1 < cut.length ? { next: String(index + 1) } : {}) };
			};
			expect(await all(fetch)).toEqual(cut.flatMap((page, index) => page.map((_, at) => index * 10 + at)));
		}),
	);
});

test('the next page is on its way while one is read, and no other', async () => {
	const asked: (string | undefined)[] = [];
	const list = pages(
		async (token) => {
			asked.push(token);
			return { items: [asked.length], next: String(asked.length) };
		},
		({ next }) => next,
	);
	await list.next();
	expect(asked).toEqual([undefined, '1']);
	await list.next();
	expect(asked).toEqual([undefined, '1', '2']);
});

test('what is wrong with the next page is told when it is its turn, and to nobody if the reading ends before', async () => {
	const broken = () =>
		pages<Page>(
			async (token) => {
				if (token !== undefined) throw new Error('lost');
				return { items: [1], next: 'two' };
			},
			({ next }) => next,
		);
	const list = broken();
	expect(await list.next()).toMatchObject({ value: { items: [1] } });
	await expect(list.next()).rejects.toThrow('lost');
	const left = broken();
	await left.next();
	await left.return(undefined);
});

test('an empty token ends the list', async () => {
	expect(await all(async () => ({ items: [1], next: '' }))).toEqual([1]);
});

test('a token that comes again is refused, since the list would never end', async () => {
	let asked = 0;
	const circle = all(async () => {
		asked += 1;
		return { items: [asked], next: asked % 2 === 0 ? 'even' : 'odd' };
	});
	await expect(circle).rejects.toMatchObject({ code: 'repeated-page', blame: 'aws' });
	expect(asked).toBe(3);
});

test.each([
	['the same page under ever new tokens', [7], 'came back to a page that had been read already', 2],
	['ever new tokens and nothing in the pages', [], 'gave 201 empty pages in a row', 201],
])('%s is refused, since the list would never end', async (_, items, did, calls) => {
	let asked = 0;
	const circle = all(async () => {
		asked += 1;
		return { items, next: String(asked) };
	});
	await expect(circle).rejects.toMatchObject({ message: `A list ${did}, so it would never end.` });
	expect(asked).toBe(calls);
});
