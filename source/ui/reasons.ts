// Why keys do nothing at the moment, each a sentence; undefined where they do something.
import { policyOf } from './scope-form.ts';
import { documentsOf, type Ui, type Views } from './state.ts';
import { cellUnder } from './under.ts';

export const whileScanning = ({ scan }: Ui): string | undefined =>
	scan?.running ? 'Discovery still runs; plan when it is done, or stop it with x.' : undefined;
export const noCell = (ui: Ui): string | undefined => {
	if (ui.scan?.running) return 'Discovery still runs.';
	return cellUnder(ui) ? undefined : 'Every cell was read.';
};
export const nothingFound = (ui: Ui): string | undefined =>
	(documentsOf(ui)?.estate.sources.length ?? 0) > 0
		? undefined
		: ui.scan?.running
			? 'Nothing has been found yet.'
			: 'Nothing was found. Look at something else, or try again.';
export const unready = (ui: Ui): string | undefined =>
	ui.scan?.running ? 'Discovery still runs; look when it is done.' : nothingFound(ui);
export const nothingOffered = ({ views: { sources } }: Ui): string | undefined =>
	(sources.readiness?.offer?.about.length ?? 0) > 0 ? undefined : 'None of these can be read in samples.';
export const againstWriting = ({ busy, fault, report }: Views['export']): string | undefined => {
	if (busy) return 'It is being worked on.';
	if (fault) return 'Nothing can be written there; f names another folder.';
	return report?.dryRun ? undefined : 'The files are written; f names another folder.';
};
export const noAnswers = ({ session }: Ui): string | undefined =>
	session && session.past.length > 0 ? undefined : 'There is nothing to undo.';
export const nothingUndone = ({ session }: Ui): string | undefined =>
	session && session.future.length > 0 ? undefined : 'Nothing was undone.';
export const noTour = ({ tour }: Ui): string | undefined =>
	typeof tour === 'string' ? 'No tour is under way.' : undefined;
export const noOffer = ({ tour }: Ui): string | undefined => (tour === 'over' ? 'It is not offered.' : undefined);
export const noPolicy = (ui: Ui): string | undefined =>
	policyOf(ui) || !ui.ahead ? undefined : 'No AWS account is asked, so no policy is needed.';
