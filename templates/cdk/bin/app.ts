#!/usr/bin/env node
// Builds the app from plan.json for a stage of environment.json: `-c stage=NAME`, else the one called "default". Started by the CDK
// command line, which hands the context of cdk.json over.
import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/build-app.ts';
import { readEnvironment } from '../lib/environment.ts';
import { readPlan } from '../lib/read-plan.ts';

const plan = readPlan(new URL('../plan.json', import.meta.url));
const app = new App();
const stage = String(app.node.tryGetContext('stage') ?? 'default');
const environment = readEnvironment(new URL('../environment.json', import.meta.url), stage);
const account = environment.account ?? process.env.CDK_DEFAULT_ACCOUNT;
buildApp(app, plan, { ...environment, ...(account === undefined ? {} : { account }) }).synth();
