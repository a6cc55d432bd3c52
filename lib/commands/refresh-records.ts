import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { normaliseAlias } from '../catalog/check-references';
import { derivePricing } from '../catalog/derive-pricing';
import type { SourceEntry } from '../catalog/entry';
import { type Draft, formatRecord } from '../catalog/format-record';
import { isReseller } from '../catalog/hosts';
import { joinEntries } from '../catalog/join-entries';
import { type Kind, kinds } from '../catalog/kinds';
import { type Fact, fact } from '../catalog/record';
import { appliesTo, isSignalId } from '../catalog/signals';
import { getConfig } from '../config';
import { canonicalJson } from '../db/canonical-json';
import { getFactKey } from '../db/fact-key';
import { listSourceFiles, readSourceFile } from './read-source-file';
import { CommandError, print, runCommand } from './run-command';

const draft = z.looseObject({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(kinds),
  category: z.string(),
  aliases: z.array(z.string()),
  facts: z.array(z.looseObject({ signal: z.string(), asOf: z.string() })),
});
type DraftRecord = z.infer<typeof draft> & Draft;
type RecordPath = { path: string; record: DraftRecord; text: string };

/** Of all places that sell a model, a record holds its maker's own and the one that most models have in common; where neither sells it, the others' prices. */
const commonHost = 'OpenRouter';
/** What other lists repeat of its prices is older than what it says itself. */
const commonSource = 'openrouter-api';

type Said = Pick<Fact, 'signal' | 'conditions' | 'source'>;
const isPrice = ({ signal }: Said): boolean => signal.startsWith('price-');

const isPreferred = ({ conditions, source }: Said): boolean => {
  const host = conditions?.host;
  if (host === commonHost) return source === commonSource;
  return host === undefined || !isReseller(host);
};

const isElsewhere = (fact: Said): boolean => isPrice(fact) && fact.conditions?.host !== commonHost && !isPreferred(fact);

function readDrafts(folder: string): RecordPath[] {
  return kinds.flatMap((kind: Kind) =>
    readdirSync(join(folder, kind))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => {
        const path = join(folder, kind, name);
        const text = readFileSync(path, 'utf8');
        const json = JSON.parse(text);
        const parsed = draft.safeParse(json);
        if (!parsed.success) throw new CommandError(`${path} cannot be refreshed: ${z.prettifyError(parsed.error)}`);
        // In the order of the file: parsing puts the members it knows first.
        return { path, record: { ...json, ...parsed.data }, text };
      }),
  );
}

/** The facts of an entry that a record does not hold yet, each once. */
function findNewFacts(record: DraftRecord, entries: readonly SourceEntry[]): Fact[] {
  const held = new Set(record.facts.map(canonicalJson));
  const said = [...record.facts.flatMap((each) => fact.safeParse(each).data ?? []), ...entries.flatMap(({ facts }) => facts)];
  const isSold = said.some((each) => isPrice(each) && isPreferred(each));
  const isKept = (each: Fact): boolean => isPreferred(each) || (!isSold && isElsewhere(each));
  const fresh = new Map<string, Fact>();
  for (const fact of entries.flatMap(({ facts }) => facts)) {
    const applies = isSignalId(fact.signal) && appliesTo(fact.signal, record.kind, record.category);
    if (applies && isKept(fact) && !held.has(canonicalJson(fact))) fresh.set(getFactKey(record.id, fact), fact);
  }
  return [...fresh.values()];
}

/** The facts of a record with new ones, and how one pays where that follows from them and nobody has said it. */
function completeFacts(record: DraftRecord, added: readonly Fact[]): DraftRecord['facts'] {
  const facts = [...new Map([...record.facts, ...added].map((fact) => [canonicalJson(fact), fact])).values()];
  const stored = facts.flatMap((each) => {
    const parsed = fact.safeParse(each);
    return parsed.success && isSignalId(parsed.data.signal) ? [{ ...parsed.data, signal: parsed.data.signal, key: getFactKey(record.id, parsed.data) }] : [];
  });
  const pricing = derivePricing(record.kind, stored);
  return pricing === null ? facts : [...facts, pricing];
}

/**
 * `npm run record:refresh -- SOURCE FILE [--as-of DAY]` or `-- --all DIR`: writes what files of sources say about the tools that
 * have a record into their records, for a person to review before they are committed. Facts are added, none is changed.
 */
async function refreshRecords(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'string' }, 'as-of': { type: 'string' }, dir: { type: 'string' } },
  });
  const records = readDrafts(values.dir ?? getConfig().catalogDir);
  const known = new Map(records.flatMap(({ record }) => record.aliases.map((alias) => [normaliseAlias(alias), record.id] as const)));
  const added = new Map<string, Fact[]>();
  for (const { name, source, path } of listSourceFiles(positionals, values.all)) {
    const { entries, rejected } = readSourceFile(source, path, values['as-of']).parsed;
    const { matched, doubtful } = joinEntries(entries, known, new Set());
    const ofTool = new Map<string, SourceEntry[]>();
    for (const { toolId, entry } of matched) ofTool.set(toolId, [...(ofTool.get(toolId) ?? []), entry]);
    let count = 0;
    for (const { record } of records) {
      const fresh = findNewFacts(record, ofTool.get(record.id) ?? []);
      added.set(record.id, [...(added.get(record.id) ?? []), ...fresh]);
      count += fresh.length;
    }
    const doubts = doubtful.map(({ entry, toolIds }) => `\n  ${entry.at}: its names lead to ${toolIds.join(' and ')}`).join('');
    print(
      `${name} ${path}: ${entries.length} read, ${ofTool.size} records matched, ${count} facts new, ${rejected.length} rejected, ${doubtful.length} doubtful${doubts}`,
    );
  }
  let changed = 0;
  for (const { path, record, text } of records) {
    const next = formatRecord({ ...record, facts: completeFacts(record, added.get(record.id) ?? []) });
    if (next === text) continue;
    writeFileSync(path, next);
    changed += 1;
  }
  print(`${changed} of ${records.length} records were written. Review them, then run "npm run import -- --validate".`);
}

void runCommand(refreshRecords);
