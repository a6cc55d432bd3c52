import { findFact } from '../catalog/current';
import { makeSlug } from '../catalog/slug';
import type { StoredFact } from '../catalog/tool';
import { formatCount, joinWords } from '../format/number';
import type { Draft, Subject } from './capability';
import { findJob, type NamedTool, parseToolNames, plural, singular, splitName, wordTool } from './tool-name';

/** Up to this many tools each one is a capability; of more, those that work on the same thing are one. */
export const mostSingle = 12;

/** Groups told; what is left over is one more. */
const mostGroups = 13;

const limitation = 'Known by name alone: what each tool asks for and returns is not in the source.';

const code = (name: string): string => `\`${name.replaceAll('`', "'")}\``;

/** What an MCP server does by the names of its tools: what a registry found when it started the server. */
export function followToolNames(tool: Subject): Draft[] {
  const fact = findFact(tool.facts, 'tool-names');
  if (tool.kind !== 'mcp-server' || fact === null || !Array.isArray(fact.value)) return [];
  const tools = parseToolNames([...new Set(fact.value)]);
  return tools.length <= mostSingle ? tools.map((each) => draftTool(tool.name, each, tools.length, fact)) : draftGroups(tool.name, tools, fact);
}

function draftTool(name: string, tool: NamedTool, count: number, fact: StoredFact): Draft {
  const said = wordTool(tool);
  const among = count === 1 ? 'the one tool' : `one of the ${count} tools`;
  return {
    job: findJob(tool),
    key: makeSlug(splitName(tool.name).join(' ')) ?? findJob(tool),
    name: said.length < 3 ? `${said}: a tool` : said,
    description: `${code(tool.name)} is ${among} that an assistant gets from ${name}. What it does is told here by its name: ${said.toLowerCase()}.`,
    ...{ inputs: ['a call from an assistant'], outputs: [`the answer of ${code(tool.name)}`], limitations: [limitation] },
    needs: [`MCP server to ${said.toLowerCase()}`, `let an assistant ${said.toLowerCase()}`, `${said.toLowerCase()} from a chat`],
    basis: [{ fact, note: `lists ${tool.name}` }],
  };
}

type Group = { object: string; tools: NamedTool[] };

/** By the thing that tools work on; where that makes too many groups, by its first word. The largest first. */
function groupTools(tools: readonly NamedTool[]): Group[] {
  const group = (keyOf: (tool: NamedTool) => string): Group[] => {
    const groups = new Map<string, NamedTool[]>();
    for (const tool of tools) groups.set(keyOf(tool), [...(groups.get(keyOf(tool)) ?? []), tool]);
    return [...groups]
      .map(([object, members]) => ({ object, tools: members }))
      .sort((a, b) => b.tools.length - a.tools.length || (a.object < b.object ? -1 : 1));
  };
  const byObject = group(({ object }) => singular(object));
  return byObject.length <= mostGroups ? byObject : group(({ object }) => singular(object.split(' ')[0] ?? ''));
}

function draftGroups(name: string, tools: readonly NamedTool[], fact: StoredFact): Draft[] {
  const groups = groupTools(tools);
  const single = groups.filter((each) => each.tools.length === 1 || each.object === '');
  const several = groups.filter((each) => !single.includes(each));
  const told = several.slice(0, mostGroups);
  const rest = [...several.slice(mostGroups), ...single].flatMap((each) => each.tools);
  const singles = rest.slice(0, Math.max(0, mostGroups - told.length)).map((each) => draftTool(name, each, tools.length, fact));
  const others = rest.slice(singles.length);
  return [
    ...told.map((each) => draftGroup(name, each, tools.length, fact)),
    ...singles,
    ...(others.length === 0 ? [] : [draftGroup(name, { object: '', tools: others }, tools.length, fact)]),
  ];
}

function draftGroup(name: string, { object, tools }: Group, count: number, fact: StoredFact): Draft {
  const things = object === '' ? 'other things' : plural(object);
  const verbs = [...new Set(tools.map(({ verb }) => verb))].filter((verb) => verb !== 'use');
  const doing = verbs.length === 0 || verbs.length > 3 ? 'work with' : joinWords(verbs);
  const said = `${doing.charAt(0).toUpperCase()}${doing.slice(1)} ${things}`;
  const reads = verbs.length > 0 && verbs.every((verb) => /^(get|list|read|search|find|fetch|query|describe|show|view|retrieve)$/.test(verb));
  const job = makeSlug(`${reads ? 'read' : 'manage'} ${things}`) ?? 'use-tools';
  const [first] = tools;
  const named = tools.map((each) => code(each.name)).slice(0, 12);
  const more = tools.length > named.length ? ` and ${formatCount(tools.length - named.length)} more` : '';
  return {
    job: object === '' ? 'use-other-tools' : tools.length === 1 && first ? findJob(first) : job,
    key: object === '' ? 'other-tools' : job,
    name: said,
    description: `${formatCount(tools.length)} of the ${formatCount(count)} tools that an assistant gets from ${name}, grouped by their names: ${joinWords(named)}${more}.`,
    ...{ inputs: ['calls from an assistant'], outputs: tools.slice(0, 8).map((each) => `the answer of ${code(each.name)}`), limitations: [limitation] },
    needs: [`MCP server for ${things}`, `let an assistant ${doing} ${things}`, `${doing} ${things} from a chat`],
    basis: [{ fact, note: `lists ${joinWords(tools.slice(0, 6).map((each) => each.name))}${tools.length > 6 ? ' and others' : ''}` }],
  };
}
