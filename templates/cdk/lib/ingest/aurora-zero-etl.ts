import { CfnIntegration } from 'aws-cdk-lib/aws-rds';
import { arns, constructId, partOf } from '../names.ts';
import type { Ingest } from './ingest.ts';
import { warehouseOf } from './warehouse.ts';

/** A database that writes itself into a warehouse within seconds to minutes, without code. */
export const auroraZeroEtl: Ingest = {
	needsNetwork: true,
	makes: 'AWS::RDS::Integration',
	build(scope, { source }, around) {
		if (partOf(source, arns.cluster) === undefined && partOf(source, arns.database) === undefined)
			return 'its id is not the ARN of an Aurora cluster or an RDS instance';
		const warehouse = warehouseOf(scope, around);
		const integration = new CfnIntegration(scope, 'integration', {
			integrationName: constructId(source),
			sourceArn: source.id,
			targetArn: warehouse.namespaceArn,
			kmsKeyId: around.lake.key.keyArn,
			additionalEncryptionContext: { pipeline: around.environment.name },
			// Every table of every schema; narrow it here to what models need.
			dataFilter: 'include: *.*',
		});
		integration.node.addDependency(warehouse);
		return `once the integration is active, run in the warehouse: CREATE DATABASE ${source.title.replace(/[^a-z0-9]+/gi, '_').toLowerCase() || 'source'} FROM INTEGRATION, with its id`;
	},
};
