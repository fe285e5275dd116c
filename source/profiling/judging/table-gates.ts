import type { TableFigures } from '../figures.ts';
import { isMedia } from './column-gates.ts';
import { repeatedShare } from './interval.ts';
import type { Roles } from './roles.ts';
import { targetGates } from './target-gates.ts';
import { percent, type Verdict } from './verdict.ts';

const duplicatesFrom = 0.01;
/** Values without a partner: strategy 2.1. */
const orphans = 0.001;
/** Target file and, below it, small file: strategy 2.4. */
const wantedFile = 128e6;
const smallFile = 16e6;

/** The gates of a table as a whole. `wantedAge` is how old data may be, in seconds; `now` the time of the reading. */
export function tableGates(
	figures: TableFigures,
	roles: Roles,
	{ now, wantedAge }: { readonly now: number; readonly wantedAge?: number },
): readonly Verdict[] {
	return [
		...volume(figures),
		...duplicates(figures),
		...keys(figures, roles),
		...freshness(figures, roles, now, wantedAge),
		...drift(figures),
		...references(figures),
		...files(figures),
		...targetGates(figures),
		...figures.troubles.map(
			(says): Verdict => ({
				gate: 'encoding',
				level: 'warn',
				says: says.replace(/\.$/, ''),
				remedy: 'mend it at the source, or where it is tidied',
			}),
		),
	];
}

function volume({ rows, format, columns }: TableFigures): readonly Verdict[] {
	if (rows > 0 || columns.length > 0) return [];
	return [
		{
			gate: 'volume',
			level: 'fail',
			says: `0 rows were found in ${format}`,
			remedy: 'look whether the source is still filled',
		},
	];
}

function duplicates({
	rows,
	duplicates: repeated,
	duplicatesError: error = 0,
	whole,
	population,
	columns,
	format,
}: TableFigures): readonly Verdict[] {
	if (repeated === undefined || rows < 20 || columns.length < 2 || isMedia(format)) return [];
	const share = repeatedShare(repeated, rows, { whole, population, error });
	const says = `${percent(share.value)} of ${rows} rows repeat an earlier one${whole ? '' : ` (at most ${percent(share.high)} of all)`}`;
	if (share.value <= duplicatesFrom)
		return [
			{
				gate: 'uniqueness',
				level: 'pass',
				says: `${says}, at most 1 %`,
				...(share.high > duplicatesFrom ? { unsure: true } : {}),
			},
		];
	return [
		{
			gate: 'uniqueness',
			level: 'warn',
			says: `${says}, more than 1 %`,
			remedy: 'drop repeated rows where they are tidied',
		},
	];
}

function keys({ rows, columns, format, whole, together }: TableFigures, { keys: [key] }: Roles): readonly Verdict[] {
	if (rows < 20 || columns.length < 2 || isMedia(format)) return [];
	if (key !== undefined)
		return [
			{
				gate: 'uniqueness',
				level: 'pass',
				column: key,
				says: `no repeats and no gaps in ${rows} rows: it can be the key`,
			},
		];
	const [pair] = together ?? [];
	if (pair !== undefined)
		return [
			{
				gate: 'uniqueness',
				level: 'pass',
				column: pair.columns.join(' + '),
				says: `no repeats and no gaps together in ${pair.rows} rows: they can be the key`,
				...(whole && pair.rows === rows ? {} : { unsure: true }),
			},
		];
	return [
		{
			gate: 'uniqueness',
			level: 'warn',
			says: `0 of ${columns.length} columns have no repeats and no gaps in ${rows} rows`,
			remedy: 'name the columns that tell rows apart together, or add a key',
		},
	];
}

function freshness(
	{ columns }: TableFigures,
	{ eventTime }: Roles,
	now: number,
	wantedAge: number | undefined,
): readonly Verdict[] {
	const latest = columns.find(({ name }) => name === eventTime)?.time?.high;
	if (eventTime === undefined || latest === undefined) return [];
	const age = Math.max(0, (now - Date.parse(latest)) / 1000);
	const base = { gate: 'timeliness', column: eventTime } as const;
	const says = `the latest is ${ageText(age)} old`;
	if (wantedAge === undefined) return [{ ...base, level: 'pass', says }];
	if (age <= wantedAge * 1.5)
		return [{ ...base, level: 'pass', says: `${says}, within 1.5 times the wanted ${ageText(wantedAge)}` }];
	return [
		{
			...base,
			level: 'warn',
			says: `${says}, more than 1.5 times the wanted ${ageText(wantedAge)}`,
			remedy: 'look whether the source is still filled, and how it is brought',
		},
	];
}

const spans = [
	[86_400, 'day'],
	[3600, 'hour'],
	[60, 'minute'],
] as const;
function ageText(seconds: number): string {
	const [length, name] = spans.find(([least]) => seconds >= least) ?? ([1, 'second'] as const);
	const count = Math.floor(seconds / length);
	return `${count} ${name}${count === 1 ? '' : 's'}`;
}

const drift = ({ drift: found }: TableFigures): readonly Verdict[] =>
	found.map(({ column, what, files: count, of, types, index = 0 }) => ({
		gate: 'drift',
		level: 'warn',
		column,
		says: {
			missing: `missing in ${count} of ${of} files`,
			type: `of another type in ${count} of ${of} files (${types.join(', ')})`,
			values: `its values lie otherwise in ${count} of ${of} files: stability index ${index}, more than 0.2`,
		}[what],
		remedy:
			what === 'values'
				? 'find out what changed, and test the model on the latest files'
				: 'let the table evolve, and fill or convert it where files are tidied',
	}));

/** Values that name rows of another table and stand in none of them. */
const references = ({ references: found = [] }: TableFigures): readonly Verdict[] =>
	found.map(({ column, source, to, looked, found: there }): Verdict => {
		const base = { gate: 'consistency', column } as const;
		const says = `${percent(there / looked)} of ${looked} different values stand in ${to} of ${source}`;
		if (looked - there <= orphans * looked) return { ...base, level: 'pass', says: `${says}, at least 99.9 %` };
		return {
			...base,
			level: 'warn',
			says: `${says}, less than 99.9 %`,
			remedy: 'set rows without a partner aside, and find out which of the two is behind',
		};
	});

function files({ files: found, format }: TableFigures): readonly Verdict[] {
	if (found === undefined || found.count < 2) return [];
	const half = found.sizes[2] ?? 0;
	const wanted = Math.max(1, found.volume / wantedFile);
	const says = `${found.count} files, half of them below ${bytesText(half)}`;
	if (half >= smallFile || found.count <= 10 * wanted) return [{ gate: 'files', level: 'pass', says }];
	return [
		{
			gate: 'files',
			level: 'warn',
			says: `${says}; ${Math.ceil(wanted)} of 128 MB would do`,
			remedy:
				format === 'image' ? 'pack them into archives of about 150 MB' : 'compact them into files of 128 to 512 MB',
		},
	];
}

function bytesText(bytes: number): string {
	const [size, unit] =
		(
			[
				[1e9, 'GB'],
				[1e6, 'MB'],
				[1e3, 'KB'],
			] as const
		).find(([least]) => bytes >= least) ?? ([1, 'bytes'] as const);
	return `${Number((bytes / size).toPrecision(3))} ${unit}`;
}
