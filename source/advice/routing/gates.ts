import type { Availability, Catalog, Requirement } from '../../catalog/record.ts';
import type { Condition } from '../../rules/condition.ts';
import { yes } from '../../rules/constructors.ts';

/** A condition a route must pass, with who asks for it and the sentence that is printed when it fails. */
export interface Gate {
	/** Id of the service, strategy or path that asks; empty for what every route must pass. */
	readonly by: string;
	/** Reads well after "because". */
	readonly because: string;
	readonly source: string;
	readonly that: Condition;
	/** False: the statement is unverified and never rejects alone, a failure counts as unknown. */
	readonly sure: boolean;
	/** A quota that may be raised: a failure is a step, not a rejection. */
	readonly quota?: string;
	/** It tells what the service is for at all. */
	readonly scope?: true;
}

const never: Condition = { any: [] };

/** Titles of records of any kind; an id nobody knows is printed as it is. */
export function titleOf(catalog: Catalog, id: string): string {
	const { services, strategies, controls, preparations, engines } = catalog;
	return (services[id] ?? strategies[id] ?? controls[id] ?? preparations[id] ?? engines[id])?.title ?? id;
}

/** What a record's availability asks of a customer on this day (ISO date): nothing while it is open to all. */
export function availabilityGates(
	by: string,
	availability: Availability,
	today: string,
	catalog: Catalog,
): readonly Gate[] {
	if (availability.state === 'open' || availability.state === 'ending' || availability.on > today) return [];
	const { state, on, existing, source } = availability;
	const goesOn = state === 'closed to new customers' && existing !== undefined;
	return [
		{
			by,
			because: `${titleOf(catalog, by)} ${state === 'ended' ? 'ended on' : 'is closed to new customers since'} ${on}${insteadOf(availability, catalog)}`,
			source,
			that: goesOn ? { fact: existing, is: [true] } : never,
			sure: true,
		},
	];
}

/** The fact by which a customer who has a service already goes on with it, if a record names one. */
export const goingOn = (availability: Availability): readonly string[] =>
	'existing' in availability && availability.existing !== undefined ? [availability.existing] : [];

/** `; use X or Y instead`, or nothing when the record names none. */
export function insteadOf(availability: Availability, catalog: Catalog): string {
	if (availability.state === 'open' || availability.instead.length === 0) return '';
	return `; use ${availability.instead.map((id) => titleOf(catalog, id)).join(' or ')} instead`;
}

/** A record's own requirements as gates. */
export function requirementGates(by: string, requirements: readonly Requirement[] = []): readonly Gate[] {
	return requirements.map(({ because, source, that, sure, quota, scope }) => ({
		by,
		because,
		source,
		that,
		sure,
		...(quota !== undefined && { quota }),
		...(scope !== undefined && { scope }),
	}));
}

/** Every route keeps the data where the law wants it. */
export const residencyGate: Gate = {
	by: '',
	because: 'the data must stay in a region or area in which no model trains; train where the data may be',
	source: 'the residency stated for this data',
	that: yes('residency.met'),
	sure: true,
};

/** A route over a line stays off the internet when the data must. */
export const privateGate: Gate = {
	by: '',
	because: 'the data must not cross the internet, and this line does',
	source: 'the privacy stated for this data',
	that: { any: [{ fact: 'private.required', is: [false] }, yes('path.private')] },
	sure: true,
};

/** Gates of records, each made once, so that routes share them and they are compiled once. */
export interface GateMaker {
	readonly ofAvailability: (by: string, availability: Availability) => readonly Gate[];
	readonly ofRequirements: (by: string, requirements: readonly Requirement[] | undefined) => readonly Gate[];
}

/** Makes gates as of a day (ISO date). */
export function gateMaker(catalog: Catalog, today: string): GateMaker {
	const made = new Map<object, Map<string, readonly Gate[]>>();
	const once = (of: object, by: string, make: () => readonly Gate[]): readonly Gate[] => {
		const own = made.get(of) ?? new Map<string, readonly Gate[]>();
		made.set(of, own);
		const found = own.get(by) ?? make();
		own.set(by, found);
		return found;
	};
	return {
		ofAvailability: (by, availability) =>
			once(availability, by, () => availabilityGates(by, availability, today, catalog)),
		ofRequirements: (by, requirements = none) => once(requirements, by, () => requirementGates(by, requirements)),
	};
}

const none: readonly Requirement[] = [];
