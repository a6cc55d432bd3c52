const robots =
  /bot\b|bot[/;_-]|crawl|spider|slurp|scrap|headless|phantom|lighthouse|preview|monitor|uptime|curl|wget|python|httpx|java\/|go-http|okhttp|axios|node|undici|deno|bun\/|ruby|perl|libwww|playwright|puppeteer|selenium|vitest|postman|insomnia|facebookexternalhit|ia_archiver|gptbot|claude|perplexity/i;

/** True for programs that say so, and for those that say nothing: their searches are answered, and not counted. */
export const isRobot = (userAgent: string | null): boolean => userAgent === null || userAgent.trim().length < 12 || robots.test(userAgent);
