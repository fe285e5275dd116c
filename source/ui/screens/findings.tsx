import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import type { Ui } from '../state.ts';

/** What does not hold yet in the plan, gravest first, and how each is mended. */
export function Findings({ ui }: { readonly ui: Ui }): ReactNode {
	return <Page ui={ui} scroll={ui.views.findings.scroll} />;
}
