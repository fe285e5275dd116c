import assert from 'node:assert/strict';
import type { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Plan } from '../lib/plan.ts';
import { appOf } from './plans.ts';

/** A stack of an app by its part of the name. */
export const stackOf = (app: App, id: string): Stack => {
	const found = app.node.tryFindChild(id);
	assert.ok(found, `There is no stack ${id}`);
	return found as Stack;
};

const apps = new Map<string, App>();

/** The template of a stack of a plan. An app is built once for all that is asked about it. */
export function template(plan: Plan, id: string): Template {
	const key = JSON.stringify(plan);
	const app = apps.get(key) ?? appOf(plan);
	apps.set(key, app);
	return Template.fromStack(stackOf(app, id));
}
