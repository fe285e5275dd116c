/**
Gives turns: each resolves in a round of the event loop of its own, in the order in which they were asked for. Hundreds of calls that
are begun at once would otherwise all be signed before the first answer is heard.
*/
export function turns(): () => Promise<void> {
	let last: Promise<void> = Promise.resolve();
	return () => {
		last = last.then(() => new Promise((go) => setImmediate(go)));
		return last;
	};
}
