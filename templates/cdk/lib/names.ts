import { createHash } from 'node:crypto';
import type { PlannedSource } from './plan.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The readable end of an id: `arn:aws:rds:…:db:orders` gives `orders`. */
const tail = (id: string, glue: string): string => {
	const last = id.split(/[:/]/).filter(Boolean).at(-1) ?? '';
	const words = last
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, glue)
		.slice(0, 24);
	return words.replace(new RegExp(`^[${glue}0-9]+|[${glue}]+$`, 'g'), '') || 'source';
};

/** The construct id of a source: readable, and never that of another source. It stays as long as the source's id does. */
export const constructId = ({ id }: PlannedSource): string => `${tail(id, '-')}-${hash(id)}`;

/** The name of a source's data in a zone: prefix of its objects, and name of its table. */
export const datasetOf = ({ id }: PlannedSource): string => `${tail(id, '_')}_${hash(id)}`;

/** The part of an ARN that a pattern captures, if the source is such a resource. */
export const partOf = ({ id }: PlannedSource, pattern: RegExp): string | undefined => pattern.exec(id)?.[1];

export const arns = {
	bucket: /^arn:[a-z-]+:s3:::([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/,
	table: /^arn:[a-z-]+:dynamodb:[a-z0-9-]+:\d{12}:table\/([A-Za-z0-9_.-]{3,255})$/,
	database: /^arn:[a-z-]+:rds:[a-z0-9-]+:\d{12}:db:([a-z][a-z0-9-]{0,62})$/,
	cluster: /^arn:[a-z-]+:rds:[a-z0-9-]+:\d{12}:cluster:([a-z][a-z0-9-]{0,62})$/,
	stream: /^arn:[a-z-]+:kinesis:[a-z0-9-]+:\d{12}:stream\/([A-Za-z0-9_.-]{1,128})$/,
	logGroup: /^arn:[a-z-]+:logs:[a-z0-9-]+:\d{12}:log-group:([.\-_/#A-Za-z0-9]{1,512})(?::\*)?$/,
} as const;
