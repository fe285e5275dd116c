import { unconfirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const eligibleServices: ControlRecord = {
	title: 'Eligible services',
	summary:
		'every service that carries the data stands on the list that AWS keeps for the regime, on the day it goes live',
	regimes: ['fedramp', 'hipaa', 'pci', 'soc2'],
	severity: 'high',
	confirms: 'services',
	because:
		'only services on the list of AWS may carry such data; the lists known here are old, so a service they name has most likely stayed on it, and of one they leave out nothing is known',
	remedy:
		'look each one up before data arrives, for HIPAA at aws.amazon.com/compliance/hipaa-eligible-services-reference, else at aws.amazon.com/compliance/services-in-scope; what is not there needs another route',
	practice: 'MLSEC03-BP03',
	availability: { state: 'open', ...unconfirmed('aws.amazon.com/compliance/services-in-scope') },
	cited: unconfirmed('github.com/salesforce/aws-allowlister compliance_statuses.csv of 2022-07-15'),
	examples: [{ given: { regime: ['pci'] }, then: 'holds' }],
};
