type Makers<T> = { readonly [Part in keyof T]-?: () => T[Part] };

/**
A kind of object whose parts are worked out when somebody first reads them; the function that is given back makes one. Its parts stand on
one class for all of the kind, so that a copy is made by `toJSON`. Accessors in an object literal would give each object a hidden class of
its own, which V8 keeps beside the long-lived ones, with all that its functions hold, until everything is collected.
*/
export function lazyKind<T extends object>(names: readonly (keyof T & string)[]): (makers: Makers<T>) => T {
	class Lazy {
		readonly #makers: Makers<T>;
		readonly #made: Partial<T> = {};
		constructor(makers: Makers<T>) {
			this.#makers = makers;
		}
		read<Part extends keyof T>(part: Part): T[Part] {
			if (!(part in this.#made)) this.#made[part] = this.#makers[part]();
			return this.#made[part] as T[Part];
		}
		toJSON(): Partial<T> {
			for (const name of names) this.read(name);
			return this.#made;
		}
	}
	for (const name of names)
		Object.defineProperty(Lazy.prototype, name, {
			get(this: Lazy) {
				return this.read(name);
			},
		});
	return (makers) => new Lazy(makers) as unknown as T;
}
