import { all, is, yes } from '../../rules/constructors.ts';
import { confirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const storageLifecycle: ControlRecord = {
	title: 'Storage lifecycle',
	summary:
		'the landing zone is emptied after a month, raw data moves to cheaper storage after a year, old versions and parts of broken uploads go. What is trained on stays where it is read in milliseconds',
	regimes: [],
	severity: 'low',
	applies: all(is('where', 'aws'), is('family', 'object')),
	met: yes('lifecycle.rules'),
	because:
		'data that nobody reads is paid every month. Objects below 128 KB do not move by default, and each move is paid: pack them first',
	remedy: 'add lifecycle rules with a size filter; use Intelligent-Tiering where nobody knows how often data is read',
	practice: 'MLSUS03-BP02',
	availability: { state: 'open', ...confirmed('docs/AmazonS3/latest/userguide/object-lifecycle-mgmt.html') },
	cited: confirmed('docs/prescriptive-guidance/latest/defining-bucket-names-data-lakes'),
	examples: [
		{ given: { where: 'aws', family: 'object', 'lifecycle.rules': true }, then: 'holds' },
		{ given: { where: 'aws', family: 'object', 'lifecycle.rules': false }, then: 'fails' },
	],
};
