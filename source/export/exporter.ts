import type { Plan } from '../plan/plan.ts';

/** Path inside the export directory (forward slashes) to content. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** The plan and the template trees it asked for in, files out. No disk, no clock, no catalogue. */
export interface Exporter {
	readonly title: string;
	/** Folders of `templates/` it needs, such as `cdk`. */
	readonly templates?: readonly string[];
	files(plan: Plan, templates: Readonly<Record<string, Files>>): Files;
}
