import type { StrategyRecord } from '../record.ts';
import { cleanRooms } from './clean-rooms.ts';
import { dataLake } from './data-lake.ts';
import { federation } from './federation.ts';
import { hybrid } from './hybrid.ts';
import { lakehouse } from './lakehouse.ts';
import { streamProcessing } from './stream-processing.ts';

/** Every way of bringing sources together; the key is the id and the name of its file. The first is what a plan without sources has. */
export const strategies = {
	'data-lake': dataLake,
	federation,
	hybrid,
	lakehouse,
	'stream-processing': streamProcessing,
	'clean-rooms': cleanRooms,
} as const satisfies Readonly<Record<string, StrategyRecord>>;
