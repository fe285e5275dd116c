import { any, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { neverReads } from '../never-reads.ts';
import type { ServiceRecord } from '../record.ts';

const toolkit = 'github.com/aws/agent-toolkit-for-aws aws-storage data-movement-and-protection-knowledge';

export const volumeGateway: ServiceRecord = neverReads({
	title: 'Volume Gateway and Tape Gateway',
	summary: 'Disks and tapes on site that are kept as snapshots and archives in AWS: for backup, not for reading.',
	page: 'https://docs.aws.amazon.com/storagegateway/latest/vgw/WhatIsStorageGateway.html',
	families: ['block', 'file'],
	availability: { state: 'open', ...confirmed(toolkit) },
	isFor: {
		because: 'it serves disks and shares on site',
		that: any(is('family', 'block'), yes('local.use')),
		...confirmed(toolkit),
	},
	never: {
		because: 'what it keeps in AWS are snapshots of disks and tapes, in which no job can read a file',
		...confirmed(toolkit),
	},
	examples: [{ given: { family: 'block' }, then: 'fails' }],
});
