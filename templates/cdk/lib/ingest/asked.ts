import { CfnParameter, type CfnParameterProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PlannedSource } from '../plan.ts';

/** What only whoever deploys knows of a source, as a parameter of the stack: `what` and the title describe it. Its value. */
export const asked = (
	scope: Construct,
	{ title }: PlannedSource,
	id: string,
	what: string,
	limits: Pick<CfnParameterProps, 'allowedPattern' | 'default' | 'minLength'>,
): string =>
	new CfnParameter(scope, id, { description: `${what} of ${title}`.slice(0, 1024), ...limits }).valueAsString;

/** The secret with which a source lets somebody in. */
export const askedLogin = (
	scope: Construct,
	source: PlannedSource,
	what = 'Secret with username and password',
): string => asked(scope, source, 'LoginArn', what, { allowedPattern: '^arn:[a-z-]+:secretsmanager:.+$' });
