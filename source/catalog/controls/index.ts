import type { ControlRecord } from '../record.ts';
import { cardData } from './card-data.ts';
import { changeControl } from './change-control.ts';
import { classification } from './classification.ts';
import { cloudtrail } from './cloudtrail.ts';
import { crossRegionReads } from './cross-region-reads.ts';
import { customerKeys } from './customer-keys.ts';
import { dataEvents } from './data-events.ts';
import { eligibleServices } from './eligible-services.ts';
import { encryptionAtRest } from './encryption-at-rest.ts';
import { erasure } from './erasure.ts';
import { erasureOrRepeat } from './erasure-or-repeat.ts';
import { featureStore } from './feature-store.ts';
import { federalCloud } from './federal-cloud.ts';
import { financialSafeguards } from './financial-safeguards.ts';
import { foreignKeys } from './foreign-keys.ts';
import { gatewayEndpoint } from './gateway-endpoint.ts';
import { healthData } from './health-data.ts';
import { keyManagement } from './key-management.ts';
import { lakeFormation } from './lake-formation.ts';
import { leastPrivilege } from './least-privilege.ts';
import { logRetention } from './log-retention.ts';
import { macie } from './macie.ts';
import { privateNetwork } from './private-network.ts';
import { publicAccess } from './public-access.ts';
import { residency } from './residency.ts';
import { rowColumnRules } from './row-column-rules.ts';
import { sharedAccounts } from './shared-accounts.ts';
import { smallObjects } from './small-objects.ts';
import { storageLifecycle } from './storage-lifecycle.ts';
import { tlsOnly } from './tls-only.ts';
import { trainingSnapshot } from './training-snapshot.ts';
import { transferBasis } from './transfer-basis.ts';

/** Everything that must hold before a plan is safe; the key is the id and the name of its file. */
export const controls = {
	'card-data': cardData,
	'change-control': changeControl,
	classification,
	cloudtrail,
	'cross-region-reads': crossRegionReads,
	'customer-keys': customerKeys,
	'data-events': dataEvents,
	'eligible-services': eligibleServices,
	'encryption-at-rest': encryptionAtRest,
	erasure,
	'erasure-or-repeat': erasureOrRepeat,
	'feature-store': featureStore,
	'federal-cloud': federalCloud,
	'financial-safeguards': financialSafeguards,
	'foreign-keys': foreignKeys,
	'gateway-endpoint': gatewayEndpoint,
	'health-data': healthData,
	'key-management': keyManagement,
	'lake-formation': lakeFormation,
	'least-privilege': leastPrivilege,
	'log-retention': logRetention,
	macie,
	'private-network': privateNetwork,
	'public-access': publicAccess,
	residency,
	'row-column-rules': rowColumnRules,
	'shared-accounts': sharedAccounts,
	'small-objects': smallObjects,
	'storage-lifecycle': storageLifecycle,
	'tls-only': tlsOnly,
	'training-snapshot': trainingSnapshot,
	'transfer-basis': transferBasis,
} as const satisfies Readonly<Record<string, ControlRecord>>;
