import type { Event } from './event.ts';
import { happen } from './moves/walk.ts';
import type { ReadinessView } from './readiness-view.ts';
import { noticed, type Ui, withView } from './state.ts';
import { count } from './telling/amounts.ts';

type OfSamples = Extract<
	Event,
	{
		type:
			| 'offered'
			| 'not offered'
			| 'sampling'
			| 'sampled'
			| 'measured'
			| 'not measured'
			| 'reported'
			| 'not reported';
	}
>;

/** The state after something was told of samples: what would be read, how far it is, what came of it. */
export function ofSamples(ui: Ui, event: OfSamples): Ui {
	switch (event.type) {
		case 'offered':
			return isAskedOf(ui, event.about) ? changed(ui, { offer: event.offer }) : ui;
		case 'not offered':
			return isAskedOf(ui, event.about) ? changed(ui, { fault: event.fault, scroll: 0 }) : ui;
		case 'sampling':
			return { ...ui, sampling: { running: true, startedAt: Date.parse(ui.at) } };
		case 'sampled':
			return ui.sampling ? { ...ui, sampling: { ...ui.sampling, sampled: event.sampled } } : ui;
		case 'measured': {
			const { sources } = event.readiness;
			const measured = happen(rested(ui), { type: 'measured', readiness: event.readiness });
			const shown = changed(measured, { asking: false, scroll: 0 });
			const unread = sources.reduce((sum, one) => sum + one.unread.length, 0);
			const how = unread > 0 ? `, ${count(unread, 'part')} not read` : '';
			return noticed(
				shown,
				`${count(sources.length, 'source')} measured${how}. The plan takes it as measured; u takes it back.`,
				unread > 0 ? 'warn' : 'good',
			);
		}
		case 'not measured':
			return changed(rested(ui), { fault: event.fault, scroll: 0 });
		case 'reported':
			return noticed(ui, `Written: ${event.files.join(', ')}`);
		case 'not reported':
			return noticed(ui, `${event.fault.message} ${event.fault.wayOut}`, 'bad');
		default:
			return event satisfies never;
	}
}

/** Whether these sources are still asked about: an offer that comes late is of no interest to whoever looks at others. */
const isAskedOf = ({ views }: Ui, about: readonly string[]): boolean => {
	const { readiness } = views.sources;
	return readiness?.asking === true && readiness.about.join('\n') === about.join('\n');
};

const rested = (ui: Ui): Ui => {
	const { sampling: _sampling, ...others } = ui;
	return others;
};

function changed(ui: Ui, change: Partial<ReadinessView>): Ui {
	const { readiness } = ui.views.sources;
	return readiness ? withView(ui, 'sources', { readiness: { ...readiness, ...change } }) : ui;
}
