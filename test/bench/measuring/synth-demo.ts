/** Runs in an exported app: the first synthesis of its plan in a process of its own, and those after it, in milliseconds, as JSON. */
export const synthDemo = `
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { buildApp } from './lib/build-app.ts';
import { readPlan } from './lib/read-plan.ts';
import { timed } from 'TIMING';
const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
const plan = readPlan(new URL('plan.json', import.meta.url));
const synth = () => timed(() => buildApp(new App({ context }), plan, { name: 'pipeline' }).synth());
const cold = synth();
console.log(JSON.stringify({ cold, warm: Array.from({ length: 5 }, synth) }));
`;
