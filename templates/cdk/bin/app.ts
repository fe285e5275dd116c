#!/usr/bin/env node
// Builds the app from plan.json. Started by the CDK command line, which hands the context of cdk.json over.
import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/build-app.ts';
import { readPlan } from '../lib/read-plan.ts';

const plan = readPlan(new URL('../plan.json', import.meta.url));
buildApp(new App(), plan, process.env.CDK_DEFAULT_ACCOUNT).synth();
