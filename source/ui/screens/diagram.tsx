import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import type { Ui } from '../state.ts';

/** The plan as a picture, drawn in lanes. */
export function Diagram({ ui }: { readonly ui: Ui }): ReactNode {
	return <Page ui={ui} scroll={ui.views.diagram.scroll} />;
}
