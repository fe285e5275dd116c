import type { StageId } from '../../app/stages.ts';
import type { Action } from '../keymap.ts';
import type { Mode } from '../mode.ts';

/** A sentence of the tour. An action in braces is told by the key, or the word, that does it. */
export interface Told {
	readonly says: string;
	/** The same for small windows: two lines of 38 cells. */
	readonly brief: string;
}

/** One step of the tour: what a screen shows, and what to do there. */
export interface Step extends Told {
	readonly screen: StageId;
	/** What has to lie over the screen; the step is left out where it does not. */
	readonly over?: Mode;
	/** Actions that bring the next step; the first that can be done where one stands is told. */
	readonly does: readonly Action[];
}

/** The tour, in the order of the screens. It is true of any estate, and leads through the demo account. */
export const steps: readonly Step[] = [
	{
		screen: 'discovery',
		says: 'Each row is a kind of source, each column a region. What could not be read is listed with the permission it lacks; it is never taken for empty.',
		brief: 'A row is a kind, a column a region. What is refused is not empty.',
		does: ['forward'],
	},
	{
		screen: 'sources',
		says: 'All that was found: how much there is, how much is new. A ? is what nobody could measure. The details say where a number comes from and how old it is.',
		brief: 'Amounts as they were measured; a ? is unknown. Look at another source.',
		does: ['down', 'up'],
	},
	{
		screen: 'sources',
		says: 'Is something wrong or missing? {edit volume} states the volume, {edit change} the velocity, {mark} marks several first, {filter} finds them. Here we may go on.',
		brief: '{edit volume} states a volume that is wrong or missing. Here we may go on.',
		does: ['forward', 'edit volume', 'edit change'],
	},
	{
		screen: 'questions',
		says: 'Only what could change the plan is asked, and what changes most comes first. An answer can wait: nobody may know this one today.',
		brief: 'Only what could change the plan is asked. This one can wait.',
		does: ['skip', 'accept', 'not sure'],
	},
	{
		screen: 'questions',
		says: 'What an answer would do to routes, cost and work is shown before it is given. Nothing is decided by looking: try it.',
		brief: 'What an answer would do to the plan is shown first. Try one.',
		does: ['tick', 'down', 'accept', 'not sure'],
	},
	{
		screen: 'questions',
		says: 'An answer is on the disk at once. {not sure} says that you are not sure, which is an answer too. All of it can be undone on the screens that follow.',
		brief: 'Saved at once, and undone later if you like. {not sure}: not sure.',
		does: ['accept', 'not sure'],
	},
	{
		screen: 'questions',
		says: 'You need not answer everything. What stays open is assumed, and the plan says so wherever it matters.',
		brief: 'You need not answer all: the rest is assumed, and the plan says so.',
		does: ['enough'],
	},
	{
		screen: 'recommendations',
		says: 'One line for each flow. The details say why this route, why not the others, and what would change the choice. You may choose otherwise.',
		brief: 'One line a flow; its details say why. You may choose otherwise.',
		does: ['choose'],
	},
	{
		screen: 'recommendations',
		over: 'picker',
		says: 'Every other route with its price, and what it would make of the whole plan. It is yours to decide; the plan then says what your choice costs.',
		brief: 'Other routes, their price, and what each makes of the plan.',
		does: ['cancel', 'accept'],
	},
	{
		screen: 'strategy',
		says: 'How it all comes together: lake, warehouse, federation or streams, with the amounts at which another would be cheaper. {variants} compares whole plans.',
		brief: 'Lake, warehouse, streams: why this one. {variants} compares whole plans.',
		does: ['forward'],
	},
	{
		screen: 'diagram',
		says: 'The pipeline from source to training, line by line. Below stands what the line under the cursor carries, how late, how dear. Follow it to its next stop.',
		brief: 'From source to training. Below: what a line carries. Follow the data.',
		does: ['follow', 'down'],
	},
	{
		screen: 'cost',
		says: 'What it costs each month and once, line by line, at list prices. Work counts as well. A ? is a price that no primary source confirms.',
		brief: 'Every dollar and hour, line by line. A ? is a price not confirmed.',
		does: ['forward'],
	},
	{
		screen: 'findings',
		says: 'What security and compliance ask of this pipeline and it does not meet yet: gravest first, each with its reason and its cure.',
		brief: 'What security and compliance still ask, and the cure.',
		does: ['forward'],
	},
	{
		screen: 'export',
		says: 'Nothing is written yet. Listed is every file, and the commands that make the same without this screen. Nothing is ever deployed. That was the tour.',
		brief: 'Nothing is written yet, and never deployed. That was the tour.',
		does: ['write'],
	},
];
