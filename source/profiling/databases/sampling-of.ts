import type { Sampling } from './sampling.ts';

/** How the engine samples; its module loads then. */
export async function samplingOf(engine: 'postgresql' | 'mysql'): Promise<Sampling> {
	if (engine === 'postgresql') return (await import('./postgresql.ts')).postgresqlSampling;
	return (await import('./mysql.ts')).mysqlSampling;
}
