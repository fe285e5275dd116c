import { unconfirmed } from './cited.ts';
import type { Eligibility } from './record.ts';

/** The newest lists that could be read, of all services at once. */
const read = {
	asOf: '2022-07-15',
	...unconfirmed('github.com/salesforce/aws-allowlister compliance_statuses.csv of 2022-07-15'),
};

/** A service that the lists of these regimes named in 2022. */
export const namedFor = (...regimes: readonly string[]): Eligibility => ({ regimes, ...read });

/** A service that every list named: SOC, PCI, FedRAMP High and HIPAA. */
export const namedForAll = namedFor('fedramp', 'hipaa', 'pci', 'soc2');
