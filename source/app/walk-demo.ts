import type { ExitCode, Surroundings } from './command.ts';

/**
The demo without a terminal: its plan with costs, and its picture, as text. Today's date decides which services are open.
Ends with 0.
*/
export async function walkDemo(surroundings: Surroundings): Promise<ExitCode> {
	const [{ demoEstate }, { noAnswers }, { derive, ownKnowledge }, { summary }, { textDiagram }, { textWidth }] =
		await Promise.all([
			import('../discovery/demo/index.ts'),
			import('../estate/answers.ts'),
			import('./session/derive.ts'),
			import('./summary.ts'),
			import('../export/text-diagram.ts'),
			import('./wrap.ts'),
		]);
	const [estate, knowledge] = await Promise.all([demoEstate(), ownKnowledge(surroundings.version)]);
	const today = surroundings.now().toISOString().slice(0, 10);
	const { plan } = derive({ estate, answers: noAnswers }, knowledge, today);
	const { columns, print } = surroundings;
	print(
		'The recorded demo account: a company with a shop, plants and card payments. Nothing is read but the recording.\n\n',
	);
	print(summary(plan, columns));
	print(`\nTHE PICTURE\n${textDiagram(plan, textWidth(columns))}`);
	print('\nNext:  headwater plan --demo -o plan.json   and   headwater export plan.json -o out\n');
	return 0;
}
