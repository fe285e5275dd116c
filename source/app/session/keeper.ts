import type { Session } from './session.ts';

type Write = (session: Session, before: Session | undefined) => Promise<void>;

/** Saves a session again and again, one write at a time and always the newest state. */
export interface Keeper {
	/** Returns at once. States that come while one is being written are skipped but for the last. */
	save(session: Session): void;
	/** Tells what stands on the disk already, so that it is not written again. */
	stands(session: Session): void;
	/** Resolves when everything handed over is on the disk. What failed is tried once more; then it rejects with the fault. */
	settled(): Promise<void>;
}

/** A keeper that writes with `write`, which is told what was last written of the same session. */
export function keeper(write: Write): Keeper {
	let written: Session | undefined;
	let waiting: Session | undefined;
	let failed: { readonly session: Session; readonly fault: unknown } | undefined;
	let writing: Promise<void> | undefined;

	const drain = async (): Promise<void> => {
		while (waiting) {
			const session = waiting;
			waiting = undefined;
			try {
				await write(session, written?.id === session.id ? written : undefined);
				written = session;
				failed = undefined;
			} catch (fault) {
				failed = { session, fault };
			}
		}
		writing = undefined;
	};
	const save = (session: Session): void => {
		waiting = session;
		writing ??= drain();
	};
	return {
		save,
		stands(session) {
			written = session;
		},
		async settled() {
			await writing;
			if (failed) save(failed.session);
			await writing;
			if (failed) throw failed.fault;
		},
	};
}
