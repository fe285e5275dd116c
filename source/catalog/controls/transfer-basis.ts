import { yes } from '../../rules/constructors.ts';
import { unconfirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const transferBasis: ControlRecord = {
	title: 'Basis for access from outside',
	summary:
		'whoever reads personal data from outside the European Union, staff and suppliers alike, needs a basis for the transfer; the data itself staying there is not enough',
	regimes: ['gdpr'],
	severity: 'high',
	met: yes('region.same'),
	because: 'access is a transfer too: a team elsewhere that opens the data takes it out of the area',
	remedy:
		'train in the region of the data, give people elsewhere only aggregates or pseudonyms, or write the basis down (adequacy, standard clauses) with a record of processing',
	practice: 'MLSEC03-BP03',
	availability: { state: 'open', ...unconfirmed('GDPR chapter V') },
	cited: unconfirmed('GDPR chapter V; docs/prescriptive-guidance/latest/privacy-reference-architecture'),
	examples: [
		{ given: { 'region.same': true }, then: 'holds' },
		{ given: { 'region.same': false }, then: 'fails' },
	],
};
