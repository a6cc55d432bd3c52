import { countCatalogue } from '../db/count-catalogue';
import { readSnapshot, wholeCatalogueTimeout } from '../db/read-snapshot';
import { print, runCommand } from './run-command';

/** Fewer tools of a category than this leave a reader nothing to choose from. */
const fewestRivals = 3;

/** `npm run counts`: what the catalogue holds, counted from the database. */
async function counts(): Promise<void> {
  const { snapshot, value } = await readSnapshot(countCatalogue, wholeCatalogueTimeout);
  const { kinds, categories, models, capabilities, sources, aliases } = value;
  const total = kinds.reduce((sum, { tools }) => sum + tools, 0);
  print(`Snapshot ${snapshot.id}, newest data ${snapshot.asOf}, formula ${snapshot.formula}`);
  print(`${total} tools, ${sources.facts} facts from ${sources.total} sources, ${aliases} other names`);
  for (const { kind, tools, ranked, facts } of kinds) print(`  ${kind}: ${tools}, ${ranked} of them ranked, ${facts} facts`);
  print(
    `Models: ${models.priced} with a price, ${models.dated} with a day of release, ${models.pricedAndDated} with both, ${models.benchmarked} with a benchmark, of ${models.tools}`,
  );
  print(`Models with a price, a day of release and a benchmark: ${models.complete}`);
  print(
    `Capabilities: ${capabilities.claims}; written by hand for ${capabilities.written} tools, derived for ${capabilities.derived}, none for ${capabilities.none}`,
  );
  const thin = categories.filter(({ tools }) => tools < fewestRivals);
  print(
    `${categories.length} categories, ${thin.length} with fewer than ${fewestRivals} tools${thin.length === 0 ? '' : `: ${thin.map(({ category }) => category).join(', ')}`}`,
  );
  for (const { category, tools } of [...categories].reverse()) print(`  ${category}: ${tools}`);
}

void runCommand(counts);
