import type { Documents } from '../app/session/derive.ts';
import type { Planner } from '../app/session/planner.ts';
import type { Session } from '../app/session/session.ts';
import type { SessionHost } from '../app/session/session-host.ts';
import { isLookingAhead } from './busy.ts';
import { discoverer } from './discoverer.ts';
import type { Event } from './event.ts';
import { faultOf } from './fault.ts';
import { sampler } from './sampler.ts';
import { isWorthKeeping, type Ui, unplannedOf } from './state.ts';
import { effectOf, trier } from './trying.ts';
import { update } from './update.ts';
import { unweighed } from './weighing.ts';
import type { Wish } from './wish.ts';

/** The state of the screen outside of React, and the effects that it wishes for. */
export interface Store {
	state(): Ui;
	/** Called once after all events of a turn. Returns how to stop listening. */
	listen(listener: () => void): () => void;
	tell(...events: readonly Event[]): void;
	/** Loads what the first frame does not need, and shows the session that was named. */
	start(): void;
	/** Resolves with the exit code when somebody quits. */
	readonly ended: Promise<number>;
}

/** Milliseconds: what nobody notices, what a frame takes to be on the screen, and how long planning goes on until keys and frames get their turn. */
const unnoticed = 50;
const untilDrawn = 35;
const slice = 5;

/** Whether the session is to be saved from here: not while another window has it, nor before it has been read. */
const isOurs = ({ heldBy, glimpsed }: Ui): boolean => heldBy === undefined && glimpsed === undefined;

const isSame = (a: Documents | undefined, b: Documents): boolean => a?.estate === b.estate && a.answers === b.answers;

/** A store over a host. Nothing happens before `start` or the first event. `suspend` stops the program until the shell continues it. */
export function createStore(host: SessionHost, first: Ui, suspend: () => void = () => undefined): Store {
	let ui = first;
	let telling = false;
	let planning = false;
	let weighing = false;
	let lookingAhead = false;
	let isOver = false;
	let wanted: string | undefined;
	// How long planning took last; a plan that takes longer than nobody notices is announced first.
	let took = Number.POSITIVE_INFINITY;
	let spent = 0;
	const listeners = new Set<() => void>();
	let end: (code: number) => void = () => undefined;
	const ended = new Promise<number>((resolve) => {
		end = resolve;
	});

	// Listeners hear once of a whole chunk of keys, so that it is drawn once.
	const announce = (): void => {
		if (telling) return;
		telling = true;
		queueMicrotask(() => {
			telling = false;
			for (const listener of listeners) listener();
		});
	};
	const tell = (...events: readonly Event[]): void => {
		for (const event of events) {
			const before = ui;
			const after = update(ui, event, host.now().toISOString());
			ui = { ...after, wishes: [] };
			if (after.session && after.session !== before.session && isOurs(after)) keep(after.session);
			for (const wish of after.wishes) fulfil(wish);
			if (took <= unnoticed) plan();
		}
		announce();
		trying.tryOut();
		weigh();
		lookAhead();
		if (unplannedOf(ui) && !planning) {
			planning = true;
			setTimeout(() => {
				void planInSlices();
			}, untilDrawn);
		}
	};
	// A variant at a time, so that keys come between.
	const weigh = (): void => {
		if (weighing || unweighed(ui) === undefined) return;
		weighing = true;
		setTimeout(() => {
			weighing = false;
			const answers = unweighed(ui);
			const { planner, planned: at } = ui;
			if (!answers || !planner || !at || isOver) return;
			const { estate } = at.documents;
			const effect = effectOf(planner, at.documents, { estate, answers });
			tell({ type: 'weighed', of: at.documents, answers, effect });
		}, untilDrawn);
	};
	const lookAhead = (): void => {
		if (lookingAhead || !isLookingAhead(ui)) return;
		lookingAhead = true;
		host.lookAhead().then(
			(ahead) => tell({ type: 'ahead', ahead }),
			(error: unknown) => tell({ type: 'ahead', ahead: faultOf(error) }),
		);
	};
	const plan = (): void => {
		const documents = unplannedOf(ui);
		const { planner } = ui;
		if (!documents || !planner || isOver) return;
		const started = host.now().getTime();
		try {
			const planned = { documents, derived: planner.derive(documents), items: planner.agenda(documents) };
			took = spent + host.now().getTime() - started;
			spent = 0;
			tell({ type: 'planned', planned });
		} catch (error) {
			tell({ type: 'not planned', documents, fault: faultOf(error) });
		}
	};
	/** Works a plan out while keys and frames come between; false where other documents took the place of these. */
	const worked = async (planner: Planner, documents: Documents): Promise<boolean> => {
		const started = host.now().getTime();
		let began = started;
		try {
			const slices = planner.deriving(
				documents,
				() => host.now().getTime() - began >= slice,
				(items) => ui.planned ?? tell({ type: 'first', first: { documents, items } }),
			);
			while (!slices.next().done) {
				await new Promise((resolve) => setTimeout(resolve, 0));
				if (isOver || !isSame(unplannedOf(ui), documents)) return false;
				began = host.now().getTime();
			}
		} catch {
			// `plan` comes upon the same fault, and tells it.
		}
		spent = host.now().getTime() - started;
		return true;
	};
	const planInSlices = async (): Promise<void> => {
		let documents = unplannedOf(ui);
		while (documents && ui.planner && !isOver && !(await worked(ui.planner, documents))) documents = unplannedOf(ui);
		planning = false;
		plan();
	};
	const keep = (session: Session): void => {
		if (!isWorthKeeping(session)) return;
		host.save(session);
		host.settled().then(
			() => ui.unsaved && tell({ type: 'saved' }),
			(error: unknown) => tell({ type: 'saved', fault: faultOf(error) }),
		);
	};
	const trying = trier(
		() => ui,
		tell,
		() => host.now().getTime(),
	);
	const discovery = discoverer(host, tell);
	const samples = sampler(host, tell, () => ui);
	const fulfil = (wish: Wish): void => {
		switch (wish.type) {
			case 'begin':
				tell({ type: 'opened', session: host.begin(wish.title, wish.scope) });
				break;
			case 'open':
			case 'seize':
				host[wish.type](wish.folder).then(
					(opened) => {
						load(opened.session.id);
						tell({ type: 'opened', ...opened });
					},
					(error: unknown) => tell({ type: 'not opened', fault: faultOf(error) }),
				);
				break;
			case 'suspend':
				suspend();
				break;
			case 'discover':
				discovery.discover(wish.scope, wish.only);
				break;
			case 'code':
				discovery.give(wish.code);
				break;
			case 'stop':
				discovery.stop();
				break;
			case 'abandon':
				discovery.abandon();
				samples.abandon();
				break;
			case 'offer':
			case 'sample':
			case 'enough samples':
			case 'report':
				samples.fulfil(wish);
				break;
			case 'export': {
				const { plan, folder, dryRun } = wish;
				host.export({ plan, folder, dryRun }).then(
					(report) => tell({ type: 'exported', report }),
					(error: unknown) => tell({ type: 'not exported', fault: faultOf(error) }),
				);
				break;
			}
			case 'fold':
				host.answersIn(wish.path, wish.folder).then(
					(answers) => tell({ type: 'folded', answers }),
					(error: unknown) => tell({ type: 'not folded', fault: faultOf(error) }),
				);
				break;
			case 'tour over':
				host.endTour();
				break;
			case 'quit':
				discovery.abandon();
				samples.abandon();
				isOver = true;
				trying.end();
				end(wish.code);
				break;
			default:
				wish satisfies never;
		}
	};
	/** What is known may differ from session to session: an organisation's file may lie beside one. */
	const load = (folder: string | undefined): void => {
		wanted = folder;
		host.planner(folder).then(
			(planner) => wanted === folder && tell({ type: 'planner', planner }),
			(error: unknown) => wanted === folder && tell({ type: 'no planner', fault: faultOf(error) }),
		);
	};
	return {
		state: () => ui,
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		tell,
		start() {
			if (host.given) tell({ type: 'opened', ...host.given });
			host.tidy().catch(() => undefined);
			load(host.given?.session.id);
			if (host.glimpse) fulfil({ type: 'open', folder: host.glimpse.folder });
		},
		ended,
	};
}
