/** How the first line of a form of any version begins. */
export const formSign = '<!-- headwater-form ';

/** The first line of a form, and what shows that a text is one. */
export const formMark = `${formSign}1 -->`;

/** What an answer is about: it stands unseen above the place where the answer is written. */
export interface Asked {
	readonly fact: string;
	readonly scope: 'workload' | 'place' | 'source';
	/** A place id; source ids; empty for the workload. */
	readonly about: readonly string[];
}

/** A mark as one line of Markdown that a page does not show. No id can end it or hide a character in it. */
export function printMark({ fact, scope, about }: Asked): string {
	const text = JSON.stringify({ fact, scope, about }).replace(/[<>&\p{C}\p{Zl}\p{Zp}]/gu, (sign) =>
		sign.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
	);
	return `<!-- headwater ${text} -->`;
}

/** What a line marks: nothing if it is no mark, `broken` if it was one. */
export function readMark(line: string): Asked | 'broken' | undefined {
	if (!/^\s*<!-- headwater(?: |$)/.test(line)) return undefined;
	const text = /^\s*<!-- headwater (\{.*\}) -->\s*$/.exec(line)?.[1];
	try {
		const mark: unknown = JSON.parse(text ?? '');
		return isAsked(mark) ? mark : 'broken';
	} catch {
		return 'broken';
	}
}

function isAsked(mark: unknown): mark is Asked {
	if (typeof mark !== 'object' || mark === null) return false;
	const { fact, scope, about } = mark as Readonly<Record<string, unknown>>;
	if (typeof fact !== 'string' || !Array.isArray(about) || !about.every((id) => typeof id === 'string')) return false;
	return scope === 'workload' || ((scope === 'place' || scope === 'source') && about.length > 0);
}
