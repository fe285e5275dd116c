import { any, atLeast, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import { rowsMayBeSeen } from '../hidden-rows.ts';
import type { StrategyRecord } from '../record.ts';

const versions = 'Well-Architected Machine Learning Lens MLOPS03-BP02';

export const dataLake: StrategyRecord = {
	title: 'Data lake',
	summary:
		'Sources are copied to, or stay in, Amazon S3 as open tables that are catalogued once, so that training reads a version of them and loads no source.',
	availability: { state: 'open', ...confirmed('docs/AmazonS3/latest/userguide/Welcome.html') },
	requires: [rowsMayBeSeen],
	strengths: [
		{
			says: 'A training run can be repeated on exactly the same data, because what it read is kept as a version.',
			when: yes('repeatable'),
			...confirmed(versions),
		},
		{
			says: 'SageMaker training reads S3, EFS and FSx, and no federated table: what trains must be there anyway.',
			when: is('use', 'training'),
			...confirmed('docs/sagemaker/latest/dg/model-access-training-data.html'),
		},
		{
			says: 'The data is read so often that a copy costs less than asking the source each time.',
			when: atLeast('reads.monthly', 30),
			...confirmed(
				'arithmetic: $5 a TiB read by connectors against 25 % of the size kept as Parquet and one job a run',
			),
		},
		{
			says: 'Lake Formation gives each reader the columns and rows it may see, in Athena, Glue, Redshift and EMR alike.',
			when: yes('readers.rules'),
			...confirmed('docs/lake-formation/latest/dg/working-with-services.html'),
		},
		{
			says: 'Macie can find personal, health and card content, since it scans S3 general purpose buckets and nothing else.',
			when: is('sensitivity', 'personal', 'health', 'card'),
			...confirmed('docs/macie/latest/user/data-classification.html'),
		},
		{
			says: 'Storage and computing are paid apart, and any engine reads the same open tables.',
			when: any(is('structure', 'structured', 'semi-structured')),
			...confirmed('Well-Architected Data Analytics Lens 11.1'),
		},
	],
	examples: [{ given: { family: 'relational' }, then: 'holds' }],
};
