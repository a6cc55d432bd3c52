'use client';

import { useEffect, useState } from 'react';
import { capabilityHref, searchHref, toolHref } from '../../lib/address/href';
import { kindNames, kinds } from '../../lib/catalog/kinds';

export type Suggestion = { key: string; slug: string; href: string; name: string; note: string };

/** Long enough that a fast typist asks once a word. */
const pauseMs = 120;

const textOf = (value: unknown, name: string): string => {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
  return typeof text === 'string' ? text : '';
};

function parseSuggestions(answer: unknown): Suggestion[] {
  if (!Array.isArray(answer)) return [];
  return answer.flatMap((each: unknown) => {
    const [slug, text, name] = [textOf(each, 'slug'), textOf(each, 'text'), textOf(each, 'name')];
    const key = `${textOf(each, 'type')} ${slug}${text}`;
    switch (textOf(each, 'type')) {
      case 'need':
        return [{ key, slug: '', href: searchHref(text), name: text, note: 'searched before' }];
      case 'capability':
        return [{ key, slug: '', href: capabilityHref(slug), name, note: 'capability' }];
      default: {
        const kind = kinds.find((one) => one === textOf(each, 'kind'));
        const note = [textOf(each, 'vendor'), kind === undefined ? '' : kindNames[kind].one].filter((part) => part !== '').join(' · ');
        return slug === '' ? [] : [{ key, slug, href: toolHref(slug), name: name || slug, note }];
      }
    }
  });
}

/** Tools whose name, alias or vendor begins like the text, jobs that tools share and needs of others; none while it is empty or the answer is outstanding. */
export function useSuggestions(text: string, except: readonly string[], toolsAlone: boolean): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const asked = text.trim();
  useEffect(() => {
    if (asked === '') return;
    const stop = new AbortController();
    const wait = setTimeout(async () => {
      try {
        const response = await fetch(`/api/suggest?q=${encodeURIComponent(asked)}${toolsAlone ? '&only=tools' : ''}`, { signal: stop.signal });
        setFound(response.ok ? parseSuggestions(await response.json()) : []);
      } catch (error) {
        // Suggestions are an aid: the form still works without them.
        if (!stop.signal.aborted) console.info('No suggestions:', error);
      }
    }, pauseMs);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [asked, toolsAlone]);
  return asked === '' ? [] : found.filter(({ slug }) => !except.includes(slug));
}
