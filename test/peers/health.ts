import { readFileSync } from 'node:fs';
import type { LifecycleEntry } from '../../source/discovery/registers/lifecycle.ts';

/** Pages as AWS Health answers them, written after its API reference (2026-11-28). */
export const recordedHealth = (): readonly {
	readonly serviceLifecycles: readonly LifecycleEntry[];
	readonly nextToken?: string;
}[] => JSON.parse(readFileSync(new URL('../discovery/registers/recorded/health.json', import.meta.url), 'utf8'));
