import type { ServiceRecord } from '../record.ts';
import { dataPipeline } from './data-pipeline.ts';
import { dataTransferTerminal } from './data-transfer-terminal.ts';
import { datasync } from './datasync.ts';
import { directConnect } from './direct-connect.ts';
import { dms } from './dms.ts';
import { dynamodbExport } from './dynamodb-export.ts';
import { glueDynamodbRead } from './glue-dynamodb-read.ts';
import { glueJdbc } from './glue-jdbc.ts';
import { glueZeroEtl } from './glue-zero-etl.ts';
import { internet } from './internet.ts';
import { rdsSnapshotExport } from './rds-snapshot-export.ts';
import { redshiftUnload } from './redshift-unload.ts';
import { s3Direct } from './s3-direct.ts';
import { s3FileGateway } from './s3-file-gateway.ts';
import { s3Replication } from './s3-replication.ts';
import { s3TransferAcceleration } from './s3-transfer-acceleration.ts';
import { s3Upload } from './s3-upload.ts';
import { siteToSiteVpn } from './site-to-site-vpn.ts';
import { snowball } from './snowball.ts';
import { snowcone } from './snowcone.ts';
import { snowmobile } from './snowmobile.ts';
import { transferFamily } from './transfer-family.ts';

/** Every service the planner knows; the key is the id and the name of its file. */
export const services = {
	'data-pipeline': dataPipeline,
	'data-transfer-terminal': dataTransferTerminal,
	datasync,
	'direct-connect': directConnect,
	dms,
	'dynamodb-export': dynamodbExport,
	'glue-dynamodb-read': glueDynamodbRead,
	'glue-jdbc': glueJdbc,
	'glue-zero-etl': glueZeroEtl,
	internet,
	'rds-snapshot-export': rdsSnapshotExport,
	'redshift-unload': redshiftUnload,
	's3-direct': s3Direct,
	's3-file-gateway': s3FileGateway,
	's3-replication': s3Replication,
	's3-transfer-acceleration': s3TransferAcceleration,
	's3-upload': s3Upload,
	'site-to-site-vpn': siteToSiteVpn,
	snowball,
	snowcone,
	snowmobile,
	'transfer-family': transferFamily,
} as const satisfies Readonly<Record<string, ServiceRecord>>;

export type ServiceId = keyof typeof services;
