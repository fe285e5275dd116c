import { personalByName, personalClasses } from '../counting/personal.ts';
import type { ColumnFigures, TableFigures } from '../figures.ts';
import { distinctBounds, fittingWorth, missingWorth, repeatedShare, type Share, shareOf } from './interval.ts';

/** A class of personal data in a column: by the share of values that look so, or by the column's name. */
interface PersonalFinding {
	readonly class: string;
	readonly says: 'personal' | 'health' | 'card';
	/** Share of the values looked at; absent where only the name tells. */
	readonly share?: Share;
}

/** A column with its shares and intervals. */
export interface ColumnReport {
	readonly column: ColumnFigures;
	readonly complete: Share;
	readonly valid: Share;
	/** Rows whose value no other row has, among present ones: 1 for a key. */
	readonly unique?: Share;
	/** Different values in all rows. */
	readonly distinct?: { readonly value: number; readonly low: number; readonly high: number };
	readonly personal: readonly PersonalFinding[];
}

export function columnReport(column: ColumnFigures, { whole, population }: TableFigures): ColumnReport {
	const { rows, missing, fitting, distinct, single = 0, distinctError: error, spread } = column;
	const present = rows - missing;
	const all = population === undefined ? {} : { population };
	// Of an estimate the values that came more than once say more than the difference of two large numbers.
	const repeated =
		distinct === undefined ? undefined : Math.max(0, error === 0 ? present - distinct : distinct - single);
	const presentPopulation =
		population === undefined || rows === 0 ? undefined : Math.round((population * present) / rows);
	return {
		column,
		complete: shareOf(present, rows, { whole, independent: missingWorth(rows, spread), ...all }),
		valid: shareOf(fitting, present, { whole, independent: fittingWorth(present, spread), ...all }),
		...(repeated === undefined || distinct === undefined
			? {}
			: {
					unique: inverse(repeatedShare(repeated, present, { whole, population: presentPopulation, error })),
					distinct: distinctBounds({ distinct, single, error }, present, whole ? undefined : presentPopulation),
				}),
		personal: personalOf(column, whole),
	};
}

const digits = (value: number): number => Math.round(value * 1e4) / 1e4;
const inverse = ({ value, low, high, of }: Share): Share => ({
	value: digits(1 - value),
	low: digits(1 - high),
	high: digits(1 - low),
	of,
});

function personalOf(
	{ name, personal, classed, rows, missing }: ColumnFigures,
	whole: boolean,
): readonly PersonalFinding[] {
	const byValue = Object.entries(personal).flatMap(([known, count]): PersonalFinding[] => {
		const record = personalClasses[known];
		if (record === undefined || count < 1 || count < record.from * classed) return [];
		return [
			{
				class: known,
				says: record.says,
				share: shareOf(count, classed, { whole: whole && classed === rows - missing }),
			},
		];
	});
	const named = personalByName(name);
	const record = named === undefined ? undefined : personalClasses[named];
	if (named === undefined || record === undefined || byValue.some((one) => one.class === named)) return byValue;
	return [...byValue, { class: named, says: record.says }];
}
