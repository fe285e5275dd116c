import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { mayWrite } from '../grants.ts';
import { constructId } from '../names.ts';
import type { Ingest } from './ingest.ts';

/** Data that somebody brings: a policy that lets whoever has it write below the prefix of this source, and nothing else. */
const brought = (says: string): Ingest => ({
	build(scope, { flow, source, bucket, prefix }) {
		const policy = new ManagedPolicy(scope, 'may-bring', {
			description: `May write what ${source.title} brings`.replace(/[^\w .,:;/=+@()-]/g, ' ').slice(0, 1000),
		});
		mayWrite({ addToPrincipalPolicy: (statement) => policy.addStatements(statement) }, bucket, prefix);
		return `${says} to ${prefix} of the bucket of ${flow.to}, with the policy "may-bring" of ${constructId(source)}`;
	},
});

export const s3Upload = brought('upload it');
export const ownDump = brought('let the database write its dump');
export const warehouseExport = brought('let the warehouse write its export');
export const dataTransferTerminal = brought('upload it at the terminal');
export const transferAcceleration = brought('upload it through the accelerated address');
