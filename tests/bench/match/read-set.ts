import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const tool = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().catch(''),
  capabilities: z.array(z.string()).catch([]),
  extra: z.string().catch(''),
});
const query = z.object({ id: z.string(), text: z.string() });
const lesson = z.object({ text: z.string(), doc: z.string() });

export type SetTool = z.infer<typeof tool>;
export type Lesson = z.infer<typeof lesson>;
export type JudgedQuery = { id: string; text: string; right: ReadonlySet<string> };
export type QuerySet = { name: string; tools: SetTool[]; queries: JudgedQuery[]; lessons: Lesson[] };

function readLines<Value>(path: string, shape: z.ZodType<Value>): Value[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [shape.parse(JSON.parse(line))];
    } catch (cause) {
      throw new Error(`${path}, line ${index + 1} is not of the format.`, { cause });
    }
  });
}

/** A folder with tools.jsonl, queries.jsonl, qrels.tsv and perhaps train.jsonl. Queries without a right tool are left out. */
export function readSet(folder: string): QuerySet {
  const right = new Map<string, Set<string>>();
  for (const line of readFileSync(join(folder, 'qrels.tsv'), 'utf8').split('\n')) {
    const [id, toolId, grade] = line.split('\t');
    if (id && toolId && Number(grade ?? 1) > 0) right.set(id, (right.get(id) ?? new Set()).add(toolId));
  }
  const queries = readLines(join(folder, 'queries.jsonl'), query).flatMap(({ id, text }) => {
    const tools = right.get(id);
    return tools ? [{ id, text, right: tools }] : [];
  });
  const name = folder.replace(/\/+$/, '').split('/').at(-1) ?? folder;
  return { name, tools: readLines(join(folder, 'tools.jsonl'), tool), queries, lessons: readLines(join(folder, 'train.jsonl'), lesson) };
}

/** The first `count` lessons of each tool. */
export function takeLessons(lessons: readonly Lesson[], count: number): Lesson[] {
  const taken = new Map<string, number>();
  return lessons.filter(({ doc }) => {
    const number = (taken.get(doc) ?? 0) + 1;
    taken.set(doc, number);
    return number <= count;
  });
}
