import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import type { Ui } from '../state.ts';

/** Where the files go, which they are, and how to write them again. */
export function Export({ ui }: { readonly ui: Ui }): ReactNode {
	return <Page ui={ui} scroll={ui.views.export.scroll} />;
}
