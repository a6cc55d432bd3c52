import type { TakenOverEvent } from '../pages/taken-over';

const takenOver: TakenOverEvent = 'unfragile:taken-over';

/**
 * What a page does once it has been painted; what it says is there without. What lies far down is laid out, a part or a few
 * small ones at a time, so that pictures, searches and scrolling find all of it; a link into the page has the rest laid out at
 * once. Then scripts are fetched that its own element names. What is pressed or chosen before React takes over, among what needs
 * a script, is held back and done then, one after another, since React tells of each change only when it is done. A page in the
 * background is never painted, so it does not wait.
 */
export const lateLoader = `(function(d,late){var held=[],kinds=["click","change"],far=[].slice.call(d.querySelectorAll(":is(.far,.far-parts>*):not(details:not([open]) *)"));
function layOut(part){part.style.contentVisibility="visible"}
function hold(e){var at=e.target;if(at.closest('a[href^="#"]'))far.splice(0).forEach(layOut);
if(at.closest(".needs-script")){e.stopImmediatePropagation();e.preventDefault();held.push({at:at,kind:e.type,value:at.value})}}
function replay(){var e=held.shift();if(!e)return;if(e.kind==="change")e.at.value=e.value;e.at.dispatchEvent(new Event(e.kind,{bubbles:true}));setTimeout(replay)}
function letGo(){kinds.forEach(function(k){d.removeEventListener(k,hold,true)});replay()}
function fetchScripts(){late.forEach(function(src){var e=d.createElement("script");e.src=src;e.async=true;d.head.appendChild(e)})}
function go(){var part,began=performance.now();while(part=far.shift()){layOut(part);part.offsetHeight;if(!d.hidden&&performance.now()-began>5)return setTimeout(go)}fetchScripts()}
kinds.forEach(function(k){d.addEventListener(k,hold,true)});d.addEventListener("${takenOver}",letGo,{once:true});
d.hidden?go():requestAnimationFrame(function(){setTimeout(go)})})(document,document.currentScript.dataset.late.split(" "))`;

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
