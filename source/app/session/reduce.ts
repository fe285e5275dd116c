import type { Answer, AnswerSet, Answers } from '../../estate/answers.ts';
import { emptyEstate } from '../../estate/estate.ts';
import { mergeAnswers } from '../../estate/merge-answers.ts';
import type { Readiness } from '../../profiling/judging/report.ts';
import { measured, turnedBack } from './measured.ts';
import type { Session, SessionAction, Step } from './session.ts';

/** Changes that can be taken back; older ones are forgotten. */
const remembered = 200;

/** The session after something happened to it. Pure; the same session is returned where nothing changed. */
export function reduce(session: Session, action: SessionAction): Session {
	switch (action.type) {
		case 'go':
			return session.stage === action.stage ? session : { ...session, stage: action.stage };
		case 'ask':
			return session.question === action.question ? session : { ...session, question: action.question };
		case 'scope':
			return { ...session, scope: action.scope, estate: emptyEstate };
		case 'found':
			return measured({ ...session, found: action.estate }, session.readiness);
		case 'answer':
			return changed(session, stated(session.answers, action), action.at);
		case 'choose route':
			return changed(session, routed(session.answers, action.sources, action.service), action.at);
		case 'choose strategy':
			return changed(session, centralised(session.answers, action.strategy), action.at);
		case 'measured':
			return withMeasured(session, action.readiness);
		case 'fold':
			return changed(session, mergeAnswers([session.answers, action.answers]), action.at);
		case 'keep variant':
			return { ...session, variants: { ...session.variants, [action.name]: session.answers } };
		case 'drop variant': {
			const { [action.name]: _, ...variants } = session.variants ?? {};
			return { ...session, variants };
		}
		case 'use variant': {
			const answers = Object.hasOwn(session.variants ?? {}, action.name) ? session.variants?.[action.name] : undefined;
			return answers ? changed(session, answers, action.at) : session;
		}
		case 'undo': {
			const step = session.past.at(-1);
			if (!step) return session;
			const past = session.past.slice(0, -1);
			return { ...turnedBack(session, step), past, future: [...session.future, stepOf(session)] };
		}
		case 'redo': {
			const step = session.future.at(-1);
			if (!step) return session;
			const future = session.future.slice(0, -1);
			return { ...turnedBack(session, step), future, past: [...session.past, stepOf(session)] };
		}
		default:
			return action satisfies never;
	}
}

function changed(session: Session, answers: Answers, at: string): Session {
	if (answers === session.answers) return session;
	return { ...remembering(session), answers: { ...answers, at } };
}

/** The session with a way back to how it stands. */
const remembering = (session: Session): Session => ({
	...session,
	past: [...session.past, stepOf(session)].slice(-remembered),
	future: [],
});

const stepOf = ({ answers, readiness }: Session): Step => ({ answers, ...(readiness ? { readiness } : {}) });

/** What was read anew takes the place of what was read of the same source before. */
function withMeasured(session: Session, { sources, ...fresh }: Readiness): Session {
	const renewed = new Set(sources.map(({ source }) => source));
	const kept = (session.readiness?.sources ?? []).filter(({ source }) => !renewed.has(source));
	return measured(remembering(session), { ...fresh, sources: [...kept, ...sources] });
}

function stated(answers: Answers, action: Extract<SessionAction, { type: 'answer' }>): Answers {
	const { fact, scope, about, answer } = action;
	if (scope === 'workload') {
		const workload = withFact(answers.workload, fact, answer);
		return workload === answers.workload ? answers : { ...answers, workload };
	}
	const part = scope === 'place' ? 'places' : 'sources';
	// What is said of everything replaces what was said of each.
	const cleared = about.includes('*') ? Object.keys(answers[part]) : [];
	const after = withEntries(answers[part], fact, [
		...cleared.map((key) => [key, undefined] as const),
		...about.map((key) => [key, answer] as const),
	]);
	return after === answers[part] ? answers : { ...answers, [part]: after };
}

type Sets = Readonly<Record<string, AnswerSet>>;

/** One question may be answered for thousands of sources. */
function withEntries(before: Sets, fact: string, said: readonly (readonly [string, Answer | undefined])[]): Sets {
	const sets = new Map(Object.entries(before));
	let isOther = false;
	for (const [key, answer] of said) {
		const was = sets.get(key) ?? {};
		const is = withFact(was, fact, answer);
		if (is === was) continue;
		isOther = true;
		if (Object.keys(is).length === 0) sets.delete(key);
		else sets.set(key, is);
	}
	return isOther ? Object.fromEntries(sets) : before;
}

function withFact(set: AnswerSet, fact: string, answer: Answer | undefined): AnswerSet {
	if (answer === undefined) {
		if (!Object.hasOwn(set, fact)) return set;
		const { [fact]: _, ...others } = set;
		return others;
	}
	return isSame(set[fact], answer) ? set : { ...set, [fact]: answer };
}

const isSame = (a: Answer | undefined, b: Answer): boolean => JSON.stringify(a) === JSON.stringify(b);

function routed(answers: Answers, sources: readonly string[], service: string | undefined): Answers {
	const routes = { ...answers.choices.routes };
	for (const source of sources) {
		if (service === undefined) delete routes[source];
		else routes[source] = service;
	}
	if (JSON.stringify(routes) === JSON.stringify(answers.choices.routes)) return answers;
	return { ...answers, choices: { ...answers.choices, routes } };
}

function centralised(answers: Answers, strategy: string | undefined): Answers {
	if (answers.choices.strategy === strategy) return answers;
	const { routes } = answers.choices;
	return { ...answers, choices: strategy === undefined ? { routes } : { strategy, routes } };
}
