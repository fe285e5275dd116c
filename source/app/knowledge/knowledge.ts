import { join } from 'node:path';
import { type Invocation, several, single } from '../command.ts';
import { type Knowledge, ownKnowledge } from '../session/derive.ts';
import { readIfThere, readText } from '../workspace.ts';

/** Files beside a session that do the same for it. */
export const knowledgeFiles = { pack: 'pack.yaml', prices: 'prices.json', lifecycle: 'lifecycle.json' } as const;

interface Texts {
	readonly packs: readonly { readonly file: string; readonly text: string }[];
	readonly prices?: { readonly file: string; readonly text: string };
	readonly lifecycle?: { readonly file: string; readonly text: string };
}

/** What a command knows: ours, with what `--prices`, `--lifecycle` and each `--pack` add. Their faults are HeadwaterErrors. */
export async function knowledgeFor(invocation: Invocation): Promise<Knowledge> {
	const { cwd, now, version } = invocation;
	const read = async (file: string, what: string) => ({ file, text: await readText(file, cwd, what) });
	const named = (option: string, what: string) => {
		const file = single(invocation, option);
		return file === undefined ? undefined : read(file, what);
	};
	const [packs, prices, lifecycle] = await Promise.all([
		Promise.all(several(invocation, 'pack').map((file) => read(file, 'pack'))),
		named('prices', 'price book'),
		named('lifecycle', 'lifecycle register'),
	]);
	return grown(version, now(), { packs, ...(prices && { prices }), ...(lifecycle && { lifecycle }) });
}

/** What a session knows: ours, with the files that lie beside its documents. */
export async function knowledgeIn(folder: string, version: string, now: Date): Promise<Knowledge> {
	if (folder === '') return ownKnowledge(version);
	const read = async (name: string) => {
		const file = join(folder, name);
		const text = await readIfThere(file);
		return text === undefined ? undefined : { file, text };
	};
	const [pack, prices, lifecycle] = await Promise.all(Object.values(knowledgeFiles).map(read));
	return grown(version, now, {
		packs: pack ? [pack] : [],
		...(prices && { prices }),
		...(lifecycle && { lifecycle }),
	});
}

async function grown(version: string, now: Date, { packs, prices, lifecycle }: Texts): Promise<Knowledge> {
	let known = await ownKnowledge(version);
	if (prices || lifecycle) {
		const { withLifecycle, withPrices } = await import('./refreshed.ts');
		if (prices) known = withPrices(known, prices);
		if (lifecycle) known = withLifecycle(known, lifecycle);
	}
	if (packs.length === 0) return known;
	const { withPacks } = await import('./packs.ts');
	return withPacks(known, packs, now.toISOString().slice(0, 10));
}
