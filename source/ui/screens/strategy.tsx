import type { ReactNode } from 'react';
import { Picker } from '../components/picker.tsx';
import { Rows } from '../components/rows.tsx';
import { bodyOf } from '../layout.ts';
import { derivedOf, type Ui } from '../state.ts';
import { effectOnPlan } from '../telling/effect.ts';
import { named } from '../telling/flow.ts';
import { scrolling } from '../telling/shown.ts';

/** How the data is brought together, why, and the choice of another way. */
export function Strategy({ ui }: { readonly ui: Ui }): ReactNode {
	const plan = derivedOf(ui)?.plan;
	const { picker, scroll } = ui.views.strategy;
	if (plan && picker) {
		const options = plan.strategy.rejected.map(({ id, reason }) => ({ title: named(plan, id), says: reason }));
		return (
			<Picker
				title="Another strategy"
				options={options}
				cursor={picker.cursor}
				size={bodyOf(ui.size)}
				signs={ui.signs}
				below={effectOnPlan(ui, bodyOf(ui.size).columns)}
			/>
		);
	}
	const { rows, size } = scrolling(ui);
	return <Rows rows={rows} columns={size.columns} height={size.rows} offset={scroll} />;
}
