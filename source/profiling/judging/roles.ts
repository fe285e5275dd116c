import { isCalledKey, snake } from '../column-names.ts';
import type { TableFigures } from '../figures.ts';
import type { ColumnReport } from './column-report.ts';

/** What columns are for, as their figures and names show. */
export interface Roles {
	/** Columns that each tell rows apart, the likeliest first. */
	readonly keys: readonly string[];
	/** Columns that tell rows apart only together. */
	readonly together?: readonly string[];
	/** The time of the event, if a column carries it. */
	readonly eventTime?: string;
	/** A column that says when a row was changed last. */
	readonly changed?: string;
}

const eventName = /event|occur|happen|order|created|sent|start|^(?:time|timestamp|date|ts|datetime|at)$/i;
const changedName =
	/(?:^|_)(?:updated|modified|changed|last_?(?:update|change|modified))(?:_?(?:at|on|time|date|ts))?$/i;
const notEvent = /birth|dob|expir|valid_?(?:to|until)|due/i;

/** Least rows from which a column without repeats says anything about keys. */
const leastRows = 20;

export function rolesOf(columns: readonly ColumnReport[], { together }: Pick<TableFigures, 'together'> = {}): Roles {
	const keys = columns
		.filter(({ column, complete, unique }) => {
			if (unique === undefined || column.rows < leastRows || complete.value < 1) return false;
			const named = isCalledKey(column.name);
			const fits = column.type === 'integer' || column.type === 'text';
			return fits && column.single === column.distinct && (named || column.type === 'integer' || isCompact(column));
		})
		.toSorted((a, b) => Number(isCalledKey(b.column.name)) - Number(isCalledKey(a.column.name)))
		.map(({ column }) => column.name);
	const times = columns.filter(({ column }) => isTime(column) && !notEvent.test(column.name));
	const changed = times.find(({ column }) => changedName.test(snake(column.name)));
	const events = times.filter((report) => report !== changed && report.complete.value >= 0.99);
	const event = events.find(({ column }) => eventName.test(snake(column.name))) ?? events[0];
	return {
		keys,
		...(keys.length > 0 || together?.[0] === undefined ? {} : { together: together[0].columns }),
		...(event === undefined ? {} : { eventTime: event.column.name }),
		...(changed === undefined ? {} : { changed: changed.column.name }),
	};
}

const isTime = ({ type, forms }: ColumnReport['column']): boolean =>
	type === 'timestamp' || type === 'date' || Object.keys(forms).some((form) => form.startsWith('epoch '));

/** Keys are short and alike; titles and texts are not. */
const isCompact = ({ length, forms, rows }: ColumnReport['column']): boolean =>
	(forms.uuid ?? 0) > 0 ||
	(forms.hexadecimal ?? 0) > 0 ||
	(length !== undefined && length.high <= 40 && length.high - length.low <= 4 && rows > 100);
