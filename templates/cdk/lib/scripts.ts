import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';

/** The path of a job's script, which lies in the folder `glue` beside this app. */
export const scriptOf = (name: string): string => beside(`jobs/${name}`);

/** The modules that `curate.py` imports, as one archive for all jobs of a stack. */
export function modules(scope: Construct): Asset {
	const stack = Stack.of(scope);
	const found = stack.node.tryFindChild('modules');
	return found instanceof Asset
		? found
		: new Asset(stack, 'modules', { path: beside('lake'), exclude: ['__pycache__'] });
}

function beside(name: string): string {
	const path = fileURLToPath(new URL(`../../glue/${name}`, import.meta.url));
	if (existsSync(path)) return path;
	throw new Error(`${path} is missing. Export again, with the format "glue" or "cdk", and keep both folders together.`);
}
