import { z } from 'zod';
import type { ParsedSource } from '../catalog/entry';
import { collectEntries } from './collect-entries';
import { readEffort } from './effort';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { readRow, stateFacts } from './state-facts';

const title = 'LMArena text leaderboard';
const rating = z.object({ rating: z.number(), rating_q025: z.number(), rating_q975: z.number() });

const round = (points: number): number => Number(points.toFixed(1));

/** The text leaderboard with its keys 'full', 'coding' and 'english'; all votes, 'full', are read. */
export function parseLmarena(text: string, { asOf }: ReadOptions): ParsedSource {
  const file = z.object({ full: z.record(z.string(), z.unknown()) }).safeParse(readJson(text, title));
  if (!file.success) throw new SourceFileError(`This is no file of ${title}: it has no ratings under "full".`);
  return collectEntries(listRows(file.data.full, 'full'), { asOf }, (row, reject) => {
    const each = readRow(rating, row, reject);
    if (each === null) return [];
    const name = row.at.slice('full.'.length);
    const state = stateFacts({ asOf, source: 'lmarena-catalog', method: 'measured' });
    const conditions = { benchmark: 'LMArena text', effort: readEffort(name), 'listed-as': name };
    const facts = state('lmarena-text', round(each.rating), { conditions, interval: [round(each.rating_q025), round(each.rating_q975)] });
    return [{ at: row.at, names: [`lmarena:${name}`], tool: null, facts }];
  });
}
