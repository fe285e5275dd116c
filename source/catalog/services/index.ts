import type { ServiceRecord } from '../record.ts';
import { internet } from './internet.ts';

/** Every service the planner knows; the key is the id and the name of its file. */
export const services = {
	internet,
} as const satisfies Readonly<Record<string, ServiceRecord>>;

export type ServiceId = keyof typeof services;
