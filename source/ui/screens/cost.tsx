import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import type { Ui } from '../state.ts';

/** What the plan costs, line by line, and when it is done. */
export function Cost({ ui }: { readonly ui: Ui }): ReactNode {
	return <Page ui={ui} scroll={ui.views.cost.scroll} />;
}
