import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { categoryIds } from '../catalog/categories';
import { formatRecord } from '../catalog/format-record';
import { type Kind, kinds } from '../catalog/kinds';
import { appliesTo, type SignalId, signalIds } from '../catalog/signals';
import { parseSlug } from '../catalog/slug';
import { getConfig } from '../config';
import { CommandError, print, runCommand } from './run-command';

/** What every reader asks first; the other signals of the kind are printed. */
const firstSignals = ['status', 'start-here', 'documentation', 'pricing-model', 'licence'] as const satisfies readonly SignalId[];

type Start = { kind: Kind; slug: string; name: string; category: string | null; today: string };

/** A record with every required field. The hints are no valid values, so that validating names what is still open. */
function makeRecord({ kind, slug, name, category, today }: Start) {
  const source = `doc:${slug}`;
  const evidence = [{ source, address: 'TODO the exact page, or file and lines at a commit, https only' }];
  return {
    id: slug,
    slug,
    kind,
    category: category ?? `TODO one of: ${categoryIds.join(', ')}`,
    name,
    vendor: 'TODO who makes it',
    summary: 'TODO',
    pickFor: 'TODO',
    describedFrom: 'TODO what the capabilities were described from: the README at commit 12fa950',
    aliases: ['TODO other names and ids, such as github:owner/name'],
    homepage: 'TODO https address, or remove this line',
    repository: 'TODO owner/name, or remove this line',
    sources: [{ id: source, title: 'TODO', publisher: 'TODO', address: 'TODO https address', licence: null, readOn: today, kind: 'documentation' }],
    facts: firstSignals.map((signal) => ({
      signal,
      value: 'TODO, or remove this fact when nothing is known',
      asOf: today,
      source,
      method: 'TODO measured, vendor-claimed, derived or editorial',
    })),
    capabilities: [
      {
        key: `TODO stable key`,
        job: 'TODO what it does as a slug that other tools can share: transcribe-audio',
        name: 'TODO',
        description: 'TODO',
        inputs: ['TODO'],
        outputs: ['TODO'],
        limitations: [],
        needs: ['TODO what a person would type to get this done'],
        evidence,
      },
    ],
    relations: [],
  };
}

/** `npm run record:new -- --kind model --slug my-model --name "My model"` */
async function newRecord(): Promise<void> {
  const { values } = parseArgs({
    options: { kind: { type: 'string' }, slug: { type: 'string' }, name: { type: 'string' }, category: { type: 'string' }, dir: { type: 'string' } },
  });
  const kind = kinds.find((each) => each === values.kind);
  if (kind === undefined) throw new CommandError(`--kind must be one of: ${kinds.join(', ')}.`);
  const slug = parseSlug(values.slug ?? '');
  if (slug === null) throw new CommandError('--slug must be a slug: a-z, 0-9 and single hyphens, at most 50 characters, no part equal to "vs".');
  const name = values.name?.trim();
  if (!name) throw new CommandError('--name must say what the tool is called.');
  const category = values.category ?? null;
  if (category !== null && !categoryIds.some((id) => id === category)) throw new CommandError(`--category must be one of: ${categoryIds.join(', ')}.`);
  const file = join(values.dir ?? getConfig().catalogDir, kind, `${slug}.json`);
  if (existsSync(file)) throw new CommandError(`${file} is there already. Choose another slug, or edit that file.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, formatRecord(makeRecord({ kind, slug, name, category, today: new Date().toISOString().slice(0, 10) })), { flag: 'wx' });
  print(`${file} is written.`);
  print(
    `Signals that a ${kind} can have: ${signalIds.filter((id) => categoryIds.some((each) => (category ?? each) === each && appliesTo(id, kind, each))).join(', ')}.`,
  );
  print('Replace every TODO, then run "npm run import -- --validate": it says what is still open. The fields are explained in lib/catalog/record.ts.');
}

void runCommand(newRecord);
