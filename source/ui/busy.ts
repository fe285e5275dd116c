import { type Ui, unplannedOf } from './state.ts';
import { unweighed } from './weighing.ts';

/** Whether a scope is being said, and what a discovery would take is not known yet. */
export const isLookingAhead = ({ views, ahead }: Ui): boolean => views.welcome.form !== undefined && !ahead;

/** Whether what would be read is being put together. */
const isOffered = ({ views: { sources } }: Ui): boolean =>
	sources.readiness?.asking === true && !sources.readiness.offer && !sources.readiness.fault;

/** Whether something is being worked on, after which the screen will say something else. */
export const isBusy = (ui: Ui): boolean =>
	ui.opening === true ||
	(ui.scan?.running === true && !ui.asked) ||
	ui.sampling?.running === true ||
	isOffered(ui) ||
	isLookingAhead(ui) ||
	ui.views.export.busy ||
	unplannedOf(ui) !== undefined ||
	unweighed(ui) !== undefined ||
	(ui.session !== undefined && !ui.planner && !ui.plannerFault);
