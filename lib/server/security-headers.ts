import { createHash } from 'node:crypto';
import { lateLoader } from './late-scripts';

/** Headers of every response, whatever it carries. */
export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
} as const;

/** The policy of what may stand in a frame of any other page: a card without scripts, forms or anything from elsewhere. */
export const framedPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** How inline scripts begin that the site itself writes: the theme switch, and how React and Next hand data to the browser. */
const ownScripts = [
  /^\(?self\.__next_/,
  /^\(globalThis\["TURBOPACK"\]/,
  /^\$R/,
  /^requestAnimationFrame\(function\(\)\{\$RT/,
  /^document\.documentElement\.dataset\.theme/,
];

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/** The source expressions of a page's own inline scripts; a script that the site did not write gets none and is not run. */
export function hashInlineScripts(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', text = ''] of html.matchAll(inlineScript)) {
    if (/type="(?!text\/javascript|module)/.test(attributes) || (text !== lateLoader && !ownScripts.some((own) => own.test(text)))) continue;
    hashes.add(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  }
  return [...hashes];
}

/** The Content-Security-Policy of one page. Styles may stand inline, because bars carry their widths. */
export function makeContentPolicy(html: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashInlineScripts(html).join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
