import type { Known, Source } from '../../estate/estate.ts';
import type { Materials } from '../materials.ts';

/** What the objective of the workload tells about sources by their names. */
export interface Objective {
	/** The unit of prediction as it was said; undefined: nobody said. */
	readonly unit?: string;
	/** Somebody named the label, or a source that holds it. */
	readonly label?: string;
	/** The word of the unit that a text names, if any. */
	readonly unitIn: (text: string) => string | undefined;
	/** Whether the label, as somebody described it, names this source. */
	readonly labelNames: (source: Source) => boolean;
}

/** Articles and the like, and what is too short to tell things apart by. */
const leastLetters = 4;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** A word without the ending of several: `customers` and `customer` are one. */
const stem = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '');

/** Reads the unit of prediction and the label, which people write in their own words, for what they name. */
export function objectiveOf({ known }: Materials): Objective {
	const said = (fact: string): string | undefined => textOf(known(undefined, fact));
	const unit = said('model.unit');
	const label = said('model.label');
	const units = wordsOf(unit ?? '')
		.filter((word) => word.length >= leastLetters)
		.map(stem);
	const labelText = ` ${wordsOf(label ?? '').join(' ')} `;
	return {
		...(unit !== undefined && { unit }),
		...(label !== undefined && { label }),
		unitIn: (text) => {
			if (units.length === 0) return undefined;
			const words = new Set(wordsOf(text).map(stem));
			return units.find((one) => words.has(one));
		},
		labelNames: ({ title }) => {
			if (label === undefined) return false;
			const name = wordsOf(title).join(' ');
			return name.length >= leastLetters && labelText.includes(` ${name} `);
		},
	};
}

const textOf = (known: Known | undefined): string | undefined =>
	typeof known?.value === 'string' && known.value.trim() !== '' ? known.value : undefined;
