import { HeadwaterError } from '../errors.ts';
import type { FactValue, Vocabulary } from '../facts/fact.ts';
import { derivedKeys } from '../facts/index.ts';
import { parseValue, unknownText } from '../facts/quantity-text.ts';
import { nearestName } from './nearest.ts';
import { refusal, textOf, type Written } from './written.ts';

/**
The value that stands at a fact, in the vocabulary's type and unit; `unknown` stays that word. An unknown fact, one that
follows from others, and a wrong value are HeadwaterErrors with file and line.
*/
export function writtenFact(name: string, at: Written, vocabulary: Vocabulary): FactValue {
	const spot = { ...at, path: '' };
	const fact = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
	if (!fact) {
		const near = nearestName(name, Object.keys(vocabulary));
		throw refusal(
			spot,
			'unknown-fact',
			`there is no fact "${name}".`,
			near === undefined ? 'All facts: headwater schema answers' : `Did you mean "${near}"?`,
		);
	}
	if (derivedKeys.has(name)) {
		throw refusal(spot, 'derived-fact', `"${name}" follows from other facts and is not stated.`, 'Leave it out.');
	}
	try {
		const value = parseValue(fact, textOf(at));
		return typeof value === 'string' && value.toLowerCase() === unknownText ? unknownText : value;
	} catch (error) {
		if (!(error instanceof HeadwaterError) || error.code !== 'wrong-value') throw error;
		throw refusal(spot, 'wrong-value', error.message, error.wayOut);
	}
}
