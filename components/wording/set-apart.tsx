import type { ReactNode } from 'react';
import { toolHref } from '../../lib/address/href';
import { findCategory } from '../../lib/catalog/categories';
import { type Signal, type SignalId, signals } from '../../lib/catalog/signals';
import { formatValue } from '../../lib/compare/cell';
import type { Neighbour, SetApart, SetApartReport } from '../../lib/derive/set-apart';
import { formatCount, formatPercent } from '../../lib/format/number';
import { formatPrice } from '../../lib/format/price';
import { lowerFirst } from '../../lib/format/words';

/** Jobs as they stand before the name of a category: "tool-calling chat models". */
const adjectives: Readonly<Record<string, string>> = {
  'answer-in-text': 'text-answering',
  'structured-output': 'schema-following',
  'call-tools': 'tool-calling',
  'understand-images': 'picture-reading',
  'understand-video': 'video-reading',
  'understand-audio': 'listening',
  'parse-pdf': 'file-reading',
  'control-reasoning': 'reasoning',
  'self-host-open-weights': 'open-weight',
  'long-context': 'long-context',
  'long-output': 'long-answering',
  'cache-prompts': 'prompt-caching',
};

/** What has to be known of a tool before it can be said whether it does a job. */
const knownAs: Partial<Record<SignalId, string>> = {
  'tool-names': 'tool names',
  'modalities-in': 'inputs',
  'modalities-out': 'outputs',
  transport: 'transports',
};

/** `212 other tool-calling chat models`; a job without an adjective is named behind it. */
function wordGroup({ category, job }: SetApart['group'], count: number, other: string): string {
  const name = findCategory(category)?.name ?? category;
  const adjective = adjectives[job];
  if (adjective === undefined) return `${formatCount(count)} ${other}tools under ${name} with the job “${job.replaceAll('-', ' ')}”`;
  return `${formatCount(count)} ${other}${adjective} ${lowerFirst(name)}`;
}

function wordMore(signal: SignalId, type: 'larger-than' | 'smaller-than'): string {
  const { group }: Signal = signals[signal];
  if (type === 'smaller-than') return group === 'price' ? 'cheaper than' : 'lower than';
  if (group === 'limits') return 'larger than';
  return group === 'quality' ? 'higher than' : 'more than';
}

/** A share below one never prints as one. */
const wordShare = (share: number): string => (share === 1 ? 'every one' : formatPercent(Math.floor(share * 100)));

const withUnit = (value: Neighbour['value'], signal: SignalId): string => {
  const { type, unit }: Signal = signals[signal];
  const text = formatValue(value, signal);
  if (type === 'decimal') return formatPrice(typeof value === 'string' ? value : text, signal);
  return unit === '' ? text : `${text} ${unit}`;
};

function NearestTool({ tool: { slug, name, value, price }, signal }: { tool: Neighbour; signal: SignalId }) {
  const beside = price === null || price.signal === signal ? '' : `, ${formatPrice(price.value, price.signal)}`;
  return (
    <>
      <a href={toolHref(slug)}>{name}</a> ({formatValue(value, signal)}
      {beside})
    </>
  );
}

function list(parts: readonly ReactNode[]): ReactNode {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
    <span key={index}>
      {index > 0 && (index === parts.length - 1 ? ' and ' : ', ')}
      {part}
    </span>
  ));
}

/** What sets a capability apart, in a sentence under "Unique". */
export function wordUnique(claim: SetApart): ReactNode {
  switch (claim.type) {
    case 'larger-than':
    case 'smaller-than': {
      const { signal, value, share, level, among, group, type } = claim;
      const same = level === 0 ? '' : `, the same as ${level === 1 ? 'one other' : `${formatCount(level)} others`}`;
      return `${signals[signal].label} of ${withUnit(value, signal)}: ${wordMore(signal, type)} ${wordShare(share)} of the ${wordGroup(group, among, 'other ')} here${same}.`;
    }
    case 'one-of': {
      const { signal, holders, among, group } = claim;
      const all = `${formatCount(among)} tools under ${findCategory(group.category)?.name ?? group.category} with known ${knownAs[signal] ?? lowerFirst(signals[signal].label)}`;
      return holders === 1 ? `Of the ${all}, the only one that does this.` : `Of the ${all}, one of ${formatCount(holders)} that do this.`;
    }
  }
}

/** The tools it is nearest to, under "vs alternatives"; null where it names none. */
export function wordAlternatives(claim: SetApart): ReactNode {
  switch (claim.type) {
    case 'larger-than':
    case 'smaller-than':
      if (claim.nearest.length === 0) return null;
      return <>nearest: {list(claim.nearest.map((tool) => <NearestTool key={tool.slug} tool={tool} signal={claim.signal} />))}.</>;
    case 'one-of':
      if (claim.others.length === 0) return null;
      return (
        <>
          {claim.others.length < claim.holders - 1 ? 'also, among others, ' : 'also '}
          {list(
            claim.others.map(({ slug, name }) => (
              <a key={slug} href={toolHref(slug)}>
                {name}
              </a>
            )),
          )}
          .
        </>
      );
  }
}

/** What to say of a tool that nothing sets apart; null where something does, or nobody looked. */
export function wordNothingApart(report: SetApartReport | null, unspoken: number): string | null {
  if (report === null || report.claims.length > 0 || unspoken === 0) return null;
  return report.judged.length === 0
    ? 'Too few others with known figures to say what sets it apart.'
    : 'Held against the others of its category, no figure here sets it apart.';
}
