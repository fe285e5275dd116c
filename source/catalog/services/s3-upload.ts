import { days, hours, tebibytes, terabytes } from '../../facts/units.ts';
import { any, atMost, fact, formula, is, largest, not, product, sum, unless } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import { namedForAll } from '../eligible.ts';
import { storedCopy, writesLanding } from '../kept-copy.ts';
import { fileFamilies, fitsObject, hasLine, liesAsFiles, oneWay, staysOnline } from '../reach.ts';
import type { Mode, ServiceRecord } from '../record.ts';
import { work } from '../work.ts';

const facts = 'docs/AmazonS3/latest/userguide/qfacts.html';

function mode(title: string, carries: Mode['carries']): Mode {
	const keepsUp = carries !== 'history';
	return {
		title,
		...(keepsUp && { requires: [staysOnline] }),
		carries,
		lead: hours(1),
		firstData: hours(1),
		complete: carries === 'changes' ? 0 : formula('transferTime'),
		...(keepsUp && { freshness: largest(fact('freshness'), hours(1)) }),
		effort: {
			once: sum(work.check, product(work.script, fact('sites'))),
			monthly: keepsUp ? sum(work.check, product(work.agentMonthly, fact('sites'))) : 0,
		},
		costs: carries === 'changes' ? [] : [storedCopy],
		sizing: { partSize: formula('partSize') },
	};
}

export const s3Upload: ServiceRecord = {
	title: 'Multipart upload to Amazon S3',
	summary: 'The AWS CLI or an SDK sends files in parallel parts: simple, scriptable, up to 48.8 TiB an object.',
	page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html',
	slot: 'mover',
	serves: ['data-lake'],
	access: 'batch file',
	families: [...fileFamilies, 'block'],
	availability: { state: 'open', ...confirmed(facts) },
	eligibility: namedForAll,
	requires: [
		liesAsFiles,
		hasLine,
		oneWay,
		{
			because: 'a script must see the files on a machine; other clouds, HDFS and SFTP are not mounted',
			that: unless('protocol', not(is('protocol', 'azure-blob', 'gcs', 'hdfs', 'sftp', 'ftps', 'ftp', 'as2', 'api'))),
			...confirmed(facts),
		},
		fitsObject(tebibytes(48.8), facts, true, 'S3 keeps no object above 48.8 TiB'),
		{
			because:
				'many files that come to more than 1 TB together must be verified and restarted, which a script leaves to you',
			// An agent takes a day to stand; who has two days at most watches the script instead.
			that: any(atMost('volume', terabytes(1)), atMost('objects', 100), atMost('deadline', days(2))),
			...unconfirmed('estimate of ours'),
		},
		{
			because: 'from many distant sites the internet between them and the region slows a plain upload',
			that: atMost('sites', 3),
			...unconfirmed('SAA-C03 practice question on global sites'),
		},
	],
	modes: {
		once: mode('once', 'history'),
		schedule: mode('on a schedule', 'both'),
		changes: mode('on a schedule, without the history', 'changes'),
	},
	grants: writesLanding,
	cautions: [
		{
			says: 'An object has at most 10,000 parts: one of 8 TB needs parts of at least 800 MB.',
			when: { fact: 'object.largest', atLeast: 80e9 },
			...confirmed(facts),
		},
		{
			says: 'There is no report: compare checksums, and let a lifecycle rule remove parts that were left over.',
			...confirmed(facts),
		},
	],
	examples: [
		{
			mode: 'once',
			given: {
				family: 'file',
				where: 'on-premises',
				volume: 24e12,
				objects: 3,
				'object.largest': 8e12,
				'path.online': true,
				'path.bandwidth': 8e8,
				protocol: 'nfs',
			},
			then: 'holds',
			hours: 66.7,
			sizing: { partSize: 800_063_488 },
		},
		{
			mode: 'once',
			given: {
				family: 'file',
				where: 'on-premises',
				volume: 10e12,
				objects: 200_000,
				'object.largest': 20e9,
				'path.online': true,
				'path.bandwidth': 8e9,
				protocol: 'nfs',
				deadline: 43_200,
			},
			then: 'holds',
			hours: 2.78,
		},
		{
			mode: 'once',
			given: { family: 'file', where: 'on-premises', protocol: 'nfs', 'object.largest': 60e12, 'path.online': true },
			then: 'fails',
		},
		{
			mode: 'schedule',
			given: { family: 'file', where: 'on-premises', protocol: 'sftp', 'path.online': true },
			then: 'fails',
		},
		{
			mode: 'schedule',
			given: { family: 'file', where: 'on-premises', protocol: 'nfs', sites: 12, 'path.online': true },
			then: 'unknown',
		},
	],
};
