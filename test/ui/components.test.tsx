import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { List } from '../../source/ui/components/list.tsx';
import { Menu } from '../../source/ui/components/menu.tsx';
import { Rows } from '../../source/ui/components/rows.tsx';
import { row, span } from '../../source/ui/rows.ts';

const named = (index: number, isHere: boolean) => row(span(`${isHere ? '❯' : ' '} source ${index}`));

test('a list of a hundred thousand draws the rows around the cursor only', () => {
	let asked = 0;
	const of = (index: number, isHere: boolean) => {
		asked += 1;
		return named(index, isHere);
	};
	const { lastFrame } = render(<List count={100_000} cursor={50_000} size={{ columns: 30, rows: 5 }} of={of} />);
	expect(lastFrame()?.split('\n').length).toBe(5);
	expect(lastFrame()).toContain('❯ source 50000');
	expect(asked).toBeLessThan(20);
});

test('a menu points at the entry under the cursor, wherever the cursor goes', () => {
	const menu = (cursor: number) => <Menu count={4} cursor={cursor} size={{ columns: 20, rows: 4 }} of={named} />;
	const screen = render(menu(0));
	expect(screen.lastFrame()).toBe('❯ source 0\n  source 1\n  source 2\n  source 3');
	screen.rerender(menu(2));
	expect(screen.lastFrame()).toBe('  source 0\n  source 1\n❯ source 2\n  source 3');
});

test('a menu longer than its window moves with the cursor', () => {
	const { lastFrame } = render(<Menu count={9} cursor={8} size={{ columns: 20, rows: 3 }} of={named} />);
	expect(lastFrame()).toMatch(/❯ source 8$/);
	expect(lastFrame()?.split('\n').length).toBe(3);
});

test('rows that do not fit say how many are below, and none is wider than the window', () => {
	const rows = Array.from({ length: 10 }, (_, index) => row(`${index} ${'年度報告'.repeat(10)}`));
	const { lastFrame } = render(<Rows rows={rows} columns={12} height={4} />);
	const lines = lastFrame()?.split('\n') ?? [];
	expect(lines.length).toBe(4);
	expect(lines[0]).toMatch(/^0 年度/);
	expect(lines.at(-1)).toContain('7 more');
});

test('escape sequences in a name do not reach the screen', () => {
	const { lastFrame } = render(<Rows rows={[row('a\u001b[31mred\u001b]0;title\u0007b')]} columns={20} height={1} />);
	expect(lastFrame()?.trimEnd()).toBe('aredb');
});
