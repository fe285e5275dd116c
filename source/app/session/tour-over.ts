import { join } from 'node:path';
import { writeWhole } from '../workspace/writing.ts';
import { readIfThere } from '../workspace.ts';
import { stateFolder } from './sessions.ts';

/** Whether the tour of the demo was taken or refused by whoever uses this machine. */
interface TourOver {
	readonly isOver: boolean;
	/** Keeps it that way, soon; where that cannot be written the tour is offered once more. */
	end(): void;
	/** Resolves when it is written, or cannot be. */
	settled(): Promise<void>;
}

/** The file that is there when the tour is over; it says since when. */
const file = 'tour-over';

/** Reads from the folder of the program's state whether the tour is over. */
export async function readTourOver(
	env: Readonly<Record<string, string | undefined>>,
	now: () => Date,
): Promise<TourOver> {
	const mark = join(stateFolder(env), file);
	const isOver = await readIfThere(mark).then(
		(text) => text !== undefined,
		() => false,
	);
	let writing: Promise<void> = Promise.resolve();
	return {
		isOver,
		end() {
			writing = writeWhole(mark, `${now().toISOString()}\n`).catch(() => undefined);
		},
		settled: () => writing,
	};
}
