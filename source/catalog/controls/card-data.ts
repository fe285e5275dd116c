import { is, yes } from '../../rules/constructors.ts';
import { confirmed, unconfirmed } from '../cited.ts';
import type { ControlRecord } from '../record.ts';

export const cardData: ControlRecord = {
	title: 'Card data unreadable before it is stored',
	summary:
		'CVV, track and PIN are dropped at the source, and the card number is tokenised or hashed with a key before the raw zone; storage encryption alone does not count',
	regimes: ['pci'],
	severity: 'high',
	applies: is('sensitivity', 'card'),
	met: yes('transform'),
	because:
		'PCI DSS v4 forbids keeping CVV after authorisation, even encrypted (3.3.1), and wants the card number unreadable by more than the encryption of disks (3.5.1.2); whether encryption by a managed service counts, your assessor says. The AWS Config pack for PCI-DSS-v4.0 checks what surrounds it',
	remedy:
		'leave CVV out of what is extracted, tokenise the card number before the raw zone, keep the landing zone in the account of the card data, and keep its keys apart; a plain hash can be guessed',
	practice: 'MLSEC02-BP01',
	availability: {
		state: 'open',
		...confirmed(
			'docs/prescriptive-guidance/latest/aws-security-reference-architecture-pci-data-security-standard-dss',
		),
	},
	cited: unconfirmed('PCI DSS v4.0.1, as told by legalclarity.org'),
	examples: [
		{ given: { sensitivity: 'card', transform: true }, then: 'holds' },
		{ given: { sensitivity: 'card', transform: false }, then: 'fails' },
		{ given: { sensitivity: 'internal' }, then: 'holds' },
	],
};
