import type { ReactNode } from 'react';
import type { StageId } from '../../app/stages.ts';
import type { Ui } from '../state.ts';
import { Cost } from './cost.tsx';
import { Diagram } from './diagram.tsx';
import { Discovery } from './discovery.tsx';
import { Export } from './export.tsx';
import { Findings } from './findings.tsx';
import { Questions } from './questions.tsx';
import { Recommendations } from './recommendations.tsx';
import { Sources } from './sources.tsx';
import { Strategy } from './strategy.tsx';
import { Welcome } from './welcome.tsx';

type Screen = (props: { readonly ui: Ui }) => ReactNode;

/** The screen of each stage. */
export const screens = {
	welcome: Welcome,
	discovery: Discovery,
	sources: Sources,
	questions: Questions,
	recommendations: Recommendations,
	strategy: Strategy,
	diagram: Diagram,
	cost: Cost,
	findings: Findings,
	export: Export,
} as const satisfies Readonly<Record<StageId, Screen>>;
