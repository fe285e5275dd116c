/**
Cuts the elements of a list at the top of a JSON text, as it comes, without holding the text. `take` gets the text of each
whole element. Gives whether the text is a list at all, as soon as that is known.
*/
export function elementCutter(take: (element: string) => void, longest: number) {
	let depth = 0;
	let inText = false;
	let escaped = false;
	let held = '';
	let overlong = false;
	let tooLong = 0;
	let isList: boolean | undefined;
	const finish = (): void => {
		const element = held.trim();
		if (overlong) tooLong += 1;
		else if (element !== '') take(element);
		held = '';
		overlong = false;
	};
	return {
		get isList() {
			return isList;
		},
		get tooLong() {
			return tooLong;
		},
		/** The list is closed. */
		get ended() {
			return isList === true && depth === 0;
		},
		add(text: string): void {
			let from = 0;
			for (let at = 0; at < text.length; at += 1) {
				const code = text.charCodeAt(at);
				if (inText) {
					if (escaped) escaped = false;
					else if (code === 92) escaped = true;
					else if (code === 34) inText = false;
					continue;
				}
				if (code === 34) inText = true;
				else if (code === 91 || code === 123) {
					if (isList === undefined) {
						isList = code === 91;
						if (!isList) return;
						from = at + 1;
					}
					depth += 1;
				} else if (code === 93 || code === 125) {
					depth -= 1;
					if (depth === 0) {
						held += text.slice(from, at);
						finish();
						return;
					}
				} else if (code === 44 && depth === 1) {
					held += text.slice(from, at);
					finish();
					from = at + 1;
				} else if (isList === undefined && code > 32) {
					isList = false;
					return;
				}
			}
			held += text.slice(from);
			if (held.length <= longest) return;
			held = '';
			overlong = true;
		},
	};
}
