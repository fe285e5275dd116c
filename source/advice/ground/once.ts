/** Works something out when it is first asked for, and remembers it. */
export function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** The same for each thing that is asked about. What is made is never undefined. */
export function onceEach<About, T>(make: (about: About) => T): (about: About) => T {
	const known = new Map<About, T>();
	return (about) => {
		const found = known.get(about);
		if (found !== undefined) return found;
		const made = make(about);
		known.set(about, made);
		return made;
	};
}
