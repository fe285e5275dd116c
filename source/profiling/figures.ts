// What was counted: the exchange between engines (this program, DuckDB, Spark, Athena) and the judgement. No value of a row
// stands in it: texts are counted, numbers are rounded outward, times to the minute.

export const columnTypes = [
	'boolean',
	'integer',
	'decimal',
	'timestamp',
	'date',
	'text',
	'list',
	'record',
	'binary',
	'empty',
] as const;
export type ColumnType = (typeof columnTypes)[number];

/** Numbers of a column; three digits each, low and high rounded outward so that no row's own value is told. */
export interface NumberFigures {
	readonly low: number;
	readonly high: number;
	readonly mean: number;
	readonly deviation: number;
	/** At 5, 25, 50, 75 and 95 %. */
	readonly quantiles: readonly number[];
	/** Rows in ten bins of equal width between low and high. */
	readonly bins: readonly number[];
}

/** Times of a column, ISO in UTC to the minute. */
export interface TimeFigures {
	readonly low: string;
	readonly high: string;
	/** Values that say their zone, of those that carry a time of day. */
	readonly zoned: number;
	readonly clocked: number;
}

/** How unevenly something lies over the pieces that were read: 1 as if rows were drawn one by one, more if it clusters. */
export interface Spread {
	readonly pieces: number;
	readonly missing: number;
	readonly fitting: number;
}

export interface ColumnFigures {
	readonly name: string;
	readonly type: ColumnType;
	/** Rows looked at. */
	readonly rows: number;
	/** Rows in which the value is absent, empty or a word such as NA. */
	readonly missing: number;
	/** Present values that are of the type. */
	readonly fitting: number;
	/** Different values among those looked at; undefined where only a footer was read. */
	readonly distinct?: number;
	/** Values that occur once among those looked at, or a bound below; as many as `distinct` only if none comes again. */
	readonly single?: number;
	/** `distinct` and `single` are estimates with this relative error (99 %); 0: counted. */
	readonly distinctError: number;
	readonly number?: NumberFigures;
	readonly time?: TimeFigures;
	/** Characters of texts. */
	readonly length?: { readonly low: number; readonly high: number; readonly mean: number };
	/** Rows of the most frequent values, most first; the values are not told. */
	readonly top?: readonly number[];
	/** Bits. */
	readonly entropy?: number;
	/** How present texts are written, by form: `uuid`, `ISO time with zone`, `decimal comma`. */
	readonly forms: Readonly<Record<string, number>>;
	/** Values that look like personal data, by class, of the first `classed` present ones. */
	readonly personal: Readonly<Record<string, number>>;
	readonly classed: number;
	readonly spread?: Spread;
	/** An earlier column with the same values in the same rows. */
	readonly sameAs?: string;
}

export interface AssociationFigures {
	readonly column: string;
	/** `correlation`: of ranks, of two numbers or of a number with two classes. `information`: share of the target's entropy that the column tells, corrected for chance. */
	readonly by: 'correlation' | 'information';
	readonly value: number;
	readonly rows: number;
	/** The same of whether the column's value is there at all. */
	readonly presence: number;
}

export interface TargetFigures {
	readonly column: string;
	readonly numeric: boolean;
	/** Rows of each label, most first; labels are not told. Empty for a number with many values. */
	readonly labels: readonly number[];
	readonly associations: readonly AssociationFigures[];
}

export interface FileFigures {
	readonly count: number;
	/** Bytes. */
	readonly volume: number;
	readonly read: number;
	/** Sizes in bytes: smallest, quarter, half, three quarters, largest. */
	readonly sizes: readonly number[];
	/** Files by power of two of their size: `[exponent, files]`. */
	readonly histogram: readonly (readonly [exponent: number, files: number])[];
}

/** A column that some files have and others lack, or have with another type, or whose values lie otherwise in some files. */
export interface DriftFigures {
	readonly column: string;
	/** `missing`: files without it; `type`: files in which it is of another type; `values`: files whose values lie otherwise than in the others. */
	readonly what: 'missing' | 'type' | 'values';
	readonly files: number;
	readonly of: number;
	readonly types: readonly ColumnType[];
	/** Of values: the population stability index between those files and the others, less what chance makes. */
	readonly index?: number;
}

/** A column that names rows of another table: how many of its different values stand there. Only hashes were compared. */
export interface ReferenceFigures {
	readonly column: string;
	/** Title of the other source, its table, and the column that tells its rows apart. */
	readonly source: string;
	readonly table: string;
	readonly to: string;
	/** Different values that were looked for, and those found. */
	readonly looked: number;
	readonly found: number;
}

/** Columns of which no two rows had the same values. */
export interface KeyFigures {
	readonly columns: readonly string[];
	/** Rows that were compared. */
	readonly rows: number;
}

export interface TableFigures {
	readonly name: string;
	readonly format: string;
	/** Who counted: `headwater`, `duckdb`, `parquet footer`, `spark`, `athena`, a database's own statistics. */
	readonly engine: string;
	/** Rows looked at. */
	readonly rows: number;
	/** Rows in all, counted or estimated from sizes; absent: nobody knows. */
	readonly population?: number;
	/** Every row was looked at. */
	readonly whole: boolean;
	/** Bytes read. */
	readonly bytes: number;
	/** Rows that are like an earlier one. */
	readonly duplicates?: number;
	readonly duplicatesError?: number;
	readonly columns: readonly ColumnFigures[];
	/** Columns that tell rows apart only together, likeliest first; looked for where none does alone. */
	readonly together?: readonly KeyFigures[];
	readonly target?: TargetFigures;
	readonly files?: FileFigures;
	readonly drift: readonly DriftFigures[];
	readonly references?: readonly ReferenceFigures[];
	/** Sentences about encoding, ragged rows and the like, each once. */
	readonly troubles: readonly string[];
}

/** What was counted of one source. */
export interface SourceFigures {
	readonly source: string;
	readonly title: string;
	/** ISO time of the reading. */
	readonly at: string;
	readonly tables: readonly TableFigures[];
	/** What could not be read, a sentence each. */
	readonly unread: readonly string[];
}
