import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { labelled, textWidth, wrap } from '../../source/app/wrap.ts';

test('words stay whole and further lines stand below the text', () => {
	expect(labelled('Why', 'nothing has to be moved at all', 24)).toEqual([
		'Why         nothing has',
		'            to be moved',
		'            at all',
	]);
});

test('a word that is too long is broken, and no sign of it is lost', () => {
	expect(wrap('arn:aws:s3:::a-very-long-name', { width: 10, first: '- ' })).toEqual([
		'- arn:aws:',
		'  s3:::a-v',
		'  ery-long',
		'  -name',
	]);
});

test('every text fits its width and keeps all its words', () => {
	const words = fc.array(
		fc.string({ unit: 'grapheme-ascii' }).filter((word) => /^\S+$/.test(word)),
		{ maxLength: 30 },
	);
	fc.assert(
		fc.property(words, fc.integer({ min: 8, max: 60 }), (given, width) => {
			const lines = wrap(given.join(' '), { width, first: '* ' });
			expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
			expect(lines.join('').replace(/\s/g, '').slice(1)).toBe(given.join('').replace(/\s/g, ''));
		}),
	);
});

test('the width of a text is that of the terminal within what can be read', () => {
	expect([0, 12, 40, 99.7, 300, Number.NaN].map(textWidth)).toEqual([120, 40, 40, 99, 120, 120]);
});
