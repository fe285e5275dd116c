import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Flow, Plan } from '../../plan/plan.ts';
import { List } from '../components/list.tsx';
import { Panes } from '../components/panes.tsx';
import { Picker } from '../components/picker.tsx';
import { Rows } from '../components/rows.tsx';
import { bodyOf } from '../layout.ts';
import { exactly, type Row, row, shortened, span } from '../rows.ts';
import { derivedOf, type Ui } from '../state.ts';
import { count, money } from '../telling/amounts.ts';
import { compareRows } from '../telling/compare.ts';
import { effectOnPlan } from '../telling/effect.ts';
import { alternativeText, routeText } from '../telling/flow.ts';
import { routePanes, scrolling } from '../telling/shown.ts';
import { flowRow, flowUnder, isChosen } from '../under.ts';

/** The route of each flow, with why and why not, and the choice of another. */
export function Recommendations({ ui }: { readonly ui: Ui }): ReactNode {
	const plan = derivedOf(ui)?.plan;
	const flow = flowUnder(ui);
	const { picker, details, scroll } = ui.views.recommendations;
	if (!plan) return undefined;
	if (picker && flow) {
		const options = flow.alternatives.map((alternative) => ({
			title: routeText(plan, alternative.services, ui.signs),
			says: alternativeText(alternative, flow, plan),
		}));
		return (
			<Picker
				title={`Another route for ${flow.title}`}
				options={options}
				cursor={picker.cursor}
				size={bodyOf(ui.size)}
				signs={ui.signs}
				below={[
					...compareRows(plan, flow, picker.cursor, bodyOf(ui.size).columns),
					...effectOnPlan(ui, bodyOf(ui.size).columns),
				]}
			/>
		);
	}
	const panes = routePanes(ui);
	const { rows, size } = scrolling(ui);
	return (
		<Panes
			panes={panes}
			list={<Flows ui={ui} plan={plan} columns={panes.list.columns} rows={panes.list.rows} />}
			details={<Rows rows={rows} columns={size.columns} height={size.rows} offset={scroll} />}
			isDetails={details}
			signs={ui.signs}
		/>
	);
}

interface FlowsProps {
	readonly ui: Ui;
	readonly plan: Plan;
	readonly columns: number;
	readonly rows: number;
}

function Flows({ ui, plan, columns, rows }: FlowsProps): ReactNode {
	const unserved = plan.unserved.length > 0 ? `, ${plan.unserved.length} without a route` : '';
	const name = Math.max(12, columns - 16);
	const line = (flow: Flow, isHere: boolean): Row => [
		span(isHere ? `${ui.signs.pointer} ` : '  ', 'chosen'),
		span(shortened(flow.title, name), isHere ? 'chosen' : 'plain'),
		span(isChosen(ui, flow) ? ' you' : '    ', 'said'),
		span(exactly(monthly(flow, plan), 10, 'right'), 'quiet'),
	];
	return (
		<Box flexDirection="column">
			<Rows
				rows={[row(span(`${count(plan.flows.length, 'flow')}${unserved}`, unserved ? 'warn' : 'quiet'))]}
				columns={columns}
				height={1}
			/>
			<List
				count={plan.flows.length}
				cursor={flowRow(plan.flows, ui.views.recommendations.cursor)}
				size={{ columns, rows: rows - 1 }}
				of={(index, isHere) => {
					const flow = plan.flows[index];
					return flow ? line(flow, isHere) : [];
				}}
			/>
		</Box>
	);
}

const monthly = ({ estimate }: Flow, plan: Plan | undefined): string =>
	estimate.monthly === undefined ? 'unknown' : `${money(estimate.monthly, plan)}/mo`;
