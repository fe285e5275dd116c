import { all, fact, is, known, product, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const trainingSnapshot: ControlRecord = {
	title: 'Training sets pinned',
	summary:
		'each run names the snapshot or manifest it trained on, with hashes, and that version is kept as long as the run must be repeatable. S3 Tables let snapshots go after 120 hours unless told otherwise',
	regimes: [],
	severity: 'medium',
	applies: all(yes('repeatable'), is('use', 'training')),
	because: 'a run can be repeated, and an auditor answered, only with the same bytes',
	reckoned: [
		{
			says: 'Have the tables keep their snapshots for {hours} hours at least (MaximumSnapshotAge), or write the set with its manifest to a prefix nobody changes.',
			when: known('repeatable.for'),
			figures: { hours: { count: product(1 / 3600, fact('repeatable.for')) } },
			...confirmed('docs/AmazonS3/latest/API/API_s3Buckets_MaintenanceSettings.html'),
		},
	],
	remedy: 'raise MaximumSnapshotAge above that time, or write the set to a prefix nobody changes',
	practice: 'MLOPS03-BP02',
	availability: { state: 'open', ...confirmed('docs/AmazonS3/latest/API/API_s3Buckets_MaintenanceSettings.html') },
	cited: confirmed('Well-Architected Machine Learning Lens MLOPS03-BP02, MLSEC03-BP04'),
	examples: [
		{ given: { repeatable: true, use: 'training' }, then: 'holds' },
		{ given: { repeatable: false }, then: 'holds' },
	],
};
