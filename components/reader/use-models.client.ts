'use client';

import { useEffect, useState } from 'react';
import { modelPricesHref } from '../../lib/address/href';
import type { PricedModel } from '../../lib/compare/workload';

type Models = { models: readonly PricedModel[]; state: 'none' | 'loading' | 'ready' | 'failed' };

let asked: Promise<readonly PricedModel[]> | null = null;

async function fetchModels(): Promise<readonly PricedModel[]> {
  const answer = await fetch(modelPricesHref);
  if (!answer.ok) throw new Error(`${modelPricesHref} answered ${answer.status}`);
  const { models }: { models: readonly PricedModel[] } = await answer.json();
  return models;
}

/** The models that a tool may be priced with, fetched once a page and only when one of the tools needs a model. */
export function useModels(needed: boolean): Models {
  const [found, setFound] = useState<Models>({ models: [], state: needed ? 'loading' : 'none' });
  useEffect(() => {
    if (!needed) return;
    asked ??= fetchModels();
    asked.then(
      (models) => setFound({ models, state: 'ready' }),
      (error: unknown) => {
        asked = null;
        console.error('Prices of models could not be fetched:', error);
        setFound({ models: [], state: 'failed' });
      },
    );
  }, [needed]);
  return found;
}
