// The entry of the process that puts an export into its place. It stands apart from the one that was started, in a group of its own:
// whatever happens to that one, an export goes in whole once it was given the word, and not at all without it.
import { argv, exit, stdin } from 'node:process';
import { commit } from './workspace/committing.ts';

const [, , folder = '', id = ''] = argv;
let word = '';
for await (const part of stdin) word += String(part);
if (word !== 'go') exit(1);
// What went wrong is told by whoever gave the word, when it tries itself.
await commit(folder, id).catch(() => exit(1));
