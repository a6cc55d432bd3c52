import { parseArgs } from 'node:util';
import { checkRanks, writeRanks } from '../db/check-ranks';
import { formulaVersion } from '../rank/formula';
import { CommandError, formatSeconds, print, runCommand } from './run-command';

const shownAtMost = 20;

/** `npm run rank` computes all ranks again and compares; `-- --write` stores those of a new formula as a new snapshot. */
async function rank(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  const began = performance.now();
  const { snapshot, equal, different } = await checkRanks();
  print(`Snapshot ${snapshot.id} of ${snapshot.asOf}, formula ${snapshot.formula}; this version has formula ${formulaVersion}.`);
  print(`${equal} of ${equal + different.length} ranks are equal to what is stored (${formatSeconds(began)}).`);
  if (different.length === 0) return;
  const rest = different.length > shownAtMost ? ` and ${different.length - shownAtMost} more` : '';
  print(`Different: ${different.slice(0, shownAtMost).join(', ')}${rest}`);
  if (!values.write) throw new CommandError('Some ranks differ. With a new formula this is expected: run "npm run rank -- --write" to store a new snapshot.');
  const { id, changed } = await writeRanks();
  if (!changed)
    throw new CommandError(
      `The ranks changed although the formula is still ${formulaVersion}. Change formulaVersion in lib/rank/formula.ts and say why in lib/rank/README.md.`,
    );
  print(`Stored as snapshot ${id}.`);
}

void runCommand(rank);
