/** A name in double quotes, as Athena reads it; a quote inside is doubled. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text from anywhere as a comment of one line. */
export const sqlComment = (text: string): string =>
	`-- ${text.normalize('NFC').replace(unseen, ' ').replace(/\s+/gu, ' ').trim()}`;
