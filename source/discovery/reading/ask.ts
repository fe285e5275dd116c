import type { FactKey } from '../../facts/index.ts';
import { endsEverything, faultOf, stateAfter } from '../clients/fault.ts';
import { signsOf } from '../clients/fault-signs.ts';
import type { DeclaredCall, Reading } from '../collectors/collector.ts';
import { measured, type Stated } from './measured.ts';

/** Makes a declared call, in the region of the reading unless another is named. */
export const ask = <Output>(
	reading: Reading,
	call: DeclaredCall,
	input: Readonly<Record<string, unknown>> = {},
	region = reading.region,
): Promise<Output> =>
	reading.caller.call<Output>({
		service: call.service,
		operation: call.operation,
		region,
		input,
		signal: reading.signal,
	});

/** A call that tells more about one source, and what its answer says. */
export interface Detail<Output> {
	readonly call: DeclaredCall;
	/** The facts that stay unknown when the call is refused. */
	readonly facts: readonly FactKey[];
	readonly read: (answer: Output) => Stated;
	/** Errors by which AWS says "there is none", and what that means. */
	readonly absent?: Readonly<Record<string, Stated>>;
}

/**
Reads a detail of a source and hands its facts over. A refusal becomes a gap for each fact that stays unknown; credentials
that expired, and the end of the discovery, are thrown, since they meet every later call as well.
*/
export async function readDetail<Output>(
	reading: Reading,
	{ call, facts, read, absent = {} }: Detail<Output>,
	{ id, input, region = reading.region }: { id: string; input: Readonly<Record<string, unknown>>; region?: string },
): Promise<void> {
	try {
		const answer = await ask<Output>(reading, call, input, region);
		reading.emit.facts(id, measured(read(answer), { by: call, reading }));
	} catch (error) {
		const none = [...signsOf(error)].find((sign) => Object.hasOwn(absent, sign));
		if (none === undefined) tellGaps(reading, { error, call, region, about: [id], facts });
		else reading.emit.facts(id, measured(absent[none] ?? {}, { by: call, reading }));
	}
}

/** A gap for each source and fact (or for the source itself) that stays open because a call failed. Throws what would meet every later call too. */
export function tellGaps(
	reading: Reading,
	{
		error,
		call,
		region,
		about,
		facts,
	}: {
		error: unknown;
		call: DeclaredCall;
		region: string;
		about: readonly string[];
		facts: readonly FactKey[];
	},
): void {
	const { kind, why, cure, action } = faultOf(error, { ...call, region });
	if (endsEverything.has(kind)) throw error;
	const reason = { ...(action === undefined ? {} : { action }), why, cure };
	for (const id of about) {
		if (facts.length === 0) reading.emit.gap({ about: id, ...reason }, stateAfter[kind]);
		for (const fact of facts) reading.emit.gap({ about: id, fact, ...reason });
	}
}
