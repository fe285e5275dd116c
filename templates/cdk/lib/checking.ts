/** Says what is wrong with a value; nothing, if it is as it should be. */
export type Check = (value: unknown, at: string) => readonly string[];

export const wrong = (at: string, wanted: string, value: unknown): readonly string[] => [
	`${at} must be ${wanted}, not ${JSON.stringify(value)?.slice(0, 60) ?? 'missing'}`,
];
export const matching =
	(pattern: RegExp, wanted: string): Check =>
	(value, at) =>
		typeof value === 'string' && pattern.test(value) ? [] : wrong(at, wanted, value);
export const text: Check = (value, at) => (typeof value === 'string' ? [] : wrong(at, 'a text', value));
export const yesNo: Check = (value, at) => (typeof value === 'boolean' ? [] : wrong(at, 'true or false', value));
export const days: Check = (value, at) =>
	Number.isInteger(value) && Number(value) > 0 && Number(value) < 40_000 ? [] : wrong(at, 'a number of days', value);
export const plain: Check = (value, at) =>
	['string', 'number', 'boolean'].includes(typeof value) ? [] : wrong(at, 'a text, a number, true or false', value);
export const oneOf = (...names: readonly string[]): Check =>
	matching(new RegExp(`^(?:${names.join('|')})$`), `one of ${names.join(', ')}`);
export const optional =
	(check: Check): Check =>
	(value, at) =>
		value === undefined ? [] : check(value, at);
export const list =
	(check: Check): Check =>
	(value, at) =>
		Array.isArray(value) ? value.flatMap((one, index) => check(one, `${at}[${index}]`)) : wrong(at, 'a list', value);
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
export const record =
	(check: Check): Check =>
	(value, at) =>
		isRecord(value)
			? Object.entries(value).flatMap(([key, one]) => check(one, `${at}.${key}`))
			: wrong(at, 'a record', value);
export const fields =
	(checks: Readonly<Record<string, Check>>): Check =>
	(value, at) =>
		isRecord(value)
			? Object.entries(checks).flatMap(([key, check]) => check(value[key], `${at}.${key}`))
			: wrong(at, 'a record', value);
export const unique =
	(check: Check): Check =>
	(value, at) => {
		const troubles = check(value, at);
		if (troubles.length > 0 || !Array.isArray(value)) return troubles;
		const ids = value.map(({ id }) => id);
		return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${at} has ${JSON.stringify(id)} twice`);
	};
