import { controls } from './controls/index.ts';
import { engines } from './engines/index.ts';
import { preparations } from './preparations/index.ts';
import { prices } from './prices/index.ts';
import type { Catalog } from './record.ts';
import { services } from './services/index.ts';
import { strategies } from './strategies/index.ts';

/** Everything the program itself knows. */
export const catalog: Catalog = { services, strategies, controls, preparations, engines, prices };
