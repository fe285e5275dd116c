import type { Keystroke } from './keystrokes.ts';
import type { Mode } from './mode.ts';
import type { Ui } from './state.ts';

/** What a key does, in one record: the footer, the help and the documentation are made from it. */
export interface Binding {
	readonly keys: readonly Keystroke[];
	readonly action: string;
	/** What it does, in a word or two. */
	readonly title: string;
	readonly in: readonly Mode[];
	/** Why it does nothing now; undefined where it does something. */
	readonly disabled?: (ui: Ui) => string | undefined;
	/** It changes what is saved, and does nothing while another window holds the session. */
	readonly changes?: boolean;
	/** Only in the help. */
	readonly rare?: boolean;
}
