import type { Plan } from '../../plan/plan.ts';
import { dataFlow } from './draw-flow.ts';
import { network } from './draw-network.ts';
import { overview } from './draw-overview.ts';
import { security } from './draw-security.ts';
import type { Picture } from './picture.ts';

interface Diagram {
	readonly title: string;
	/** One sentence for whoever looks at it. */
	readonly says: string;
	readonly draw: (plan: Plan) => Picture;
}

/** The diagrams of a plan, from afar to close by. */
export const diagrams = {
	overview: {
		title: 'Overview',
		says: 'Kinds of sources, the services that bring them, the zones where they lie, and who uses them.',
		draw: overview,
	},
	'data-flow': {
		title: 'Data flow',
		says: 'Every source, what carries it and how much: its history first, then what comes each day.',
		draw: dataFlow,
	},
	network: {
		title: 'Network',
		says: 'Places, their lines, and the network where models train.',
		draw: network,
	},
	security: {
		title: 'Security',
		says: 'What is in the data, where it lies and for how long, who reads it, and which controls are not met.',
		draw: security,
	},
} as const satisfies Record<string, Diagram>;

export type DiagramName = keyof typeof diagrams;
export const diagramNames = Object.keys(diagrams) as readonly DiagramName[];
