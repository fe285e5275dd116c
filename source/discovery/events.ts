import type { Cell, Facts, Gap, Link, Place, Source } from '../estate/estate.ts';
import type { Slowed } from './clients/slow-teller.ts';

/** One kind in one region of one account: what discovery reads in one go. A global kind has the region that is asked. */
export type PlannedCell = Readonly<Pick<Cell, 'account' | 'region' | 'kind'>>;

/** What happens while discovery runs, in the order in which it happens. `facts` belong to a source that came before. */
export type DiscoveryEvent =
	| { readonly type: 'planned'; readonly cells: readonly PlannedCell[] }
	| ({ readonly type: 'started' } & PlannedCell)
	| { readonly type: 'source'; readonly source: Source }
	| { readonly type: 'facts'; readonly id: string; readonly facts: Facts }
	| { readonly type: 'place'; readonly place: Place }
	| { readonly type: 'link'; readonly link: Link }
	| { readonly type: 'gap'; readonly gap: Gap }
	/** So many metrics are about to be asked for, which AWS bills. */
	| { readonly type: 'metrics'; readonly asked: number }
	/** AWS asks that an operation be called less often, or, without a rate, no longer does. */
	| ({ readonly type: 'slowed' } & Slowed)
	| { readonly type: 'ended'; readonly cell: Cell };
