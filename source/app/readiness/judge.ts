import { type Answers, noAnswers } from '../../estate/answers.ts';
import type { Estate } from '../../estate/estate.ts';
import { knower } from '../../estate/known.ts';
import { facts } from '../../facts/index.ts';
import type { SourceFigures } from '../../profiling/figures.ts';
import { judged, type Readiness } from '../../profiling/judging/report.ts';

/** Judges figures of sources of an estate, by how old their data may be where somebody said so. */
export function judgedOf(
	estate: Estate,
	figures: readonly SourceFigures[],
	version: string,
	answers: Answers = noAnswers,
): Readiness {
	const known = knower(estate, answers, facts);
	const ages = new Map(estate.sources.map((source) => [source.id, known(source, 'freshness')]));
	return judged(figures, {
		madeBy: `headwater ${version}`,
		wantedAge: (id) => {
			const said = ages.get(id);
			return said !== undefined && said.from !== 'assumed' && typeof said.value === 'number' ? said.value : undefined;
		},
	});
}
