/** The name of a column without the parts around it, in small letters with `_` between words. */
export const snake = (name: string): string =>
	(name.split('.').at(-1) ?? name)
		.replace(/([a-z\d])([A-Z])/g, '$1_$2')
		.replace(/[\s-]+/g, '_')
		.toLowerCase();

/** Whether a column is called as keys, and references to them, are. */
export const isCalledKey = (name: string): boolean =>
	/(?:^|_)(?:id|uuid|guid|key|number|no|sku|code)$/.test(snake(name));
