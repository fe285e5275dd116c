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
	/** Watching, restarting and comparing checksums by hand, for each TB a script copies. */
	checkPerTerabyte: 1,
	/** A managed export with its role, key and schedule. */
	export: 4,
	/** A Glue job with connection, secret and schedule. */
	job: 6,
	/** A managed integration with its policies. */
	integration: 8,
	/** Change capture: log access on the source, endpoints, tasks, alarms. */
	capture: 16,
	captureMonthly: 4,
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
} as const;
