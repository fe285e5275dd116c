import type { Readiness } from '../../profiling/judging/report.ts';
import { withReadiness } from '../../profiling/measured-facts.ts';
import type { Session, Step } from './session.ts';

/** The session with a report, or without one; its estate is what was found with the facts that the report measured. */
export function measured(session: Session, report: Readiness | undefined): Session {
	const { found = session.estate, readiness: _readiness, ...others } = session;
	if (report === undefined) {
		const { found: _found, ...bare } = others as Session;
		return { ...bare, estate: found };
	}
	return { ...others, found, readiness: report, estate: withReadiness(found, report.sources) };
}

/** The session as it stood at a step. */
export function turnedBack(session: Session, { answers, readiness }: Step): Session {
	const before = { ...session, answers };
	return readiness === session.readiness ? before : measured(before, readiness);
}
