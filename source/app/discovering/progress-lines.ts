import { type Slowed, slowedName } from '../../discovery/clients/slow-teller.ts';
import type { DiscoveryEvent } from '../../discovery/events.ts';
import type { Cell, CellState } from '../../estate/estate.ts';
import { clean } from '../../facts/clean.ts';
import { outlook } from './outlook.ts';
import { slowText } from './slow-text.ts';

/** Cells that are told one by one; of more, only how far the reading has come. */
const mostLines = 60;
/** Lines about how far it has come, in all. */
const steps = 20;

const ends: Readonly<Record<CellState, (cell: Cell) => string>> = {
	ok: ({ found }) => `${found} found`,
	empty: () => 'none',
	denied: ({ action, layer }) => `denied (${action}${layer === undefined ? '' : `, by the ${layer}`})`,
	'not-subscribed': () => 'not signed up for',
	disabled: () => 'region not enabled',
	unreachable: () => 'not reachable',
	'timed-out': ({ action }) => `no answer in time (${action})`,
	unsupported: () => 'not offered there',
	failed: ({ action }) => `failed (${action})`,
};

/**
Tells a discovery as plain lines: one for each cell that ended, with how many of how many; of a large scan one for each
twentieth, so that no log is flooded. That AWS asks for fewer calls is a line, and that it no longer does. Every line ends with a line feed.
*/
export function progressLines(note: (line: string) => void): (event: DiscoveryEvent) => void {
	let planned = 0;
	let ended = 0;
	let sources = 0;
	let told = 0;
	let metrics = 0;
	const slowed = new Map<string, Slowed>();
	return (event) => {
		if (event.type === 'planned') {
			planned += event.cells.length;
			for (const line of outlook(event.cells)) note(`${line}\n`);
		}
		if (event.type === 'source') sources += 1;
		if (event.type === 'metrics') {
			const thousands = Math.floor(metrics / 1000);
			metrics += event.asked;
			if (Math.floor(metrics / 1000) > thousands)
				note(`${metrics} metrics asked for, $${(metrics / 100_000).toFixed(2)}\n`);
		}
		if (event.type === 'slowed') {
			const were = slowed.size;
			if (event.rate === undefined) slowed.delete(slowedName(event));
			else slowed.set(slowedName(event), event);
			if (were === 0 && slowed.size > 0) note(`${clean(slowText([...slowed.values()]) ?? '')}\n`);
			if (were > 0 && slowed.size === 0) note('No call is slowed any more\n');
		}
		if (event.type !== 'ended') return;
		ended += 1;
		const count = `${String(ended).padStart(String(planned).length)}/${planned}`;
		if (planned <= mostLines) {
			const { account, region, kind, state } = event.cell;
			note(`${clean(`${count}  ${account}  ${region}  ${kind}: ${ends[state](event.cell)}`)}\n`);
			return;
		}
		const step = Math.floor((ended * steps) / planned);
		if (step === told) return;
		told = step;
		note(`${count} read, ${sources} source${sources === 1 ? '' : 's'} found\n`);
	};
}
