import { findStartingPrice } from '../catalog/listing';
import { makeOffer } from '../compare/price-basis';
import type { PricedModel } from '../compare/workload';
import { findSources } from '../db/find-sources';
import { findTools } from '../db/find-tools';
import { listTools } from '../db/list-tools';
import { readSnapshot } from '../db/read-snapshot';

/** So many models are offered: the highest ranked of those that are sold by tokens. */
const offered = 40;

/** Chat models with the prices of their headline host, by name: what a tool that needs a model is priced with. */
export async function loadModelPrices(): Promise<{ models: readonly PricedModel[] }> {
  const { value } = await readSnapshot(async (tx) => {
    const { listings } = await listTools(tx, { category: 'chat-model', kind: 'model', pricing: 'usage-based', ranked: 'yes', pageSize: offered });
    const found = await findTools(
      tx,
      listings.map(({ slug }) => slug),
    );
    const tools = found.flatMap(({ tool }) => (tool === null ? [] : [tool]));
    const prices = tools.flatMap(({ facts }) => facts.filter(({ signal }) => signal.startsWith('price-')));
    return {
      tools,
      sources: await findSources(
        tx,
        prices.map(({ source }) => source),
      ),
    };
  });
  const models = value.tools.flatMap((tool): PricedModel[] => {
    const price = findStartingPrice(tool);
    const offer = price?.signal === 'price-input' && typeof price.value === 'string' ? makeOffer(tool.facts, price, value.sources) : null;
    return offer?.prices.output === undefined ? [] : [{ slug: tool.slug, name: tool.name, offer }];
  });
  return { models: models.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}
