const engines: readonly (readonly [start: RegExp, engine: string])[] = [
	[/^aurora-postgresql/, 'aurora-postgresql'],
	[/^aurora/, 'aurora-mysql'],
	[/^mysql/, 'mysql'],
	[/^mariadb/, 'mariadb'],
	[/^postgres/, 'postgresql'],
	[/^(?:custom-)?oracle/, 'oracle'],
	[/^(?:custom-)?sqlserver/, 'sqlserver'],
	[/^db2/, 'db2'],
];

/** The vocabulary's word for an engine as RDS spells it (`postgres`, `oracle-ee`); `other` for what it has no word for. */
export const engineOf = (name: string): string => engines.find(([start]) => start.test(name))?.[1] ?? 'other';

/** The RDS API also lists the databases of two other services, which are kinds of their own. */
export const isRelational = (name: string): boolean => !/^(?:docdb|neptune)/.test(name);
