import type { Known, Place, Source } from '../estate/estate.ts';
import { clean } from '../facts/clean.ts';
import { printValue } from '../facts/quantity-text.ts';
import type { Materials } from './materials.ts';
import type { Finding } from './plan.ts';
import { counted, named } from './sentences.ts';

/** An answer that a measurement speaks against. */
interface Contradiction {
	readonly about: string;
	readonly says: string;
}

/** Amounts move; an answer within a quarter of what was measured is no contradiction. */
const tolerance = 0.25;

/**
Where people answered otherwise than was measured. The answer is planned with, since people may know better than a meter, but
nobody should find out later.
*/
export function contradictionFindings(materials: Materials): readonly Finding[] {
	const { sources, places, title, answers } = materials;
	// What was measured of something gives way only to what was said of that very thing.
	const said = [
		...(Object.keys(answers.places).length > 0 ? places.values() : []),
		...(Object.keys(answers.sources).length > 0 ? sources.values() : []),
	];
	const answered = new Set([...Object.values(answers.places), ...Object.values(answers.sources)].flatMap(Object.keys));
	const found = said.flatMap((about) => contradictionsOf(about, answered, materials));
	const [first, ...more] = found;
	if (!first) return [];
	const ids = [...new Set(found.map(({ about }) => about))].toSorted();
	const others = more.length === 0 ? '' : ` The same holds for ${counted(more.length, 'other answer')}.`;
	return [
		{
			id: 'said-otherwise',
			severity: 'medium',
			control: 'contradiction',
			title: `${counted(found.length, 'answer')} ${found.length === 1 ? 'differs' : 'differ'} from what was measured`,
			about: ids,
			says: `${first.says}.${others}`,
			remedy: `Look at ${named(ids.map(title), 4)} again: take the answer back, or say why the measurement is wrong. The plan goes by the answer.`,
		},
	];
}

function contradictionsOf(
	about: Source | Place,
	answered: ReadonlySet<string>,
	{ known, vocabulary, title }: Materials,
): readonly Contradiction[] {
	const facts = Object.keys(about.facts).filter((fact) => answered.has(fact));
	return facts.flatMap((fact) => {
		const measured = about.facts[fact] as Known;
		const form = vocabulary[fact];
		if (measured.from !== 'measured' || !form) return [];
		const said = known(about, fact);
		if (said?.from !== 'answered' || isAlike(said, measured)) return [];
		const [answer, meter] = [said, measured].map(({ value }) => clean(printValue(form, value)));
		return [
			{
				about: about.id,
				says: `${form.title} of ${title(about.id)} is ${meter} by measurement (${clean(measured.evidence)}) and ${answer} by answer`,
			},
		];
	});
}

function isAlike({ value: said }: Known, { value: measured }: Known): boolean {
	if (typeof said !== 'number' || typeof measured !== 'number')
		return JSON.stringify(said) === JSON.stringify(measured);
	return Math.abs(said - measured) <= Math.abs(measured) * tolerance;
}
