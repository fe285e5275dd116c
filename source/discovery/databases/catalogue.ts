/** What the catalogue of a database says of one of its tables. No row of the table is read for it. */
export interface Table {
	readonly schema: string;
	readonly name: string;
	/** Bytes of the rows, large values included, indexes not. */
	readonly bytes: number;
	/** As the engine estimates them. */
	readonly rows: number;
	readonly keyed: boolean;
	/** Rows written since the engine began to count; undefined where it does not count by table. */
	readonly written?: Written;
}

/** Rows written, as the engine counts them. */
export interface Written {
	readonly inserted: number;
	readonly updated: number;
	readonly deleted: number;
}

/** What a server says of itself. */
export interface Server {
	/** The vocabulary's word: `postgresql`, `mysql`, `mariadb`, `oracle`, `sqlserver`. */
	readonly engine: string;
	readonly version: string;
	/** The database that was asked, where schemas lie within one. */
	readonly database?: string | undefined;
	readonly charset?: string | undefined;
	readonly extensions?: readonly string[] | undefined;
	/** Whether change capture can read the log as it is set up, and the settings that say so. */
	readonly changes?: { readonly readable: boolean; readonly evidence: string } | undefined;
	readonly replica?: boolean | undefined;
	/** Seconds for which the engine has been counting; undefined where it does not say. */
	readonly countedFor?: number | undefined;
	/** Rows written in the whole server, where tables are not counted one by one. */
	readonly written?: Written | undefined;
}

/** One look at the catalogue. */
export interface Look {
	readonly server: Server;
	readonly tables: readonly Table[];
	/** The server's clock when the counters were read, in seconds; where it began does not matter. */
	readonly clock: number;
}
