import { fact } from '../rules/constructors.ts';
import type { Mode } from './record.ts';
import { work } from './work.ts';

/** Redshift Serverless that follows a database by an integration, whichever database that is. */
export const followedWarehouse: Pick<Mode, 'effort' | 'costs' | 'settings' | 'then'> = {
	effort: { once: work.integration, monthly: work.watchMonthly },
	costs: [
		// Eight units that are busy an eighth of the time: an estimate of ours.
		{ price: 'redshift.rpu', per: 'month', quantity: 730 },
		{ price: 'redshift.storage', per: 'month', quantity: fact('volume') },
	],
	settings: { target: 'redshift-serverless' },
	then: ['redshift-training-set'],
};

/** What it keeps can neither be scanned nor trained on as it lies. */
export const warehouseIsNoBucket =
	'Macie cannot scan what lies in Redshift storage, and training cannot read it before it is unloaded.';
