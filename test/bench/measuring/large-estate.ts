// One step of the bench of large estates: `write FILE COUNT` or `group FILE COUNT`; prints what it took as JSON.
import { groupsIn } from '../../../source/app/discovering/groups-in.ts';
import { writeWhole } from '../../../source/app/workspace/writing.ts';
import { emptyEstate, type Source } from '../../../source/estate/estate.ts';
import { estateText } from '../../../source/estate/print-estate.ts';
import { largeEstate } from '../../peers/large-account.ts';

const [step, file = '', count = '0'] = process.argv.slice(2);

/** Sources like those of an account, in the order of their ids, made one by one. */
function* sources(number: number): Generator<Source> {
	const some = largeEstate(1000).sources;
	for (let index = 0; index < number; index += 1) {
		const source = some[index % some.length] as Source;
		yield { ...source, id: `arn:${String(index).padStart(9, '0')}`, title: `${source.title}-${index}` };
	}
}

let told = 0;
function* tallied(all: Iterable<Source>): Generator<Source> {
	for (const source of all) {
		told += 1;
		yield source;
	}
}
const before = process.cpuUsage();
if (step === 'write') await writeWhole(file, estateText({ ...emptyEstate, sources: tallied(sources(Number(count))) }));
else told = (await groupsIn(file, '/', 'prefix')).reduce((sum, group) => sum + group.count, 0);
const { user, system } = process.cpuUsage(before);
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ worked: (user + system) / 1000, memory, told }));
