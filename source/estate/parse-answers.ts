import { clean } from '../facts/clean.ts';
import type { Vocabulary } from '../facts/fact.ts';
import { facts as ownFacts } from '../facts/index.ts';
import type { Answer, AnswerSet, Answers, Said, Told } from './answers.ts';
import { fieldsOf, itemsOf, onlyFields, readWritten, refusal, textOf, type Written } from './written.ts';
import { writtenFact } from './written-facts.ts';

const fieldNames = ['version', 'at', 'workload', 'places', 'sources', 'choices', 'told'];

/**
The answers of a YAML text, values as people write them. A wrong name (the nearest one is suggested), a wrong value, broken
YAML and another version are HeadwaterErrors (`answers-…`) with file and line. An empty document holds no answers.
*/
export function parseAnswers(text: string, file: string, vocabulary: Vocabulary = ownFacts): Answers {
	const root = readWritten(text, file, 'answers');
	const fields = fieldsOf(root);
	onlyFields(root, fields, fieldNames);
	checkVersion(root, fields.get('version'));
	const set = (at: Written): AnswerSet => answersIn(at, vocabulary);
	const choices = choicesIn(fields.get('choices'));
	const at = fields.get('at');
	const told = fields.get('told');
	return {
		version: 1,
		...saidIn(fields, set),
		choices,
		...(told ? { told: itemsOf(told).map((one) => toldIn(one, set)) } : {}),
		...(at ? { at: textOf(at) } : {}),
	};
}

function checkVersion(root: Written, version: Written | undefined): void {
	const found = version === undefined ? '' : textOf(version);
	if (version === undefined && fieldsOf(root).size === 0) return;
	if (found === '1') return;
	const newer = /^\d+$/.test(found) && Number(found) > 1;
	throw refusal(
		{ ...(version ?? root), path: '' },
		'version',
		found === '' ? '"version" is missing.' : `this file is version ${found}; this program reads version 1.`,
		newer ? 'It was written for a newer headwater. Update this one.' : 'Begin the file with the line  version: 1',
	);
}

function answersIn(at: Written, vocabulary: Vocabulary): AnswerSet {
	const answers: Record<string, Answer> = {};
	for (const [name, field] of fieldsOf(at)) answers[name] = writtenFact(name, field, vocabulary);
	return answers;
}

function saidIn(fields: ReturnType<typeof fieldsOf>, set: (at: Written) => AnswerSet): Said {
	return {
		workload: part(fields.get('workload'), set) ?? {},
		places: part(fields.get('places'), (places) => each(places, set)) ?? {},
		sources: part(fields.get('sources'), (sources) => each(sources, set)) ?? {},
	};
}

function toldIn(one: Written, set: (at: Written) => AnswerSet): Told {
	const fields = fieldsOf(one);
	onlyFields(one, fields, ['by', 'at', 'workload', 'places', 'sources']);
	const text = (name: string): string => {
		const field = fields.get(name);
		const said = field ? clean(textOf(field)).trim() : '';
		if (said !== '') return said;
		throw refusal(one, 'nobody-told', `"${name}" is missing.`, 'Say who answered (by) and on which day (at).');
	};
	return {
		by: text('by'),
		at: text('at'),
		...saidIn(fields, set),
	};
}

function choicesIn(at: Written | undefined): Answers['choices'] {
	if (!at) return { routes: {} };
	const fields = fieldsOf(at);
	onlyFields(at, fields, ['strategy', 'routes']);
	const strategy = fields.get('strategy');
	const routes = fields.get('routes');
	const named = (choice: Written): string => {
		const name = textOf(choice);
		if (name !== '') return name;
		throw refusal(choice, 'nothing-chosen', 'nothing is chosen.', 'Name one, or leave the line out.');
	};
	return {
		...(strategy ? { strategy: named(strategy) } : {}),
		routes: routes ? each(routes, named) : {},
	};
}

const part = <Read>(at: Written | undefined, read: (at: Written) => Read): Read | undefined => at && read(at);

const each = <Read>(at: Written, read: (at: Written) => Read): Readonly<Record<string, Read>> =>
	Object.fromEntries([...fieldsOf(at)].map(([name, field]) => [name, read(field)]));
