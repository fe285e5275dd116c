#!/usr/bin/env node
// Writes what the owners of sources in other accounts set up there, a file for each account: `npm run owners`, or with another stage
// `npm run owners -- NAME ACCOUNT`. The account is that which is deployed to, if environment.json does not say it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { located, readEnvironment } from '../lib/environment.ts';
import { ownersOf } from '../lib/owners.ts';
import { readPlan } from '../lib/read-plan.ts';

const [, , stage = 'default', given = process.env.CDK_DEFAULT_ACCOUNT] = process.argv;
const environment = readEnvironment(new URL('../environment.json', import.meta.url), stage);
const account = environment.account ?? given;
if (account === undefined)
	throw new Error('Say the account that is deployed to in environment.json, or behind the stage.');
const plan = located(readPlan(new URL('../plan.json', import.meta.url)), environment);
const owners = ownersOf(plan, { ...environment, account });
const folder = new URL('../owners/', import.meta.url);
if (owners.length > 0) mkdirSync(folder, { recursive: true });
for (const owner of owners)
	writeFileSync(new URL(`${owner.account}.json`, folder), `${JSON.stringify(owner, undefined, '\t')}\n`);
console.log(
	owners.length === 0 ? 'Every source is in this account.' : `owners/: ${owners.map((one) => one.account).join(', ')}`,
);
