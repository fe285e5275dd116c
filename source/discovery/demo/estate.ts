import type { Estate } from '../../estate/estate.ts';
import { mergeEstates } from '../../estate/merge.ts';
import { facts } from '../../facts/index.ts';
import { discover } from '../discover.ts';
import type { DiscoveryEvent, PlannedCell } from '../events.ts';
import { readDeclared } from '../importers/declared.ts';
import { tellDeclared } from '../importers/tell-declared.ts';
import { demoCaller, type Replay } from './caller.ts';
import { demoDeclared } from './declared.ts';
import { recordedAt, regions } from './recording.ts';

/** What the declared part of the demo is called where a fact says where it comes from. */
const demoFile = 'brightmoor.yaml';

/**
The estate of the recorded group: its account read by the collectors that read any account, as of the day of the recording,
and what its people declared; `only` one cell of it, if wanted. The same every time. `pace` in milliseconds a call.
*/
export async function replayEstate({
	pace,
	signal,
	onEvent,
	only,
}: Required<Replay> & {
	readonly onEvent: (event: DiscoveryEvent) => void;
	readonly only?: PlannedCell;
}): Promise<Estate> {
	const now = () => recordedAt;
	const reading = { regions, now, signal, onEvent, ...(only ? { only } : {}) };
	const found = await discover({ callers: [demoCaller({ pace, signal })], ...reading });
	const declared = readDeclared(demoDeclared(), demoFile, facts, recordedAt.toISOString());
	tellDeclared(found, declared, onEvent);
	return mergeEstates(found, declared);
}

/** The estate of the recorded group, at once. */
export const demoEstate = (): Promise<Estate> =>
	replayEstate({ pace: 0, signal: new AbortController().signal, onEvent: () => undefined });
