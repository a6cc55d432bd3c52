import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { formatDay } from '../../lib/format/day';
import { readRows, type ShownCell, type ShownRow } from '../support/comparison-page';
import { type ComparisonTwin, rank, readTwin, type TwinCell } from '../support/comparison-twin';
import { requestRaw } from '../support/raw-request';
import { findShipped, shippedTools } from '../support/shipped-tools';
import { reference } from './page-types';

/** The faults F1–F14 of the page that this site is held against: none of them is on ours. */
test.use({ javaScriptEnabled: false });

const components = ['adoption', 'quality', 'ecosystem', 'match-graph', 'freshness'];

const pairs = [
  reference,
  'sglang-vs-vllm',
  'claude-sonnet-4-5-vs-gpt-5',
  'playwright-mcp-vs-puppeteer-mcp',
  'chroma-vs-milvus-vs-qdrant',
  'faster-whisper-vs-whisper',
];

type Shown = { twin: ComparisonTwin; rows: ShownRow[] };

async function show(page: Page, baseURL: string | undefined, set: string): Promise<Shown> {
  await page.goto(`/compare/${set}`);
  return { twin: await readTwin(baseURL ?? '', set), rows: await readRows(page) };
}

const rowOf = ({ rows }: Pick<Shown, 'rows'>, id: string): ShownRow => {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`The page has no row ${id}.`);
  return row;
};

/** Every cell of the twin beside the one of the page. */
function pairCells({ twin, rows }: Shown): { at: string; given: TwinCell; shown: ShownCell }[] {
  return twin.rows.flatMap((row) =>
    row.cells.flatMap((given, index) => {
      const shown = rowOf({ rows }, row.id).cells[index];
      return shown ? [{ at: `${row.id}, ${given.tool}`, given, shown }] : [];
    }),
  );
}

const toolTwin = z.object({ slug: z.string(), rank });

test('F1 scores are 0–100, and the contributions add up to the rank, for each tenth tool', async ({ baseURL }) => {
  const points: number[] = [];
  for (const { slug } of shippedTools.filter((_tool, index) => index % 10 === 0)) {
    const { text } = await requestRaw(baseURL ?? '', `/tools/${slug}.json`);
    const { total, components: parts } = toolTwin.parse(JSON.parse(text)).rank;
    expect(
      parts.reduce((sum, part) => sum + part.contribution, 0),
      slug,
    ).toBeCloseTo(total, 5);
    expect(
      parts.reduce((sum, part) => sum + part.weight, 0),
      slug,
    ).toBeCloseTo(1, 9);
    for (const part of parts) expect(part.contribution, `${slug} ${part.component}`).toBeCloseTo(part.weight * part.points, 5);
    points.push(...parts.filter(({ weight }) => weight > 0).map((part) => Math.round(part.points)));
  }
  expect(new Set(points).size).toBeGreaterThan(40);
});

for (const slug of ['vllm', 'claude-sonnet-4-5', 'playwright-mcp', 'codex', 'dify', 'langchain']) {
  test(`F1 the page of ${slug} shows points with bars, and the sum that is its rank`, async ({ page }) => {
    await page.goto(`/tools/${slug}`);
    const sum = page.locator('.tool-rank table.sum');
    const adds = (await sum.locator('tbody tr:not(.sum-total) td:last-child').allTextContents()).map(Number);
    const total = Number(await sum.locator('.sum-total td:last-child').textContent());
    expect(adds.length).toBeGreaterThanOrEqual(3);
    expect(Math.abs(adds.reduce((all, part) => all + part, 0) - total)).toBeLessThan(0.05 * (adds.length + 1));
    const printed = Number(/(\d+)\/100/.exec((await page.locator('.tool-rank-number').textContent()) ?? '')?.[1]);
    expect(Math.abs(printed - total)).toBeLessThanOrEqual(0.55);
    for (const part of await page.locator('.tool-component').all()) {
      const text = (await part.locator('.tool-component-points').textContent()) ?? '';
      if (/not counted|unknown/.test(text)) continue;
      const points = Number(/^\d+/.exec(text.trim())?.[0]);
      expect(points).toBeLessThanOrEqual(100);
      const bar = part.locator('.bar').first();
      const drawn = Number(await bar.evaluate((element) => getComputedStyle(element).getPropertyValue('--p')));
      expect(Math.abs(drawn - points)).toBeLessThanOrEqual(0.55);
    }
  });
}

for (const set of pairs) {
  test(`F1 the scores of ${set} are 0–100 with bars`, async ({ page, baseURL }) => {
    const shown = await show(page, baseURL, set);
    for (const { at, given, shown: cell } of pairCells(shown)) {
      const [id = ''] = at.split(',');
      if (given.state !== 'value' || !components.includes(id)) continue;
      expect(cell.hasBar, at).toBe(true);
      expect(Number(cell.text), at).toBe(Math.round(Number(given.value)));
      expect(Number(cell.text), at).toBeLessThanOrEqual(100);
    }
  });

  test(`F2 every statement about ${set} links to a row that says so`, async ({ page, baseURL }) => {
    const { twin, rows } = await show(page, baseURL, set);
    const answer = page.getByRole('region', { name: 'The answer' });
    // What a tool is picked for rests on its capabilities, all else on a row.
    const targets = new Set([...rows.map(({ id }) => `#row-${id}`), ...twin.tools.map(({ slug }) => `#capabilities-${slug}`)]);
    for (const statement of await answer.locator('> p, .pick, details > p').all()) {
      const links = await statement.locator('a[href^="#"]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(links, await statement.innerText()).not.toEqual([]);
      for (const link of links) {
        expect(targets.has(link), link).toBe(true);
        await expect(page.locator(link)).toHaveCount(1);
      }
    }
    for (const clause of twin.verdict.filter(({ kind }) => kind === 'pick')) {
      const index = twin.tools.findIndex(({ slug }) => slug === clause.slug);
      for (const id of clause.leads ?? []) {
        const cells = rowOf({ rows }, id).cells;
        expect(cells[index]?.leads, `${clause.slug} on ${id}`).toBe(true);
        expect(new Set(cells.map(({ text }) => text)).size, `${clause.slug} on ${id}`).toBeGreaterThan(1);
      }
      await expect(answer.locator('.pick').nth(index).locator('.pick-leads a')).toHaveCount(clause.leads?.length ?? 0);
    }
    const led = rows.flatMap(({ id, cells }) => cells.flatMap(({ leads }, index) => (leads ? [`${id} ${twin.tools[index]?.slug}`] : [])));
    expect(led.toSorted()).toEqual(twin.verdict.flatMap(({ slug, leads }) => (leads ?? []).map((id) => `${id} ${slug}`)).toSorted());
  });

  test(`F3 the ranks of ${set} carry ranges, and where they overlap nobody ranks higher`, async ({ page, baseURL }) => {
    const shown = await show(page, baseURL, set);
    const ranks = shown.twin.tools.map((tool) => tool.rank);
    rowOf(shown, 'rank').cells.forEach((cell, index) => {
      const { ranked, low, high } = ranks[index] ?? { ranked: false, low: 0, high: 0 };
      if (!ranked) expect(cell.text).toBe('not ranked yet');
      else expect(cell.detail).toContain(Math.round(low) === Math.round(high) ? 'nothing missing' : `between ${Math.round(low)} and ${Math.round(high)}`);
    });
    const comparable =
      ranks.every(({ ranked }) => ranked) && shown.twin.relation.type === 'rivals' && new Set(shown.twin.tools.map(({ kind }) => kind)).size === 1;
    const best = Math.max(...ranks.map(({ low }) => Math.round(low)));
    const apart = comparable && ranks.filter(({ high }) => Math.round(high) >= best).length === 1;
    // What would be under other weights is no claim about these.
    const conditional = await page.locator('.answer-if, .reader-shares').allInnerTexts();
    const page_ = conditional.reduce((text, each) => text.replace(each, ''), await page.locator('main').innerText());
    if (apart) expect(page_).toMatch(/ranks higher, by \d+ point/);
    else {
      expect(page_).not.toMatch(/ranks? higher|ranked higher|outranks|better rank|higher rank|wins\b|winner/i);
      expect(rowOf(shown, 'rank').cells.filter(({ leads }) => leads)).toEqual([]);
    }
  });

  test(`F8 freshness, as every component of the formula, is a row of ${set}`, async ({ page, baseURL }) => {
    const { rows } = await show(page, baseURL, set);
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(components));
    expect(rowOf({ rows }, 'freshness').label).toBe('Freshness');
  });

  test(`F9 every value of ${set} that rests on facts opens to source, date and method`, async ({ page, baseURL }) => {
    const shown = await show(page, baseURL, set);
    let opened = 0;
    for (const { at, given, shown: cell } of pairCells(shown)) {
      if (given.state !== 'value') continue;
      for (const key of given.receipts) {
        const receipt = shown.twin.receipts[key];
        expect(receipt, `${at}: ${key}`).toBeDefined();
        expect(cell.receipt, at).toContain(receipt?.source.title);
        expect(cell.receipt, at).toContain(formatDay(receipt?.asOf ?? ''));
        opened += 1;
      }
      const [id = ''] = at.split(',');
      if (given.receipts.length > 0 && !components.includes(id)) expect(cell.receipt, at).toMatch(/Source.+Date.+Method/);
    }
    expect(opened).toBeGreaterThan(10);
  });

  test(`F11 unknown, not applicable and values of ${set} are told apart, and no dash stands for any`, async ({ page, baseURL }) => {
    const shown = await show(page, baseURL, set);
    for (const { at, given, shown: cell } of pairCells(shown)) {
      expect(cell.text, at).not.toMatch(/^[-–—]?$|N\/A|null|undefined|NaN/);
      switch (given.state) {
        case 'value':
          expect(cell.text, at).not.toMatch(/^unknown$|does not apply/);
          expect({ muted: cell.muted, notApplicable: cell.notApplicable }, at).toEqual({ muted: false, notApplicable: false });
          break;
        case 'unknown':
          expect(cell.text, at).toMatch(/^(unknown|not ranked yet)$/);
          expect({ muted: cell.muted, notApplicable: cell.notApplicable }, at).toEqual({ muted: true, notApplicable: false });
          break;
        case 'not-applicable':
          expect(cell.text, at).not.toMatch(/unknown/);
          expect(cell.notApplicable, at).toBe(true);
          break;
      }
    }
  });
}

test('F4 kinds, prices and licences of the pages are those of the records', async ({ page }) => {
  for (const { slug, type, price } of [
    { slug: 'claude-code', type: 'Agent', price: 'subscription' },
    { slug: 'codex', type: 'Agent', price: 'free software' },
    { slug: 'langchain', type: 'Framework', price: 'free software' },
    { slug: 'gemini-2-5-flash', type: 'Model', price: 'usage-based' },
    { slug: 'playwright-mcp', type: 'MCP server', price: 'free software' },
  ]) {
    await page.goto(`/tools/${slug}`);
    const facts = page.locator('.tool-head-facts');
    await expect(facts.locator('div', { has: page.getByText('Type', { exact: true }) }).first(), slug).toContainText(type);
    await expect(facts.locator('div', { has: page.getByText('Pricing', { exact: true }) }).first(), slug).toContainText(price);
  }
});

test('F5 tools for different jobs are said to be that before anything else, and no score decides between them', async ({ page, baseURL }) => {
  const shown = await show(page, baseURL, reference);
  expect(shown.twin.relation.type).toBe('unrelated');
  const main = await page.locator('main').innerText();
  expect(main.indexOf('Different jobs:')).toBeGreaterThan(0);
  expect(main.indexOf('Different jobs:')).toBeLessThan(main.indexOf('Pick '));
  for (const id of ['rank', ...components])
    expect(
      rowOf(shown, id).cells.filter(({ leads }) => leads),
      id,
    ).toEqual([]);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
});

test('F6 capabilities stand in one list of three parts, lined up by what they do, and their number decides nothing', async ({ page, baseURL }) => {
  const shown = await show(page, baseURL, 'sglang-vs-vllm');
  await expect(page.getByRole('heading', { name: 'Both do it' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Only one does it' })).toBeVisible();
  await expect(page.getByText(/^Only (SGLang|vLLM)$/)).toHaveCount(2);
  const shared = page.locator('.caps-job').first();
  await expect(shared.locator('.caps-match')).toHaveText(/^Match \d+ of 100: (filed under the same job|they speak of)/);
  await expect(shared.locator('.c0 .capability').first()).toBeVisible();
  await expect(shared.locator('.c1 .capability').first()).toBeVisible();
  expect(rowOf(shown, 'capabilities').cells.map(({ leads }) => leads)).toEqual([false, false]);
});

test('F7 what is called unique or better carries its label, and the places it rests on', async ({ page }) => {
  for (const set of pairs) {
    await page.goto(`/compare/${set}`);
    for (const card of await page.locator('.capability', { has: page.locator('b') }).all()) {
      const claims = card.locator('> p', { has: page.locator('b') });
      for (const claim of await claims.all()) await expect(claim.locator('.label')).toHaveText(/^(measured|vendor’s claim|derived|our judgement|computed)$/);
      await expect(card.locator('.evidence a[href^="https://"]').first()).toBeAttached();
    }
  }
});

test('F10 a price reads as dollars per million tokens, and is an exact decimal in the JSON', async ({ page, baseURL }) => {
  const shown = await show(page, baseURL, reference);
  const index = shown.twin.tools.findIndex(({ slug }) => slug === 'gemini-2-5-flash');
  expect(rowOf(shown, 'starting-price').cells[index]?.text).toBe('$0.30 per 1M input tokens');
  expect(shown.twin.rows.find(({ id }) => id === 'starting-price')?.cells[index]).toMatchObject({ state: 'value', value: '0.3' });
  for (const set of pairs) {
    const { rows } = await show(page, baseURL, set);
    for (const { id, cells } of rows) for (const { text } of cells) expect(text, `${set} ${id}`).not.toMatch(/\$[\d.]+e[-+]?\d|\$0(\.0+)?(?![.\d])/);
  }
});

test('F11 zero is a value of its own', async ({ page, baseURL }) => {
  const shown = await show(page, baseURL, reference);
  expect(rowOf(shown, 'times-matched').cells.map(({ text }) => text)).toEqual(['0', '0']);
  for (const { detail } of rowOf(shown, 'times-matched').cells) expect(detail).toMatch(/^since \d+ \w+ \d{4}, up to \d+ \w+ \d{4}$/);
  expect(rowOf(shown, 'match-graph').cells.map(({ text }) => text)).toEqual(['not counted yet', 'not counted yet']);
  expect(rowOf(shown, 'starting-price').cells[0]?.text).toBe('none (free software)');
  expect(rowOf(shown, 'pricing').cells[0]?.text).toBe('free to run under MIT; you supply the GPU and the weights');
});

test('F12 all capabilities are in the HTML, and “+n more” opens in place', async ({ page }) => {
  await page.goto(`/compare/${reference}`);
  for (const slug of ['dreambooth-stable-diffusion', 'gemini-2-5-flash']) {
    const cards = page.locator(`[id^="capability-${slug}-"]`);
    await expect(cards).toHaveCount(findShipped(slug).capabilities.length);
    const summary = page.getByText(/^\+\d+ more capabilit/).filter({ hasText: findShipped(slug).name });
    const said = Number(/\d+/.exec(await summary.innerText())?.[0]);
    await expect(cards.filter({ visible: true })).toHaveCount(12 - said);
    await summary.click();
    await expect(cards.filter({ visible: true })).toHaveCount(12);
  }
  await expect(page).toHaveURL(`/compare/${reference}`);
});

test('F13 no sentence about Dreambooth contradicts its source', async ({ page }) => {
  for (const path of ['/tools/dreambooth-stable-diffusion', `/compare/${reference}`]) {
    await page.goto(path);
    const said = await page.locator('main').locator('p, li, h4, dd').allTextContents();
    const text = said.join('\n');
    for (const sentence of said.flatMap((each) => each.split(/(?<=[.;!?])/))) {
      // What the paper or the code it started from does, and what is said not to happen, is no claim about this repository.
      if (/paper|Textual Inversion|nothing|\bno\b|\bnot\b/i.test(sentence)) continue;
      expect(sentence).not.toMatch(/(generat|creat|made|sampl)[^.]*(in parallel|dynamic|on the fly|during training|while training)/i);
      expect(sentence).not.toMatch(/(in parallel|dynamic|on the fly|during training|while training)[^.]*(generat|creat|made|sampl)/i);
      expect(sentence).not.toMatch(/(learn|train|optimi[sz]|uniqu|new)\w* (a |an |the )?(unique |new |pseudo-?)?(token|word|embedding)/i);
    }
    expect(text).toMatch(/before training/);
    expect(text).toMatch(/the whole diffusion model/);
    expect(text).toContain('sks');
    const links = await page.locator('a[href*="XavierXiao/Dreambooth-Stable-Diffusion/blob/12fa950"]').count();
    expect(links).toBeGreaterThanOrEqual(12);
  }
});

test('F14 the freshness row says the date of what has been still for years', async ({ page, baseURL }) => {
  const shown = await show(page, baseURL, reference);
  const index = shown.twin.tools.findIndex(({ slug }) => slug === 'dreambooth-stable-diffusion');
  const cell = rowOf(shown, 'freshness').cells[index];
  expect(cell?.receipt).toContain('20 September 2022');
  expect(rowOf(shown, 'last-commit').cells[index]?.text).toBe('20 September 2022');
  expect(`${cell?.text} ${cell?.detail}`).toContain('20 September 2022');
});
