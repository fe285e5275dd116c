import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { commands } from '../../source/app/commands/index.ts';
import { completionScript } from '../../source/app/completion.ts';

const session = { demo: { type: 'boolean', says: "the recorded account's data" } } as const;

/** What bash would offer for a line that is being typed. */
function offered(...words: readonly string[]): readonly string[] {
	const line = words.map((word) => `'${word}'`).join(' ');
	const asks = `COMP_WORDS=(headwater ${line}); COMP_CWORD=${words.length}; _headwater; printf '%s\\n' "\${COMPREPLY[@]}"`;
	const { stdout, stderr } = spawnSync(
		'bash',
		['--norc', '-c', `${completionScript('bash', commands, session)}\n${asks}`],
		{
			encoding: 'utf8',
		},
	);
	expect(stderr).toBe('');
	return stdout.trim().split('\n');
}

test('bash completes commands, the options of each, and the options of the session', () => {
	expect(offered('')).toEqual(expect.arrayContaining([...Object.keys(commands), 'completion', '--demo']));
	expect(offered('expl')).toEqual(['explain']);
	expect(offered('plan', '--est')).toEqual(['--estate']);
	expect(offered('completion', 'f')).toEqual(['fish']);
});

test('each shell knows every command and every option', () => {
	for (const shell of ['bash', 'zsh', 'fish']) {
		const script = completionScript(shell, commands, session);
		for (const [name, { options }] of Object.entries(commands)) {
			expect(script).toContain(name);
			for (const option of Object.keys(options)) expect(script).toMatch(new RegExp(`-(?:-|l )${option}\\b`));
		}
	}
});

test('another shell is refused with those that are known', () => {
	expect(() => completionScript('tcsh', commands, session)).toThrow('There is no completion for "tcsh".');
	expect(() => completionScript(undefined, commands, session)).toThrow('No shell was named.');
});
