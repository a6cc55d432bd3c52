/**
 * Fetches the scripts named by its own element once the page has been painted: what a page says is there without them. A page
 * in the background is never painted, so it does not wait.
 */
export const lateLoader =
  '(function(late){function go(){late.forEach(function(src){var e=document.createElement("script");e.src=src;e.async=true;document.head.appendChild(e)})}' +
  'document.hidden?go():requestAnimationFrame(function(){setTimeout(go)})})(document.currentScript.dataset.late.split(" "))';

const early = /<script src="(\/_next\/static\/[^" ]+)"(?: id="_R_")? async=""><\/script>|<link rel="preload" as="script" [^>]*\/>/g;
const end = '</body>';

/**
 * A page of HTML whose scripts of the framework are fetched after the first paint, so that they take neither the line nor the
 * processor from what is read. They ask for no order among themselves. A page without any, or without an end, stays as it is.
 */
export function delayScripts(html: string): string {
  const sources = [...html.matchAll(early)].flatMap(([, source]) => (source === undefined ? [] : [source]));
  const at = html.lastIndexOf(end);
  if (sources.length === 0 || at < 0) return html;
  const loader = `<script data-late="${sources.join(' ')}">${lateLoader}</script>`;
  return `${html.slice(0, at)}${loader}${html.slice(at)}`.replaceAll(early, '');
}
