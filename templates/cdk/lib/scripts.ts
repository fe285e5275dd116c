import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-glue';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { mayFetch } from './grants.ts';

/** A script of `jobs` in the folder `glue` beside this app, or with `lake` the modules that `curate.py` imports as one archive; the role may fetch it. */
export function codeOf(scope: Construct, role: IRole, name: 'curate.py' | 'extract.py' | 'read.py' | 'lake'): Code {
	const stack = Stack.of(scope);
	const id = `code-${name.replace('.', '-')}`;
	const found = stack.node.tryFindChild(id);
	const path = beside(name === 'lake' ? name : `jobs/${name}`);
	const asset = found instanceof Asset ? found : new Asset(stack, id, { path, exclude: ['__pycache__'] });
	mayFetch(role, asset);
	return Code.fromBucket(asset.bucket, asset.s3ObjectKey);
}

function beside(name: string): string {
	const path = fileURLToPath(new URL(`../../glue/${name}`, import.meta.url));
	if (existsSync(path)) return path;
	throw new Error(`${path} is missing. Export again, with the format "glue" or "cdk", and keep both folders together.`);
}
