import { recordedAt } from '../recording.ts';
import { chance, pick } from './chance.ts';

type Objects = ReadonlyMap<string, Buffer>;

const day = 86_400_000;
const made = new Map<string, Objects>();
const makers: Readonly<Record<string, () => Objects>> = {
	'brightmoor-clickstream-archive': clicks,
	'brightmoor-equipment-logs': readings,
};

/** The objects of a recorded bucket, by key; undefined where its contents were not recorded. */
export function demoObjects(bucket: string): Objects | undefined {
	const known = made.get(bucket);
	if (known !== undefined || !Object.hasOwn(makers, bucket)) return known;
	const objects = makers[bucket]?.() ?? new Map();
	made.set(bucket, objects);
	return objects;
}

/** Lines of each day below its own folder. */
function daily(days: number, name: string, linesOf: (start: number, index: number) => readonly string[]): Objects {
	return new Map(
		Array.from({ length: days }, (_, index) => {
			const start = recordedAt.getTime() - (days - index) * day;
			const key = `day=${new Date(start).toISOString().slice(0, 10)}/${name}`;
			return [key, Buffer.from(`${linesOf(start, index).join('\n')}\n`)] as const;
		}),
	);
}

/** Page views of the shop: the later days carry a campaign, some visitors are unknown, and addresses stand in the open. */
function clicks(): Objects {
	const random = chance(7);
	return daily(6, 'part-0.ndjson', (start, index) =>
		Array.from({ length: 400 }, (_, row) =>
			JSON.stringify({
				event_id: `${index}-${String(row).padStart(6, '0')}-${Math.floor(random() * 1e9).toString(36)}`,
				event_time: new Date(start + row * 200_000).toISOString(),
				visitor: random() < 0.12 ? null : `v${Math.floor(random() * 900)}`,
				page: pick(random, ['/', '/product', '/search', '/basket', '/checkout', '/help']),
				ip: `10.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.${Math.floor(random() * 254) + 1}`,
				seconds: Math.round(-40 * Math.log(1 - random())),
				purchased: random() < 0.03,
				...(index >= 3 ? { campaign: random() < 0.6 ? null : pick(random, ['spring', 'news', 'partner']) } : {}),
			}),
		),
	);
}

/** Readings of machines: one sensor is often silent, and the times do not say their zone. */
function readings(): Objects {
	const random = chance(11);
	const head = 'machine,read_at,temperature_c,vibration_mm_s,pressure_bar,state';
	return daily(4, 'readings.csv', (start) => [
		head,
		...Array.from({ length: 600 }, (_, row) =>
			[
				`M-${String(1 + (row % 12)).padStart(2, '0')}`,
				new Date(start + Math.floor(row / 12) * 1_728_000).toISOString().slice(0, 19).replace('T', ' '),
				(60 + 15 * random() + (row % 12)).toFixed(1),
				(1 + 4 * random() ** 3).toFixed(2),
				random() < 0.55 ? '' : (5 + random()).toFixed(2),
				pick(random, ['running', 'idle', 'fault']),
			].join(','),
		),
	]);
}
