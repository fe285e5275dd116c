/**
Hours of work, all estimates of ours: what a person who has done it before needs. They only rank routes against each other;
the plan shows them apart from money.
*/
export const work = {
	/** A virtual machine on site with its firewall rules, once for each site. */
	agent: 6,
	/** Looking after such a machine: updates, alarms. A month. */
	agentMonthly: 1,
	/** A script with retries, its role and its schedule. */
	script: 4,
	/** Watching a script, restarting it and comparing checksums by hand; again every month while it runs. */
	check: 1,
	/** A managed export with its role, key and schedule. */
	export: 4,
	/** A Glue job with connection, secret and schedule. */
	job: 6,
	/** A managed integration with its policies. */
	integration: 8,
	/** Change capture: log access on the source, endpoints, tasks, alarms. */
	capture: 16,
	captureMonthly: 4,
	/** A clone or restored snapshot beside the writer, loaded and removed again. */
	clone: 3,
	/** The job that merges changed rows into a table. */
	merge: 12,
	mergeMonthly: 1,
	/** A look at a schedule that runs by itself, a month. */
	watchMonthly: 0.5,
	/** Disks bought, encrypted, filled, carried and wiped. */
	diskTrip: 32,
	/** A device ordered, set up, filled and sent back. */
	device: 16,
	/** A VPN with its customer gateway and routes. */
	tunnel: 8,
	/** Order, cross-connect, virtual interfaces, routes. */
	directConnect: 24,
	/** Producers changed so that they send events, with credentials, batching and retries. */
	producers: 8,
	/** A stream with its alarms; shards are counted and split by hand. */
	stream: 2,
	shardsMonthly: 2,
	/** A delivery that AWS runs, with role, error prefix and alarms. */
	delivery: 3,
	/** A function that reads a stream, with its tests and a place for what fails. */
	consumer: 12,
	consumerMonthly: 2,
	/** An application with windows and state: code, tests, checkpoints, restarts. */
	processor: 60,
	processorMonthly: 6,
	/** Things registered with a broker: certificates, policies, rules. */
	broker: 16,
	/** Software on machines on site, for the first of them. */
	edge: 24,
	/** A connector with its secret, spill bucket and workgroup. */
	connector: 4,
} as const;
