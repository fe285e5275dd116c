/** What an export does with one file. */
export type Action = 'created' | 'updated' | 'unchanged' | 'kept' | 'put beside' | 'overwritten' | 'removed' | 'left';

export interface Verdict {
	/** Path in the export folder, with forward slashes. */
	readonly path: string;
	readonly action: Action;
	/** Where the content goes: the path itself, or a `.new` beside it. */
	readonly target: string;
}

interface Given {
	readonly path: string;
	/** sha256 of what this export would write. */
	readonly hash: string;
	/** What the last export wrote there; undefined: nothing. */
	readonly before: string | undefined;
	/** What lies there now; undefined: nothing. */
	readonly found: string | undefined;
	/** What lies beside it as `.new`. */
	readonly besideFound: string | undefined;
	readonly force: boolean;
}

/**
Whether a file is written, from three hashes. What nobody touched follows the plan; what was edited by hand stays; where both
changed the new version goes beside it. Somebody who removed a file gets it again.
*/
export function decide({ path, hash, before, found, besideFound, force }: Given): Verdict {
	const verdict = (action: Action, target = path): Verdict => ({ path, action, target });
	if (found === undefined) return verdict('created');
	if (found === hash) return verdict('unchanged');
	if (found === before) return verdict('updated');
	if (force) return verdict('overwritten');
	// Edited by hand. The new version is already beside it, or there is none since the last export.
	if (besideFound === hash || before === hash) return verdict('kept');
	return verdict('put beside', `${path}.new`);
}

/** What becomes of a file of the last export that this one has no more: it goes, unless somebody edited it. */
export function decideGone(path: string, before: string, found: string | undefined): readonly Verdict[] {
	if (found === undefined) return [];
	return [{ path, action: found === before ? 'removed' : 'left', target: path }];
}
