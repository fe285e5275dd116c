import { exportFiles } from '../../source/app/exporting/files.ts';
import { derive } from '../../source/app/session/derive.ts';
import { demoEstate } from '../../source/discovery/demo/index.ts';
import { noAnswers } from '../../source/estate/answers.ts';
import { exporters } from '../../source/export/index.ts';
import type { Plan } from '../../source/plan/plan.ts';
import { manySources } from '../export/many-sources.ts';
import { own, today } from './measuring/own.ts';
import type { Row } from './measuring/row.ts';
import { timeRow } from './measuring/time-row.ts';
import { median, timed, timesOf, yardstick } from './measuring/timing.ts';

const home = new URL('../../', import.meta.url);

/** Every text of an export that follows from the plan; templates are only copied. */
const texts = (plan: Plan) =>
	Object.values(exporters).flatMap((exporter) => [...exporter.files(plan, { cdk: new Map(), glue: new Map() })]);

/** Milliseconds of an export of every format with its templates read from the disk, and a yardstick beside each. */
async function whole(rounds: number, plan: Plan) {
	const times: number[] = [];
	const yards: number[] = [];
	for (let round = 0; round <= rounds; round += 1) {
		const yard = yardstick();
		const began = performance.now();
		// A new one each time: what is remembered of a plan helps nobody who exports once.
		await exportFiles({ plan: { ...plan }, home, only: [] });
		if (round === 0) continue;
		times.push(performance.now() - began);
		yards.push(yard);
	}
	return { times, yards };
}

/** The files of an export, without synthesis, and how their time grows with the number of sources. */
export async function measure(rounds: number): Promise<readonly Row[]> {
	const { plan } = derive(
		{ estate: await demoEstate(), answers: noAnswers },
		{ ...own, madeBy: 'bench', hash: '' },
		today,
	);
	const few = Math.min(rounds, 5);
	const large = manySources(10_000);
	const larger = manySources(40_000);
	const times = (of: Plan) => median(Array.from({ length: few }, () => timed(() => texts({ ...of }))));
	texts(large);
	const [small, big] = [times(large), times(larger)];
	return [
		timeRow('the demo: every file of the export', await whole(rounds, plan), 50),
		timeRow(
			'10,000 sources: every text of the export',
			timesOf(few, () => ({ ...large }), texts),
			1000,
		),
		{
			title: 'exponent of growth from 10,000 to 40,000 sources',
			figure: Math.log(big / small) / Math.log(4),
			unit: '',
			wanted: 1.1,
		},
	];
}
