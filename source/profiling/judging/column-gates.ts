import type { TableFigures } from '../figures.ts';
import type { ColumnReport } from './column-report.ts';
import type { Share } from './interval.ts';
import type { Roles } from './roles.ts';
import { percent, type Verdict } from './verdict.ts';

// Thresholds: shared knowledge of the planner, strategy 2.1 "what ready means"; the anchors are the documented defaults of Deequ
// and of the data quality skill of AWS's agent toolkit.
const completeFrom = 0.95;
const imputeFrom = 0.8;
const dropBelow = 0.5;
const validFrom = 0.995;
const fewWords = 50;
const categorical = 0.1;

const within = ({ low, high }: Share, threshold: number): { readonly unsure?: true } =>
	low < threshold && high >= threshold && low !== high ? { unsure: true } : {};
const told = ({ value, low, high }: Share): string =>
	low === high ? percent(value) : `${percent(value)} (${percent(low)} to ${percent(high)})`;

/** Files without rows: their columns are sizes, which no model learns from. */
export const isMedia = (format: string): boolean =>
	['image', 'audio', 'video', 'document', 'binary', 'avro', 'orc'].includes(format);

/** The gates of one column. Only what is worth a word is told: what passed is one verdict for completeness and validity. */
export function columnGates(report: ColumnReport, roles: Roles, { target, format }: TableFigures): readonly Verdict[] {
	if (report.column.rows === 0 || isMedia(format)) return [];
	return [
		completeness(report, roles, target?.column),
		...validity(report),
		...usefulness(report, roles, target?.column),
		...encoding(report),
		...sensitivity(report),
	];
}

function completeness(
	{ column: { name }, complete }: ColumnReport,
	{ keys, eventTime }: Roles,
	target: string | undefined,
): Verdict {
	const base = { gate: 'completeness', column: name } as const;
	const must =
		name === target ? 'the label' : name === keys[0] ? 'the key' : name === eventTime ? 'the event time' : undefined;
	const is = `${told(complete)} present`;
	if (must !== undefined) {
		if (complete.value >= 1)
			return { ...base, level: 'pass', says: `${is}; as ${must} it must be 100 %`, ...within(complete, 1) };
		return {
			...base,
			level: name === target ? 'warn' : 'fail',
			says: `${is}; as ${must} it must be 100 %`,
			remedy: 'leave out rows without it, or have the source fill it',
		};
	}
	if (complete.value >= completeFrom)
		return { ...base, level: 'pass', says: `${is}, at least 95 %`, ...within(complete, completeFrom) };
	if (complete.value >= imputeFrom) {
		return {
			...base,
			level: 'warn',
			says: `${is}, from 80 to 95 %`,
			remedy: 'impute it, and keep a column that says where',
			...within(complete, completeFrom),
		};
	}
	if (complete.value >= dropBelow) {
		return {
			...base,
			level: 'warn',
			says: `${is}, from 50 to 80 %`,
			remedy: 'impute it only if the model gains by it, with a column that says where',
			...within(complete, imputeFrom),
		};
	}
	return {
		...base,
		level: 'fail',
		says: `${is}, less than 50 %`,
		remedy: 'drop it, or keep only whether it is there',
		...within(complete, dropBelow),
	};
}

function validity({ column: { name, type, fitting }, valid }: ColumnReport): readonly Verdict[] {
	if (type === 'empty' || type === 'text' || fitting === 0) return [];
	const says = `${told(valid)} of the present values are written as ${type}`;
	const base = { gate: 'validity', column: name } as const;
	if (valid.value >= validFrom)
		return [{ ...base, level: 'pass', says: `${says}, at least 99.5 %`, ...within(valid, validFrom) }];
	return [
		{
			...base,
			level: 'fail',
			says: `${says}, less than 99.5 %`,
			remedy: 'mend or set aside the others before they become missing unseen',
			...within(valid, validFrom),
		},
	];
}

function usefulness({ column, unique }: ColumnReport, { keys }: Roles, target: string | undefined): readonly Verdict[] {
	const { name, type, distinct, rows, missing, sameAs, entropy } = column;
	const base = { gate: 'relevance', column: name } as const;
	const present = rows - missing;
	if (name === target || present < 20 || distinct === undefined) return [];
	if (distinct === 1) {
		return missing === 0
			? [
					{
						...base,
						level: 'warn',
						says: `1 different value in ${present} rows (entropy 0 bits)`,
						remedy: 'drop it: a constant tells a model nothing',
					},
				]
			: [];
	}
	if (sameAs !== undefined)
		return [
			{
				...base,
				level: 'warn',
				says: `the same values as ${sameAs} in every row that was kept`,
				remedy: 'drop one of the two',
			},
		];
	if (type !== 'text' || keys.includes(name)) return [];
	const ratio = distinct / present;
	if (ratio <= categorical || distinct <= fewWords) {
		const how = distinct <= fewWords ? 'one column for each' : 'hashing or encoding by the target';
		return [
			{
				...base,
				level: 'pass',
				says: `${distinct} different words in ${present} rows${entropy === undefined ? '' : ` (${entropy} bits)`}: a category, fit for ${how}`,
			},
		];
	}
	return unique !== undefined && unique.value >= 0.99
		? [
				{
					...base,
					level: 'warn',
					says: `${percent(unique.value)} of its values are unique`,
					remedy: 'leave it out of training, or take features from its text',
				},
			]
		: [];
}

const badForms: Readonly<Record<string, string>> = {
	'decimal comma': 'write numbers with a point before they are read as text',
	'thousands with comma': 'write numbers without separators before they are read as text',
	'day first date': 'write dates as ISO 8601; day and month can be confused',
	'month first date': 'write dates as ISO 8601; day and month can be confused',
	money: 'keep the amount as a number and the currency beside it',
	percent: 'keep the share as a number',
	'broken characters': 'it was decoded in a wrong encoding once; mend it at the source',
	JSON: 'take the fields out into columns of their own',
};

function encoding({ column: { name, forms, classed, time } }: ColumnReport): readonly Verdict[] {
	const bad = Object.entries(forms).flatMap(([form, count]): Verdict[] => {
		const remedy = badForms[form];
		const least = form === 'broken characters' ? 0 : 0.05;
		return remedy === undefined || count < least * classed
			? []
			: [
					{
						gate: 'encoding',
						level: 'warn',
						column: name,
						says: `${count} of ${classed} values are written as ${form}`,
						remedy,
					},
				];
	});
	if (time === undefined || time.clocked === 0 || time.zoned === time.clocked) return bad;
	const some =
		time.zoned > 0
			? `${time.zoned} of ${time.clocked} times say their zone`
			: `none of ${time.clocked} times says its zone`;
	return [
		...bad,
		{
			gate: 'encoding',
			level: time.zoned > 0 ? 'fail' : 'warn',
			column: name,
			says: some,
			remedy: 'store times as UTC with a zone; they were read as UTC',
		},
	];
}

const sensitivity = ({ column: { name }, personal }: ColumnReport): readonly Verdict[] =>
	personal.map(({ class: known, says, share }) => ({
		gate: 'sensitivity',
		level: 'warn',
		column: name,
		says:
			share === undefined
				? `its name says ${known} (${says} data)`
				: `${told(share)} of its values look like: ${known} (${says} data)`,
		remedy: 'mask it between the landing and the raw zone, and scope Macie to it',
	}));
