import { expect, test } from 'vitest';
import { facts } from '../../source/facts/index.ts';
import { beginDraft, moved, readDraft, ticked } from '../../source/ui/draft.ts';
import { fieldOf } from '../../source/ui/field.ts';

const measured = <T extends number | string | boolean | readonly string[]>(value: T) => ({
	value,
	from: 'measured' as const,
	evidence: 'cloudwatch',
	at: '2026-11-24',
});

test('a measured number is confirmed as it was measured, not as the rounded text that is shown', () => {
	const draft = beginDraft(facts.volume, measured(1_234_567_890_123));
	expect(draft.field.text).toBe('1.23 TB');
	expect(readDraft(draft)).toEqual({ answer: 1_234_567_890_123 });
});

test('a text that cannot be read is refused with what is accepted', () => {
	const read = readDraft({ ...beginDraft(facts.volume, undefined), field: fieldOf('much') });
	expect(read).toMatchObject({ refused: { fault: { message: 'Volume: "much" is not a size.' } } });
});

test('the option under the cursor is the answer, and the last one is "not sure"', () => {
	const draft = beginDraft(facts.scoring, measured('online'));
	expect(readDraft(draft)).toEqual({ answer: 'online' });
	expect(readDraft(moved(draft, 10))).toEqual({ answer: 'unknown' });
	expect(readDraft(moved(draft, -10))).toEqual({ answer: 'batch' });
	expect(readDraft(beginDraft(facts.repeatable, measured(false)))).toEqual({ answer: false });
});

test('several options are ticked, told in the order of the vocabulary, and none of them means none', () => {
	const draft = beginDraft(facts.regime, measured(['soc2']));
	expect(readDraft(ticked(moved(draft, -10)))).toEqual({ answer: ['gdpr', 'soc2'] });
	expect(readDraft(ticked(draft))).toEqual({ answer: [] });
});
