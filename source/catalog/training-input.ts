import { gigabytes, megabytes } from '../facts/units.ts';
import type { Condition } from '../rules/condition.ts';
import { all, atLeast, atMost, is, no, not, yes } from '../rules/constructors.ts';
import { confirmed } from './cited.ts';
import type { Caution, Requirement } from './record.ts';
import { smallOnAverage } from './small-objects.ts';

const modes = 'docs/sagemaker/latest/dg/model-access-training-data.html';

/** As much as is copied to the disk of a training machine before it starts. */
const fitsDisk = gigabytes(100);
const trains = is('use', 'training');

/** Random reads of more than a disk takes: S3 is slow at them, a file system beside the machines is not. */
const wantsFileSystem: Condition = all(yes('reads.random'), atLeast('volume', fitsDisk), trains);

export const readFromObjects: Requirement = {
	because:
		'training reads at random places of more than fits the disk of a machine: S3 is slow at that, a file system is not',
	that: not(wantsFileSystem),
	...confirmed(modes),
};

export const readFromFileSystem: Requirement = {
	because:
		'training reads from start to end, or what it reads fits on its disk: a file system would cost and bring nothing',
	that: wantsFileSystem,
	...confirmed(modes),
};

/** How a training job takes in what lies in S3. */
export const inputModes: readonly Caution[] = [
	{
		says: 'Train on it in File mode: SageMaker copies it to the disk of the machine before the run.',
		when: all(trains, atMost('volume', fitsDisk)),
		...confirmed(modes),
	},
	{
		says: 'Train on it in FastFile mode: files are streamed from S3 as they are opened, from start to end; it has taken the place of Pipe mode.',
		when: all(trains, no('reads.random'), atLeast('volume', fitsDisk + 1)),
		...confirmed(modes),
	},
	{
		says: 'The files are small: pack them to about 150 MB (TFRecord, WebDataset, Parquet) before training, or opening them takes longer than learning.',
		when: all(trains, smallOnAverage(megabytes(50))),
		...confirmed(modes),
	},
	{
		says: 'EFS is worth it only where the data lies there already.',
		when: wantsFileSystem,
		...confirmed(modes),
	},
];
