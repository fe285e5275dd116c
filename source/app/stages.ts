/** The stages of the guided session, in order; each is a screen of the same name in `ui/screens/`. */
export const stages = {
	welcome: { title: 'Start' },
	discovery: { title: 'Discover' },
	sources: { title: 'Sources' },
	questions: { title: 'Questions' },
	recommendations: { title: 'Routes' },
	strategy: { title: 'Strategy' },
	diagram: { title: 'Diagram' },
	cost: { title: 'Cost' },
	findings: { title: 'Findings' },
	export: { title: 'Export' },
} as const satisfies Record<string, { readonly title: string }>;

export type StageId = keyof typeof stages;
export const stageIds = Object.keys(stages) as readonly StageId[];
