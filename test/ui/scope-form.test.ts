import { expect, test } from 'vitest';
import { fieldOf } from '../../source/ui/field.ts';
import { initial } from '../../source/ui/initial.ts';
import { moveWelcome } from '../../source/ui/moves/welcome.ts';
import { formFor, readScope, scopeFields, scopeForm } from '../../source/ui/scope-form.ts';
import type { ScopeForm } from '../../source/ui/state.ts';
import { memoryHost } from './memory-host.ts';

const formOf = (texts: Readonly<Partial<Record<(typeof scopeFields)[number]['of'], string>>>) => ({
	focus: 0,
	fields: scopeFields.map(({ of }) => fieldOf(texts[of] ?? '')),
});

/** The start screen with a form over it. */
const startOf = (form: ScopeForm) => {
	const ui = initial(memoryHost(), { demo: false, ascii: false }, { columns: 80, rows: 24 });
	return { ...ui, views: { ...ui.views, welcome: { cursor: 0, form } } };
};

test('a form says what to look at, and its session is called after it', () => {
	expect(
		readScope(formOf({ profiles: 'one, two', folders: '/data/plant', databases: 'postgres://me@db.example/orders' })),
	).toEqual({
		title: 'one, two, plant, orders',
		scope: {
			demo: false,
			profiles: ['one', 'two'],
			regions: [],
			folders: ['/data/plant'],
			declared: [],
			databases: ['postgres://me@db.example/orders'],
		},
	});
	expect(readScope(formOf({ databases: 'mysql://db.example:3307' })).title).toBe('db.example:3307');
	expect(readScope(formOf({ databases: 'env:SHOP_URL' })).title).toBe('SHOP_URL');
});

test('a scope can be put right in the form it came from', () => {
	const { scope } = readScope(formOf({ databases: 'mysql://db.example/shop' }));
	expect(readScope(formFor(scope)).scope).toEqual(scope);
	expect(readScope(scopeForm('files', { names: ['one'], ambient: false })).scope.profiles).toEqual([]);
});

test('an address with a password is refused before any session keeps it', () => {
	const ui = startOf(formOf({ databases: 'postgres://me:hidden@db.example/orders' }));
	const after = moveWelcome(ui, 'look');
	expect(after.views.welcome.form?.fault?.message).toContain('A password in the command can be read');
	expect(after.wishes).toEqual(ui.wishes);
	const begun = moveWelcome(startOf(formOf({ databases: 'env:SHOP_URL' })), 'look');
	expect(JSON.stringify(begun.wishes)).toContain('env:SHOP_URL');
});
