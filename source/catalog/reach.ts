import { gigabytes } from '../facts/units.ts';
import type { Condition } from '../rules/condition.ts';
import { all, any, atMost, is, no, not, unless, yes } from '../rules/constructors.ts';
import { confirmed, unconfirmed } from './cited.ts';
import type { Requirement } from './record.ts';

/** Families whose data can lie as files or objects somewhere. */
export const fileFamilies = ['file', 'object', 'log', 'video', 'external'] as const;

/** Inside AWS only file systems are read as files: buckets, log groups and video streams have ways of their own. */
export const liesAsFiles: Requirement = {
	because: 'what AWS keeps as objects, log groups or video streams is read there, not copied as files',
	that: any(is('family', 'file', 'block'), not(is('where', 'aws'))),
	scope: true,
	...confirmed('docs/AmazonS3/latest/userguide/Welcome.html'),
};

/** Some line, be it there only for a while. */
export const hasLine: Requirement = {
	because: 'no line reaches this place',
	that: any(yes('path.online'), yes('path.private')),
	...confirmed('arithmetic'),
};

/** A line that stays, for what goes on changing. */
export const staysOnline: Requirement = {
	because: 'what changes needs a line that carries traffic all the time',
	that: yes('path.online'),
	...confirmed('arithmetic'),
};

/** A copy that goes one way is no common file system. */
export const oneWay: Requirement = {
	because: 'programs on site go on working in the same files, and a copy that goes one way gives them no common view',
	that: no('local.use'),
	...confirmed('github.com/aws/agent-toolkit-for-aws aws-storage data-movement-and-protection-knowledge'),
};

/** Databases outside AWS are not opened to the internet; warehouses that are sold as a service speak TLS in the open. */
export const privateToDatabase: Requirement = {
	because: 'a database outside AWS is reached over a VPN or Direct Connect, not opened to the internet',
	that: any(is('where', 'aws', 'saas'), is('engine', 'snowflake', 'bigquery'), yes('path.private')),
	...confirmed('docs/dms/latest/userguide/CHAP_ReplicationInstance.VPC.html'),
};

/** Engines of which AWS exports snapshots, so that nobody need read the live database. */
const exported = is('engine', 'mysql', 'mariadb', 'postgresql', 'aurora-mysql', 'aurora-postgresql');

/** Who may read the whole of a database: all may where it is small, agreed, or off a replica. */
const agreed: readonly Condition[] = [yes('load.allowed'), yes('replica'), atMost('volume', gigabytes(10))];

/** Reading everything again and again. Where no export exists, a database that is less than 60 % busy bears it. */
export const bearsFullReads: Requirement = {
	because: 'full reads would load the production database, and it has no read replica',
	that: any(...agreed, all(not(exported), atMost('load.share', 0.6))),
	...confirmed('rule of ours: no full reads of a production database that is more than 60 % busy'),
};

/** Reading everything once. Outside AWS there is no other way to the history, so it is done with care. */
export const bearsOneRead: Requirement = {
	because: 'the first full read would load the production database; a snapshot export gives the same without it',
	that: any(...agreed, not(is('where', 'aws')), all(not(exported), atMost('load.share', 0.6))),
	...confirmed('docs/dms/latest/userguide/CHAP_BestPractices.html'),
};

/** S3 keeps objects of up to 48.8 TiB. */
export const fitsObject = (limit: number, source: string, sure: boolean, because: string): Requirement => ({
	because,
	that: unless('object.largest', atMost('object.largest', limit)),
	...(sure ? confirmed(source) : unconfirmed(source)),
});
