/** Ids of the stores that a plan makes; one is made only when something goes there. */
export const zones = ['landing', 'raw', 'stage', 'analytics', 'features'] as const;
/** Tables that a service keeps up by itself, where a route writes tables and no objects. */
export const tableStore = 'raw-tables';
/** The store that serves features while somebody waits. */
export const onlineStore = 'online';
/** Ids that no flow, job or place may have. */
export const reservedIds: ReadonlySet<string> = new Set([...zones, tableStore, onlineStore, 'key']);
