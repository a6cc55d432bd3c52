import type { TakenOverEvent } from '../pages/taken-over';

const takenOver: TakenOverEvent = 'unfragile:taken-over';

/**
 * What a page does once it has been painted; what it says is there without. What lies far down is laid out, in pieces of a few
 * milliseconds, so that pictures, searches and scrolling find all of it. Then scripts are fetched that its own element names. What is
 * pressed or chosen before React takes over, among what needs a script, is held back and done then. A page in the background
 * is never painted, so it does not wait.
 */
export const lateLoader = `(function(d,late){var held=[],kinds=["click","change"],far=[].slice.call(d.querySelectorAll(".far,.far-parts>*"));
function hold(e){if(e.target.closest(".needs-script")){e.stopImmediatePropagation();e.preventDefault();held.push(e)}}
function letGo(){kinds.forEach(function(k){d.removeEventListener(k,hold,true)});held.forEach(function(e){e.target.dispatchEvent(new Event(e.type,{bubbles:true}))})}
function fetchScripts(){late.forEach(function(src){var e=d.createElement("script");e.src=src;e.async=true;d.head.appendChild(e)})}
function go(){var part,began=performance.now();while(part=far.shift()){part.style.contentVisibility="visible";part.offsetHeight;
if(!d.hidden&&performance.now()-began>5)return setTimeout(go)}fetchScripts()}
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
