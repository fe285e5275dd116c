/** What a terminal could take for a command, in text of several lines. */
const steering = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
Text of several lines (a document, a message) made safe to print: what could steer a terminal is written as the escape that JSON has
for it, so that a JSON document stays the same document.
*/
export const visible = (text: string): string =>
	text.replace(steering, (sign) =>
		Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
	);
