import { HeadwaterError } from '../../errors.ts';
import type { Caller } from '../clients/call.ts';
import { faultOf } from '../clients/fault.ts';
import type { DeclaredCall } from '../collectors/collector.ts';
import { pages } from '../reading/pages.ts';
import type { LifecycleEntry } from './lifecycle.ts';

/** Asked by `headwater refresh lifecycle` alone. No quota is published; 1 a second is little enough. Checked 2026-11-28. */
export const lifecycleCall = {
	service: 'health',
	operation: 'DescribeServiceLifecycle',
	action: 'health:DescribeServiceLifecycle',
	rate: 1,
	burst: 5,
	answers: 'serviceLifecycles',
	why: 'Says which services AWS closes and ends, and when.',
} as const satisfies DeclaredCall;

/** Where AWS Health answers; the register is the same everywhere. */
export const healthRegion = 'us-east-1';
/** The most that a page may hold. docs/health/latest/APIReference/API_DescribeServiceLifecycle.html, 2026-11-28. */
const mostInPage = 20;

interface Page {
	readonly serviceLifecycles: readonly LifecycleEntry[];
	readonly nextToken?: string;
}

/** Every entry of the register of AWS Health. What AWS refuses is a HeadwaterError with the way out, the file among them. */
export async function askHealth(caller: Caller, signal: AbortSignal): Promise<readonly LifecycleEntry[]> {
	const { service, operation, action } = lifecycleCall;
	const fetch = (token: string | undefined): Promise<Page> => {
		const input = { maxResults: mostInPage, ...(token !== undefined && { nextToken: token }) };
		return caller.call<Page>({ service, operation, region: healthRegion, input, signal });
	};
	const found: LifecycleEntry[] = [];
	try {
		for await (const page of pages(fetch, ({ nextToken }) => nextToken)) found.push(...page.serviceLifecycles);
	} catch (error) {
		if (error instanceof HeadwaterError || signal.aborted) throw error;
		const { kind, why, cure } = faultOf(error, { service: 'AWS Health', action, region: healthRegion });
		throw new HeadwaterError('no-register', {
			message: kind === 'not-subscribed' ? 'AWS Health answers customers of AWS Support plans only.' : why,
			wayOut:
				kind === 'not-subscribed'
					? 'Ask from an account with Business or Enterprise Support, or pass an answer of AWS Health with --from.'
					: cure.replace(/, then discover again.*$|discover again.*$/i, (rest) =>
							rest.startsWith(',') ? ', then try again.' : 'Try again.',
						),
			blame: 'aws',
			cause: error,
		});
	}
	return found;
}
