// Bundles the program into dist/. The entry stays small; whatever is heavy (Ink, the AWS clients, the catalogue) becomes a
// chunk of its own that loads when it is first needed. Plain JavaScript, so that an old Node still reaches the sentence below.
import { chmodSync, readFileSync } from 'node:fs';
import { versions } from 'node:process';
import { fileURLToPath } from 'node:url';

const oldest = 22;
if (Number(versions.node.split('.')[0]) < oldest) {
	const advice =
		`Building headwater takes Node ${oldest} or newer, and this is ${versions.node}. The dev dependency "node" carries Node 24,\n` +
		'but npm did not run its install script. This runs it:  npm rebuild node --ignore-scripts=false\n';
	process.stderr.write(advice);
	process.exit(1);
}

const { rolldown } = await import('rolldown');
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Ink asks for its debugger only in development; it is not installed and must not be shipped. */
const withoutDebugger = {
	name: 'without-debugger',
	resolveId: (id) => (id === 'react-devtools-core' ? `\0${id}` : undefined),
	load: (id) =>
		id === '\0react-devtools-core' ? 'export default { initialize() {}, connectToDevTools() {} };' : undefined,
};

/**
Yoga would read its own WebAssembly, which stands in the file as text, with fetch; that loads the whole HTTP client of Node
before the first frame. Without fetch it decodes the text itself, in a quarter of the time.
*/
const withoutFetch = {
	name: 'without-fetch',
	transform: (code, id) =>
		id.includes('yoga-wasm-base64')
			? code.replaceAll('"function"==typeof fetch', 'false').replaceAll('"function"!=typeof fetch', 'true')
			: undefined,
};

const bundle = await rolldown({
	input: {
		cli: 'source/cli.tsx',
		scan: 'source/app/scan.ts',
		sample: 'source/app/sample.ts',
		commit: 'source/app/commit.ts',
	},
	resolve: {
		// AWS ships its clients twice; only their ES modules can be cut down to the commands that are sent.
		mainFields: ['module', 'main'],
		conditionNames: ['module'],
		// Ink carries an older copy whose first measurement takes 20 ms; one copy does for both.
		alias: { 'string-width': fileURLToPath(new URL('../node_modules/string-width/index.js', import.meta.url)) },
	},
	platform: 'node',
	external: ['@mermaid-js/mermaid-cli', '@duckdb/node-api'],
	plugins: [withoutDebugger, withoutFetch],
	transform: {
		target: `node${oldest}`,
		define: {
			'process.env.NODE_ENV': '"production"',
			'process.env.HEADWATER_VERSION': JSON.stringify(version),
		},
	},
});
await bundle.write({ dir: 'dist', format: 'esm', cleanDir: true, minify: true, chunkFileNames: '[name]-[hash].js' });
await bundle.close();
chmodSync('dist/cli.js', 0o755);
