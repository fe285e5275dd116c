// One step of the bench of routes: `write FILE COUNT`, `parse FILE`, `plan FILE OUT` or `iterate COUNT`; prints what it took as JSON.
import { routerFor } from '../../../source/advice/streamed/router.ts';
import { largeEstate as opened } from '../../../source/app/routing/large-estate.ts';
import { routesOf } from '../../../source/app/routing/routes.ts';
import { routesText } from '../../../source/app/routing/routes-text.ts';
import { eachLine } from '../../../source/app/workspace/lines.ts';
import { writeWhole } from '../../../source/app/workspace/writing.ts';
import { noAnswers } from '../../../source/estate/answers.ts';
import { type Estate, emptyEstate, type Source } from '../../../source/estate/estate.ts';
import { estateText } from '../../../source/estate/print-estate.ts';
import { sourceLines } from '../../../source/estate/source-lines.ts';
import { largePlaces, largeSourceAt, largeSources } from '../../peers/large-account.ts';
import { own, today } from './own.ts';
import { quantile, yardstick } from './timing.ts';

/** CPU milliseconds, which a busy machine stretches least; mebibytes at most; how many sources; a yardstick of the same process. */
export interface Taken {
	readonly worked: number;
	readonly memory: number;
	readonly told: number;
	readonly yard: number;
}

const [step = '', first = '', second = '0'] = process.argv.slice(2);
const frame = (count: number): Estate => ({ ...emptyEstate, places: largePlaces(count) });
const cpu = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

/** The sources in the order of their ids, each made when it is written: only ids are held. */
function* inOrder(count: number): Generator<Source> {
	const ids = Array.from({ length: count }, (_, index) => [largeSourceAt(index).id, index] as const);
	for (const [, index] of ids.sort(([a], [b]) => (a < b ? -1 : 1))) yield largeSourceAt(index);
}

const steps: Readonly<Record<string, () => Promise<Pick<Taken, 'worked' | 'told'>>>> = {
	async write() {
		const before = cpu();
		await writeWhole(first, estateText({ ...frame(Number(second)), sources: inOrder(Number(second)) }));
		return { worked: cpu() - before, told: Number(second) };
	},
	async parse() {
		const before = cpu();
		const lines = sourceLines(first);
		let told = 0;
		await eachLine(first, (line) => {
			if (lines.take(line.toString('utf8'))) told += 1;
			return true;
		});
		return { worked: cpu() - before, told };
	},
	async plan() {
		const before = cpu();
		const { frame: estate, buckets, each } = await opened(first, '/', own.vocabulary);
		const routes = await routesOf({ estate, answers: noAnswers, ...own, today }, buckets, each);
		await writeWhole(second, routesText(routes, { asOf: today, madeBy: 'bench' }));
		return { worked: cpu() - before, told: routes.sources };
	},
	async iterate() {
		const count = Number(first);
		const router = routerFor({ estate: frame(count), answers: noAnswers, ...own, today }, new Map());
		let [worked, told] = [0, 0];
		const take = (sources: readonly Source[]): void => {
			const before = cpu();
			for (const source of sources) router.add(source);
			worked += cpu() - before;
			told += sources.length;
		};
		// Sources are made between the times that count, few at a time: what holds them is no part of what is measured.
		let made: Source[] = [];
		for (const source of largeSources(count)) {
			made.push(source);
			if (made.length < 1024) continue;
			take(made);
			made = [];
		}
		take(made);
		const before = cpu();
		router.places();
		return { worked: worked + cpu() - before, told };
	},
};

const taken = await steps[step]?.();
const yard = quantile(Array.from({ length: 9 }, yardstick), 0.25);
process.stdout.write(JSON.stringify({ ...taken, yard, memory: process.resourceUsage().maxRSS / 1024 }));
