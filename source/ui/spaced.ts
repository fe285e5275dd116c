/** Tells things of which only the newest counts, with pauses between. */
export interface Spaced<Thing> {
	tell(thing: Thing): void;
	/** Tells at once what is still waiting. */
	flush(): void;
	/** Forgets what is waiting; the next thing is told at once. */
	drop(): void;
}

/** Of all time, at most this share goes into telling: the rest is for keys. */
const share = 1 / 10;

/**
Spaces out what is told: after each telling comes a pause of at least so many milliseconds, and so long that telling, with what it
brings about in the same turn, takes a small share of all time, however much there is to tell of.
*/
export function spaced<Thing>(work: (thing: Thing) => void, least: number, now: () => number): Spaced<Thing> {
	let waiting: { readonly thing: Thing } | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const rest = (milliseconds: number): void => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			timer = undefined;
			flush();
		}, milliseconds);
	};
	const flush = (): void => {
		if (!waiting) return;
		const { thing } = waiting;
		waiting = undefined;
		const began = now();
		rest(least);
		work(thing);
		setImmediate(() => {
			if (timer !== undefined) rest(Math.max(least, (now() - began) / share));
		});
	};
	return {
		tell(thing) {
			waiting = { thing };
			if (timer === undefined) flush();
		},
		flush,
		drop() {
			clearTimeout(timer);
			timer = undefined;
			waiting = undefined;
		},
	};
}
