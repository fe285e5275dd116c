import { CfnParameter, Stack } from 'aws-cdk-lib';
import { CfnFlow } from 'aws-cdk-lib/aws-appflow';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { knownOf } from '../decided-by.ts';
import { constructId } from '../names.ts';
import { periodOf } from '../schedules.ts';
import type { Ingest } from './ingest.ts';

/** Products whose objects AppFlow reads by name alone. */
const products: Readonly<Record<string, readonly [type: string, key: string]>> = {
	salesforce: ['Salesforce', 'salesforce'],
	servicenow: ['Servicenow', 'serviceNow'],
	zendesk: ['Zendesk', 'zendesk'],
	marketo: ['Marketo', 'marketo'],
	slack: ['Slack', 'slack'],
};

/** Records of a SaaS product as Parquet, on a schedule. Its connection is made in AppFlow by somebody who may sign in there. */
export const appflow: Ingest = {
	makes: 'AWS::AppFlow::Flow',
	build(scope, { flow, source, bucket, prefix }, { lake, plan }) {
		const said = knownOf(plan, source, 'saas')?.value;
		const product = typeof said === 'string' && Object.hasOwn(products, said) ? products[said] : undefined;
		if (!product) return 'AppFlow reaches this product only with settings of its own; make the flow there';
		const [connectorType, key] = product;
		const what = (text: string) => `${text} of ${source.title}`.slice(0, 1024);
		const profile = new CfnParameter(scope, 'Connection', {
			description: what('Name of the AppFlow connection'),
			allowedPattern: '^[\\w/!@#+=.-]+$',
		});
		const object = new CfnParameter(scope, 'Object', {
			description: what('Name of the object'),
			allowedPattern: '^[\\w]+$',
		});
		bucket.addToResourcePolicy(
			new PolicyStatement({
				sid: `AppFlow${constructId(source).replace(/[^a-z0-9]/g, '')}`,
				principals: [new ServicePrincipal('appflow.amazonaws.com')],
				actions: ['s3:PutObject', 's3:PutObjectAcl', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
				resources: [bucket.arnForObjects(`${prefix}*`)],
				conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
			}),
		);
		bucket.addToResourcePolicy(
			new PolicyStatement({
				principals: [new ServicePrincipal('appflow.amazonaws.com')],
				actions: ['s3:ListBucketMultipartUploads', 's3:GetBucketAcl'],
				resources: [bucket.bucketArn],
				conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
			}),
		);
		const minutes = periodOf(flow.cadence)?.toMinutes();
		new CfnFlow(scope, 'flow', {
			flowName: constructId(source),
			kmsArn: lake.key.keyArn,
			sourceFlowConfig: {
				connectorType,
				connectorProfileName: profile.valueAsString,
				sourceConnectorProperties: { [key]: { object: object.valueAsString } },
			},
			destinationFlowConfigList: [
				{
					connectorType: 'S3',
					destinationConnectorProperties: {
						s3: {
							bucketName: bucket.bucketName,
							bucketPrefix: prefix.replace(/\/$/, ''),
							s3OutputFormatConfig: { fileType: 'PARQUET', aggregationConfig: { aggregationType: 'None' } },
						},
					},
				},
			],
			tasks: [
				{ taskType: 'Map_all', sourceFields: [], taskProperties: [{ key: 'EXCLUDE_SOURCE_FIELDS_LIST', value: '[]' }] },
			],
			triggerConfig:
				minutes === undefined
					? { triggerType: 'OnDemand' }
					: {
							triggerType: 'Scheduled',
							triggerProperties: { scheduleExpression: `rate(${minutes}minutes)`, dataPullMode: 'Incremental' },
						},
		});
		return 'make its connection in AppFlow, name connection and object as parameters, and switch the flow on';
	},
};
