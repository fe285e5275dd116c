/** How the compliance regimes of the fact `regime` are called. */
const titles: Readonly<Record<string, string>> = {
	gdpr: 'GDPR',
	hipaa: 'HIPAA',
	pci: 'PCI DSS',
	soc2: 'SOC 2',
	fedramp: 'FedRAMP',
	glba: 'GLBA',
	ccpa: 'CCPA',
};

/** The name of a regime; an unknown one as it is. */
export const regimeTitle = (regime: string): string => titles[regime] ?? regime;
