/** How long a kind of work takes once somebody begins: estimates of ours, those of lines and access with the time that others need. */
const kinds: readonly (readonly [work: RegExp, minutes: number])[] = [
	[/connect its network/, 2 * 1440],
	[/deploy its part there|hand it owners\//, 1440],
	[/see the steps of the plan/, 1440],
	[/certificate|JAR|make (?:its|the) (?:connection|integration|flow|group)|by hand it|set .+ up by hand/, 240],
	[/multi-VPC|replication rule|no job of Spark|PutRecord|tell the partner|point-in-time recovery/, 60],
	[/start |run the state machine|UNLOAD|GRANT|CREATE DATABASE|associate |export what|exported once/, 5],
	[/environment\.json|its id is not/, 10],
];

/** What is not known is taken for an hour. */
const usual = 60;

/** Minutes that what is left by hand takes. */
export const minutesOf = (sentence: string): number => kinds.find(([work]) => work.test(sentence))?.[1] ?? usual;

const worded = (minutes: number): string => {
	const [amount, unit] =
		minutes >= 1440 ? [minutes / 1440, 'day'] : minutes >= 60 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
	return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
};

/** What is left to do by hand, of every part of an app, as numbered steps with the time that each takes: what takes longest first. */
export function stepsOf<Part>(
	notes: readonly (readonly [part: Part, sentence: string])[],
): readonly (readonly [Part, string])[] {
	return notes
		.toSorted(([, a], [, b]) => minutesOf(b) - minutesOf(a))
		.map(
			([part, sentence], index) => [part, `${index + 1}. ${sentence} Takes ${worded(minutesOf(sentence))}.`] as const,
		);
}
