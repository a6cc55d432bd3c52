import type { GetFactKey, Issue, Written } from './check-records';
import type { Evidence, Source, ToolRecord } from './record';

type Checked = {
  records: readonly Written<ToolRecord>[];
  shared: readonly Written<Source>[];
  /** Every slug and source id that occurs, also in a record that is broken otherwise. */
  slugs: ReadonlySet<string>;
  sourceIds: ReadonlySet<string>;
  getFactKey: GetFactKey;
};

type Mention = { at: string; id: string };

/** Aliases are one name in any case. */
export const normaliseAlias = (alias: string): string => alias.trim().toLowerCase();

/** What no record can see alone: names given twice, and references to what is not there. */
export function checkReferences({ records, shared, slugs, sourceIds, getFactKey }: Checked): Issue[] {
  return [
    ...findRepeats(
      records.map(({ file, value }) => ({ path: file.path, at: 'id', name: value.id })),
      'id',
    ),
    ...findRepeats(
      shared.map(({ file, value }) => ({ path: file.path, at: 'id', name: value.id })),
      'source',
    ),
    ...findNameClashes(records),
    ...findSourceClashes(records, shared),
    ...records.flatMap((written) => [...checkPlace(written), ...checkMentions(written, slugs, sourceIds), ...checkFacts(written, getFactKey)]),
  ];
}

/** The second and later ones of the same name, each naming the file that had it first. */
function findRepeats(names: readonly { path: string; at: string; name: string }[], what: string): Issue[] {
  const first = new Map<string, string>();
  return names.flatMap(({ path, at, name }) => {
    const held = first.get(name);
    if (held === undefined) first.set(name, path);
    return held === undefined ? [] : [{ path, at, reason: `the ${what} "${name}" is already used by ${held}` }];
  });
}

/** Slugs and aliases share one space of names: each leads to one tool. */
function findNameClashes(records: readonly Written<ToolRecord>[]): Issue[] {
  const slugs = records.map(({ file, value }) => ({ path: file.path, at: 'slug', name: value.slug }));
  const aliases = records.flatMap(({ file, value }) =>
    value.aliases.map((alias, index) => ({ path: file.path, at: `aliases[${index}]`, name: normaliseAlias(alias) })).filter(({ name }) => name !== value.slug),
  );
  return findRepeats([...slugs, ...aliases], 'name');
}

/** A record's own source may not change what another record or sources.json says under the same id. */
function findSourceClashes(records: readonly Written<ToolRecord>[], shared: readonly Written<Source>[]): Issue[] {
  const known = new Map(shared.map(({ file, value }) => [value.id, { path: file.path, text: JSON.stringify(value) }]));
  return records.flatMap(({ file, value }) =>
    value.sources.flatMap((each, index) => {
      const held = known.get(each.id);
      const text = JSON.stringify(each);
      if (held === undefined) known.set(each.id, { path: file.path, text });
      return held === undefined || held.text === text
        ? []
        : [{ path: file.path, at: `sources[${index}].id`, reason: `the source "${each.id}" is described differently in ${held.path}` }];
    }),
  );
}

function checkPlace({ file, value }: Written<ToolRecord>): Issue[] {
  const place = `${value.kind}/${value.slug}.json`;
  return file.place === place
    ? []
    : [{ path: file.path, at: '', reason: `must lie at ${place}, because its kind is ${value.kind} and its slug ${value.slug}` }];
}

function checkMentions({ file, value }: Written<ToolRecord>, slugs: ReadonlySet<string>, sourceIds: ReadonlySet<string>): Issue[] {
  const issue = (at: string, reason: string): Issue => ({ path: file.path, at, reason });
  const tools = listTools(value).flatMap(({ at, id }) => {
    if (id === value.slug) return [issue(at, 'names the tool itself')];
    return slugs.has(id) ? [] : [issue(at, `no record has the slug "${id}"`)];
  });
  const sources = listSources(value).flatMap(({ at, id }) =>
    sourceIds.has(id) ? [] : [issue(at, `no source has the id "${id}"; add it to sources.json or to this record's sources`)],
  );
  const relations = value.relations.map(({ type, tool }) => `${type} ${tool}`);
  const repeats = relations.flatMap((each, index) => (relations.indexOf(each) < index ? [issue(`relations[${index}]`, `"${each}" occurs twice`)] : []));
  return [...tools, ...sources, ...repeats];
}

function checkFacts({ file, value }: Written<ToolRecord>, getFactKey: GetFactKey): Issue[] {
  const keys = value.facts.map((fact) => getFactKey(value.id, fact));
  return keys.flatMap((key, index) => {
    const corrects = value.facts[index]?.corrects;
    const first = keys.indexOf(key);
    const repeat = first < index ? [{ path: file.path, at: `facts[${index}]`, reason: `says the same as facts[${first}]` }] : [];
    const known = corrects === undefined || keys.includes(corrects);
    return known ? repeat : [...repeat, { path: file.path, at: `facts[${index}].corrects`, reason: `no fact of this record has the key "${corrects}"` }];
  });
}

function listTools(record: ToolRecord): Mention[] {
  const successor = /^superseded by (.+)$/;
  return [
    ...record.facts.flatMap(({ signal, value }, index) => {
      const id = signal === 'status' && typeof value === 'string' ? successor.exec(value)?.[1] : undefined;
      return id === undefined ? [] : [{ at: `facts[${index}].value`, id }];
    }),
    ...record.capabilities.flatMap(({ versus }, index) => versus.map(({ tool }, place) => ({ at: `capabilities[${index}].versus[${place}].tool`, id: tool }))),
    ...record.relations.map(({ tool }, index) => ({ at: `relations[${index}].tool`, id: tool })),
  ];
}

function listSources(record: ToolRecord): Mention[] {
  const of = (at: string, evidence: readonly Evidence[]): Mention[] =>
    evidence.map(({ source }, index) => ({ at: `${at}.evidence[${index}].source`, id: source }));
  return [
    ...record.facts.map(({ source }, index) => ({ at: `facts[${index}].source`, id: source })),
    ...record.capabilities.flatMap(({ evidence, unique, versus }, index) => [
      ...of(`capabilities[${index}]`, evidence),
      ...of(`capabilities[${index}].unique`, unique?.evidence ?? []),
      ...versus.flatMap((each, place) => of(`capabilities[${index}].versus[${place}]`, each.evidence)),
    ]),
    ...record.relations.flatMap(({ evidence }, index) => of(`relations[${index}]`, evidence)),
  ];
}
