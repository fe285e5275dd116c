import type { Currency } from '../facts/money.ts';
import type { FactChange } from './difference-facts.ts';
import type { Finding } from './plan.ts';

/** Before and after; absent: there was none. */
export interface Turn<T> {
	readonly before?: T;
	readonly after?: T;
}

/** Seconds, and the day that they reach from the plan's own. */
export interface Time {
	readonly seconds: number;
	readonly on: string;
}

/** `history`: from the plan's day until the last history is there. `freshness`: the age of the oldest data that is kept up. */
export interface TimeChanges {
	readonly history?: Turn<Time>;
	readonly freshness?: Turn<Omit<Time, 'on'>>;
}

export interface RouteChange extends Turn<readonly string[]> {
	/** Source ids that change alike. */
	readonly sources: readonly string[];
	/** What turned for any of them: `Volume: 2 TB becomes 40 TB`. Empty: what both plans know of them is the same. */
	readonly because: readonly string[];
}

export type Told = Pick<Finding, 'id' | 'severity' | 'title'>;

/** What two plans do differently. `after` is what the second plan says. */
export interface PlanDifference {
	/** Source ids. */
	readonly added: readonly string[];
	readonly removed: readonly string[];
	readonly strategy?: Turn<string>;
	/** Routes as service ids in order of travel, each flow of a source one text: `dms`, `site-to-site-vpn > dms`. */
	readonly routes: readonly RouteChange[];
	readonly paths: readonly (Turn<string> & { readonly place: string })[];
	/** Only what differs: dollars without work, hours of work. */
	readonly costs: Readonly<Partial<Record<'oneOff' | 'monthly' | 'workOnce' | 'workMonthly', Required<Turn<number>>>>>;
	/** The currency in which the second plan shows money; absent: dollars. */
	readonly currency?: Currency;
	/** When the last history is there, and how old what is kept up may be; only what differs. */
	readonly times: TimeChanges;
	readonly facts: readonly FactChange[];
	readonly findings: { readonly added: readonly Told[]; readonly gone: readonly Told[] };
	/** Question ids. */
	readonly questions: { readonly added: readonly string[]; readonly gone: readonly string[] };
	/** Assumptions as they are told: `Growth a month: 0.02`. */
	readonly assumptions: { readonly added: readonly string[]; readonly gone: readonly string[] };
	/** What the plans were made from otherwise: `estate`, `answers`, `catalog`, `prices`. It explains, and is no difference by itself. */
	readonly origins: readonly string[];
	/** Names of all parts of the plan that differ in any way, what is told above among them: `flows`, `jobs`, `steps`, … */
	readonly parts: readonly string[];
	/** Titles of every id named here. */
	readonly names: Readonly<Record<string, string>>;
}
