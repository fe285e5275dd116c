import type { SessionHost } from '../app/session/session-host.ts';
import type { Event } from './event.ts';
import { faultOf } from './fault.ts';
import type { Ui } from './state.ts';
import type { Wish } from './wish.ts';

type OfSamples = Extract<Wish, { type: 'offer' | 'sample' | 'enough samples' | 'report' }>;

/** Does what the screen wishes of samples, and tells how it went. Only one reading runs at a time. */
export function sampler(host: SessionHost, tell: (...events: readonly Event[]) => void, state: () => Ui) {
	let reading: AbortController | undefined;
	const read = ({ request, answers }: Extract<OfSamples, { type: 'sample' }>): void => {
		reading?.abort();
		const control = new AbortController();
		reading = control;
		// What a reading that was left behind still tells is of no interest.
		const ifWanted = (event: Event): void => {
			if (reading === control) tell(event);
		};
		tell({ type: 'sampling' });
		host
			.sample(request, answers, (sampled) => ifWanted({ type: 'sampled', sampled }), control.signal)
			.then(
				(readiness) => ifWanted({ type: 'measured', readiness }),
				(error: unknown) => ifWanted({ type: 'not measured', fault: faultOf(error) }),
			);
	};
	return {
		fulfil(wish: OfSamples): void {
			switch (wish.type) {
				case 'offer': {
					const { about } = wish;
					const wanted = new Set(about);
					const sources = (state().session?.estate.sources ?? []).filter(({ id }) => wanted.has(id));
					host.offer(sources).then(
						(offer) => tell({ type: 'offered', about, offer }),
						(error: unknown) => tell({ type: 'not offered', about, fault: faultOf(error) }),
					);
					return;
				}
				case 'sample':
					read(wish);
					return;
				case 'enough samples':
					reading?.abort();
					return;
				case 'report':
					host.report(wish.readiness, wish.name).then(
						(files) => tell({ type: 'reported', files }),
						(error: unknown) => tell({ type: 'not reported', fault: faultOf(error) }),
					);
					return;
				default:
					wish satisfies never;
			}
		},
		/** Ends a reading and forgets it. */
		abandon(): void {
			reading?.abort();
			reading = undefined;
		},
	};
}
