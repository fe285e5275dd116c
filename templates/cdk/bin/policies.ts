#!/usr/bin/env node
// Writes what every role of the app may do into policies/, a file for each flow, job or part of a stack: `npm run policies`, or with
// another stage `npm run policies -- NAME`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/build-app.ts';
import { readEnvironment } from '../lib/environment.ts';
import { policiesOf } from '../lib/policies.ts';
import { readPlan } from '../lib/read-plan.ts';

const at = (path: string): URL => new URL(`../${path}`, import.meta.url);
const { context } = JSON.parse(readFileSync(at('cdk.json'), 'utf8'));
const environment = readEnvironment(at('environment.json'), process.argv[2] ?? 'default');
const texts = policiesOf(buildApp(new App({ context }), readPlan(at('plan.json')), environment));
for (const { of, document } of texts) {
	const [stack = '', part = 'all'] = of.split('/');
	mkdirSync(at(`policies/${stack}/`), { recursive: true });
	writeFileSync(at(`policies/${stack}/${part}.json`), `${JSON.stringify(document, undefined, '\t')}\n`);
}
console.log(`policies/: ${texts.length} files`);
