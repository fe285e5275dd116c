import type { Command } from '../command.ts';
import { check } from './check.ts';
import { diagram } from './diagram.ts';
import { diff } from './diff.ts';
import { discover } from './discover.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { groups } from './groups.ts';
import { init } from './init.ts';
import { plan } from './plan.ts';
import { policy } from './policy.ts';
import { profile } from './profile.ts';
import { query } from './query.ts';
import { questions } from './questions.ts';
import { refresh } from './refresh.ts';
import { schema } from './schema.ts';

/** Every command, in the order of a walk. */
export const commands = {
	discover,
	groups,
	profile,
	questions,
	plan,
	explain,
	export: exportCommand,
	diagram,
	init,
	check,
	diff,
	policy,
	query,
	refresh,
	schema,
} as const satisfies Record<string, Command>;
