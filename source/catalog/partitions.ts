import { roundedAmount } from '../facts/amount-text.ts';
import { gigabytes, megabytes } from '../facts/units.ts';

/**
From how many bytes a day of the source a table is partitioned by day, from how many by month, and above which volume by month
whatever comes: a partition is to hold 100 MB to 1 GB, and Parquet takes a quarter of the room. A table below that has none, and
none is partitioned by hour or by an id; rows are sorted instead. Source: github.com/aws/agent-toolkit-for-aws, best practices.
*/
export const partitions = {
	partitionByDayFrom: megabytes(400),
	partitionByMonthFrom: megabytes(13),
	partitionByMonthAbove: gigabytes(50),
} as const;

const bytes = (amount: number): string => roundedAmount('bytes', amount);
const { partitionByDayFrom: day, partitionByMonthFrom: month, partitionByMonthAbove: large } = partitions;

/** The same in words. */
export const partitionsSay = `tables are partitioned by the day of an event where at least ${bytes(day)} come a day (${bytes(day / 4)} as Parquet), by its month where at least ${bytes(month)} do or there are ${bytes(large)}, and not at all below: smaller partitions are small files again, and hours or ids make too many`;
