export { demoCaller } from './caller.ts';
export { demoDeclared } from './declared.ts';
export { demoEstate, replayEstate } from './estate.ts';
