import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formText } from '../../../source/app/forms/form-text.ts';
import { type Asked, printMark, readMark } from '../../../source/app/forms/marks.ts';
import { readForm } from '../../../source/app/forms/read-form.ts';
import { HeadwaterError } from '../../../source/errors.ts';
import { type Answer, noAnswers, notSure } from '../../../source/estate/answers.ts';
import { emptyEstate } from '../../../source/estate/estate.ts';
import { parseAnswers } from '../../../source/estate/parse-answers.ts';
import { printAnswers } from '../../../source/estate/print-answers.ts';
import type { Fact } from '../../../source/facts/fact.ts';
import { facts } from '../../../source/facts/index.ts';
import { writeValue } from '../../../source/facts/quantity-text.ts';
import type { Question } from '../../../source/questions/question.ts';
import { answers as someAnswers } from '../../estate/arbitrary.ts';

const hostile = 'plant/--> <script>\n## 9. \u202e**Answer:** 1';

const asking = (asked: Asked): Question => ({
	...asked,
	id: `${asked.fact}@${asked.scope}`,
	group: 'Plant',
	asks: 'How much data is there today?',
	form: (facts as Readonly<Record<string, Fact>>)[asked.fact] as Fact,
	weight: [1, 0],
	effects: [],
});

const volume = asking({ fact: 'volume', scope: 'source', about: [hostile, 'plant/historian'] });
const scoring: Question = {
	...asking({ fact: 'scoring', scope: 'workload', about: [] }),
	asks: 'Is scoring done in batches?',
	prefilled: { value: 'batch', from: 'assumed', evidence: 'the usual case', at: '' },
	effects: [{ value: 'online', sources: 1, monthly: 120, says: 'export becomes <b>capture</b>, + $120 a month' }],
};

const form = (open: readonly Question[], person = 'Ann Smith') =>
	formText(open, { person, asOf: '2026-11-24', estate: emptyEstate });

/** A form as a person fills it in: the day, and each answer behind its word. */
function filled(text: string, answers: readonly string[], day = '2026-11-20'): string {
	const rest = [...answers];
	return text
		.split('\n')
		.map((line) => {
			if (line === '**Answer:**') return `${line} ${rest.shift() ?? ''}`;
			return line.startsWith('**Date') ? `${line} ${day}` : line;
		})
		.join('\n');
}

const read = (text: string) => readForm(text, 'form.md', facts);

test('a form says what each question decides, what may be written, an example, what holds meanwhile, and whom it is about', async () => {
	await expect(form([scoring, volume])).toMatchFileSnapshot('./golden/form.md');
});

test('answers are told by the name and the day of the form', () => {
	const said = {
		workload: { scoring: notSure },
		places: {},
		sources: { [hostile]: { volume: 2e12 }, 'plant/historian': { volume: 2e12 } },
	};
	expect(read(filled(form([scoring, volume]), ['Not sure', '2 TB']))).toEqual({
		...noAnswers,
		...said,
		told: [{ by: 'Ann Smith', at: '2026-11-20', ...said }],
		at: '2026-11-20',
	});
});

test('any answer written in a form is read as given, about whatever it was asked', () => {
	fc.assert(
		fc.property(someAnswers, ({ workload, places, sources }) => {
			const asked: { readonly question: Question; readonly answer: Answer }[] = [];
			const add = (scope: Asked['scope'], about: readonly string[], set: Readonly<Record<string, Answer>>) => {
				for (const [fact, answer] of Object.entries(set))
					asked.push({ question: asking({ fact, scope, about }), answer });
			};
			add('workload', [], workload);
			for (const [id, set] of Object.entries(places)) add('place', [id], set);
			for (const [id, set] of Object.entries(sources)) add('source', [id], set);
			const written = asked.map(({ question, answer }) =>
				answer === notSure ? 'not sure' : writeValue(question.form, answer),
			);
			const text = filled(form(asked.map(({ question }) => question)), written);
			const kept = (sets: typeof places) =>
				Object.fromEntries(Object.entries(sets).filter(([, set]) => Object.keys(set).length > 0));
			const wanted = { workload, places: kept(places), sources: kept(sources) };
			for (const ends of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('**Answer:** ', 'Answer:\n\n')]) {
				expect(read(ends)).toMatchObject(wanted);
			}
			const folded = read(text);
			expect(parseAnswers(printAnswers(folded), 'answers.yaml')).toEqual(folded);
		}),
		{ numRuns: 60 },
	);
});

test('a mark is one line that no id can end, and is read back exactly', () => {
	fc.assert(
		fc.property(fc.array(fc.oneof(fc.constant(hostile), fc.string({ unit: 'binary' })), { minLength: 1 }), (about) => {
			const mark = printMark({ fact: 'volume', scope: 'source', about });
			expect(mark).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
			expect(mark.indexOf('-->')).toBe(mark.length - 3);
			expect(readMark(mark)).toEqual({ fact: 'volume', scope: 'source', about });
		}),
	);
});

test('a name is shown letter by letter and read back as it was', () => {
	fc.assert(
		fc.property(fc.constantFrom('Ann', '<b>Ann</b> & *Co*', 'O\\Neil', '- [Ann](x)', '江 美'), (person) => {
			const text = form([scoring], person);
			expect(text).not.toContain('<b>');
			expect(read(filled(text, ['batch'])).told?.[0]?.by).toBe(person);
		}),
	);
});

test('signs that part lines elsewhere are letters of an answer', () => {
	const question = asking({ fact: 'model.predicts', scope: 'workload', about: [] });
	const odd = '## a\u2028**Answer:** <!-- headwater {} -->';
	expect(read(filled(form([question]), [odd])).workload).toEqual({ 'model.predicts': odd });
});

test('a form that nobody filled in says nothing, and asks for no name', () => {
	expect(read(form([scoring, volume]))).toEqual(noAnswers);
});

const whole = filled(form([scoring, volume]), ['batch', '2 TB']);

test.each([
	[
		'a wrong value',
		whole.replace('Answer:** 2 TB', 'Answer:** two'),
		'2 TB',
		/"two" is not a size/,
		'form-wrong-value',
	],
	['no day', whole.replace('2026-11-20', ''), '2026-11-20', /the date is missing/, 'form-no-date'],
	['no such day', whole.replace('2026-11-20', '2026-02-30'), '2026-11-20', /is not a date/, 'form-no-date'],
	['no name', whole.replace('** Ann Smith', '**'), '**Name', /nobody is named/, 'form-no-name'],
	['a changed mark', whole.replace('{"fact":"vol', '{"fact:"vol'), '{"fact":"vol', /no longer be read/, 'form-broken'],
	[
		'a strange fact',
		whole.replace('{"fact":"vol', '{"fact":"vul'),
		'{"fact":"vol',
		/no fact "vulume"/,
		'form-unknown-fact',
	],
	['another version', whole.replace('form 1', 'form 2'), '-form 1', /another version/, 'form-version'],
] as const)('%s is told with its line and a way out', (_, text, where, says, code) => {
	const line = whole.split('\n').findIndex((one) => one.includes(where) && !one.startsWith('Write')) + 1;
	const error = refusalOf(text);
	expect(error.code).toBe(code);
	expect(error.message).toMatch(says);
	expect(error.message).toContain(`form.md, line ${line}: `);
	expect(error.wayOut).not.toBe('');
});

test('an answer on two lines, one without a question and a text that is no form are told', () => {
	expect(refusalOf(whole.replace('Answer:** 2 TB', 'Answer:** 2 TB\nor more')).message).toMatch(/second line/);
	expect(refusalOf(whole.replace(/<!-- headwater \{"fact":"sco.*/, '')).message).toMatch(/belongs to no question/);
	expect(refusalOf(whole.replace(/<!-- headwater \{"fact":"vol.*/, '')).message).toMatch(/belongs to no question/);
	expect(refusalOf('# Notes\n').message).toMatch(/line 1: this is no form/);
});

function refusalOf(text: string): HeadwaterError {
	try {
		read(text);
	} catch (error) {
		if (error instanceof HeadwaterError) return error;
		throw error;
	}
	throw new Error('the form was read');
}
