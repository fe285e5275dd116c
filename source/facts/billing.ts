import type { Vocabulary } from './fact.ts';

/** What an organisation pays with. It changes what is shown and paid, and no route: costs are compared in dollars, before credits. */
export const billing = {
	'cost.credits': {
		title: 'Credits',
		about: 'workload',
		type: 'quantity',
		unit: 'dollars',
		plausible: [0, 1e8],
		help: 'What AWS has granted and the bill is paid from first. Routes are compared at cost before credits, since credits run out.',
		assume: 0,
	},
	'cost.currency': {
		title: 'Currency that money is shown in',
		about: 'workload',
		type: 'choice',
		values: [
			...['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CAD', 'AUD', 'NZD', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'RON'],
			...[
				'INR',
				'CNY',
				'HKD',
				'SGD',
				'KRW',
				'TWD',
				'THB',
				'IDR',
				'MYR',
				'BRL',
				'MXN',
				'ZAR',
				'AED',
				'SAR',
				'ILS',
				'TRY',
			],
		],
		help: 'AWS prices in dollars. Another currency is only shown once you say how much of it a dollar is.',
		assume: 'USD',
	},
	'cost.rate': {
		title: 'Units of that currency for a dollar',
		about: 'workload',
		type: 'quantity',
		unit: 'count',
		plausible: [0.001, 100_000],
		help: 'The rate that your organisation reckons with, such as 0.92. It is never looked up.',
	},
} as const satisfies Vocabulary;
