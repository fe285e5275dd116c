// biome-ignore-all lint/suspicious/noTemplateCurlyInString: such texts are what is tested

/** What some language of an export, or something behind it, would take for its own. */
const atoms: readonly string[] = [
	...['"', "'", '`', '``` ', '\\', '\\"', '";', "'; DROP TABLE orders; --", '/*', '*/', '--', '#', '// '],
	...['${}', '${x}', '${Token[TOKEN.12]}', '#{Token[TOKEN.3]}', '{{resolve:ssm:/password}}', '{{x}}', '${AWS::Region}'],
	...['%%{init: {"theme":"dark"}}%%', '%% x', '"] --> b["c', '-->', '|', 'end', 'subgraph x', 'click N0 call fired()'],
	...[
		'click N0 href "javascript:fired()"',
		'style N0 fill:red',
		':::x',
		'@{ shape: x }',
		'#35;',
		'#quot;',
		'&lt;',
		'&amp;#39;',
	],
	...[
		'<script>fired()</script>',
		'<img src=x onerror=fired()>',
		'<svg onload=fired()>',
		'</style>',
		'</title>',
		'</table>',
		'<!--',
		'-->',
	],
	...[
		'<a href="javascript:fired()">x</a>',
		'<iframe srcdoc="<script>parent.fired()</script>">',
		']]>',
		'<?php',
		'<br/>',
		'<b>',
	],
	...['\n', '\r\n', '\t', '\u0000', '\u0007', '\u001b[31m', '\u001b]8;;http://x\u0007', '\u007f', '\u0085'],
	...['\u202e', '\u2066', '\u200d', '\ufeff', '\u2028', '\u2029', '\u00ad', '\ud800', '\uffff'],
	...["=cmd|' /C calc'!A0", '+1+1', '-2', '@SUM(A1)', '\t=1', '＝1', 'a,b', 'a;b', '"a"'],
	...[
		'# heading',
		'- item',
		'1. item',
		'> quote',
		'[x](javascript:fired())',
		'![x](http://x/y.png)',
		'**b**',
		'_i_',
		'$x$',
		'~~s~~',
	],
	...[': ', ' #', '- ', '? ', '!!js/function', '&a', '*a', '<<: ', 'null', 'yes', '~', '---', '...'],
	...[
		'../../etc/passwd',
		'C:\\con',
		'/',
		'.',
		'..',
		'nul',
		'.git/hooks/pre-commit',
		'-rf',
		'$(touch x)',
		'`touch x`',
		'; rm',
	],
	...['__proto__', 'constructor', 'toString', 'hasOwnProperty', ' ', '', '数据', 'ﷺ', 'é', 'é', '👩‍🌾', 'İ', 'ß', '𝒳'],
	...[
		'fa:fa-ban',
		'javascript:fired()',
		'data:text/html,<script>fired()</script>',
		'http://x',
		'www.x.y',
		'x'.repeat(300),
	],
];

/** A fixed sequence of numbers, so that a name that broke something is found again. */
function* numbers(): Generator<number, never> {
	let state = 20_261_128;
	for (;;) {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		yield state;
	}
}

/** So many hostile names: each atom alone, then runs of two to five of them, all different. */
export function hostileNames(count: number): readonly string[] {
	const next = numbers();
	const names = new Set(atoms);
	while (names.size < count) {
		const parts = Array.from({ length: 2 + (next.next().value % 4) }, () => atoms[next.next().value % atoms.length]);
		names.add(parts.join(next.next().value % 3 === 0 ? ' ' : ''));
	}
	return [...names].slice(0, count);
}
