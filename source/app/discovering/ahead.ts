import { cellsOf, everywhere } from '../../discovery/planned-cells.ts';
import { actionsFor, policiesOf } from '../../discovery/policy.ts';
import type { Scope } from '../session/session.ts';
import { counted } from '../written.ts';
import { asksAws } from './find-estate.ts';
import { outlookOf, priceOfThousand } from './outlook.ts';
import { policyText } from './policy-text.ts';

/** What is known of a discovery before any call is made. */
export interface Ahead {
	/** What a scope will take, in sentences, and in a few words for a small window. */
	readonly outlook: (scope: Scope) => { readonly says: readonly string[]; readonly short: string };
	/** The policy that a scope needs, as `headwater policy` prints it; undefined where no account is asked. */
	readonly policy: (scope: Scope) => { readonly text: string; readonly documents: number } | undefined;
}

/** Looks ahead by the calls that the collectors declare: nothing is asked for it. */
export function lookAhead(): Ahead {
	const cells = cellsOf('', ['one', 'another']);
	const kinds = new Set(cells.map(({ kind }) => kind)).size;
	const inEach = cells.filter(({ region }) => region === 'another').length;
	const documents = policiesOf(actionsFor());
	const policy = { text: policyText(documents, 'json'), documents: documents.length };
	return {
		outlook(scope) {
			if (!asksAws(scope)) return { says: ['No AWS account is asked.'], short: 'No AWS account is asked.' };
			const accounts = Math.max(1, new Set(scope.profiles).size);
			const isEverywhere = scope.regions.includes(everywhere);
			const regions = isEverywhere ? 1 : Math.max(1, new Set(scope.regions).size);
			const calls = accounts * (kinds + inEach * (regions - 1));
			const where = isEverywhere
				? 'each enabled region'
				: scope.regions.length > 0
					? counted(regions, 'region')
					: `${accounts === 1 ? 'the' : 'each'} profile's own region`;
			const more = isEverywhere ? `, and ${accounts * inEach} more for each region after the first` : '';
			return {
				says: [
					`${counted(kinds, 'kind')} of sources and of what carries data between them.`,
					...outlookOf(where, accounts, calls, more),
				],
				short: `${calls}+ calls${isEverywhere ? ` and ${accounts * inEach} more a region` : ''}, ${priceOfThousand} for 1,000 metrics`,
			};
		},
		policy: (scope) => (asksAws(scope) ? policy : undefined),
	};
}
