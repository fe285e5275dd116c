import type { Answers } from '../../estate/answers.ts';
import type { Source } from '../../estate/estate.ts';
import type { Readiness } from '../../profiling/judging/report.ts';
import type { Surroundings } from '../command.ts';
import type { Offer } from '../readiness/offer.ts';
import type { Sampled, SampleRequest } from '../readiness/sampling.ts';

/** What the guided session needs to have samples read. */
export interface ReadinessHost {
	/** What a yes would allow to be read. Nothing is read for it. */
	offer(sources: readonly Source[]): Promise<Offer>;
	/** Reads samples of sources after the yes, and judges them. An abort takes what was read until then. */
	sample(
		request: SampleRequest,
		answers: Answers,
		onSampled: (sampled: Sampled) => void,
		signal: AbortSignal,
	): Promise<Readiness>;
	/** Writes the report under a name as a person writes it, and gives the files. */
	report(readiness: Readiness, name: string): Promise<readonly string[]>;
}

/** The readiness of sources on this machine; `inHome` finds the file that a person names. */
export function readinessHost(
	{ env, now, version }: Pick<Surroundings, 'env' | 'now' | 'version'>,
	inHome: (path: string) => string,
): ReadinessHost {
	return {
		async offer(sources) {
			return (await import('../readiness/offer.ts')).offerOf(sources);
		},
		async sample(request, answers, onSampled, signal) {
			const [{ sampleSources }, { judgedOf }, { usualLimits }] = await Promise.all([
				import('../readiness/sampling.ts'),
				import('../readiness/judge.ts'),
				import('../../profiling/limits.ts'),
			]);
			const figures = await sampleSources(request, usualLimits, { env, now, signal }, onSampled);
			return judgedOf(request.estate, figures, version, answers);
		},
		async report(readiness, name) {
			return (await import('../readiness/write-report.ts')).writeReport(readiness, inHome(name));
		},
	};
}
