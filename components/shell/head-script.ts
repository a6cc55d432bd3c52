/**
 * Runs before the first paint, so that nothing jumps: the stored theme, and on a comparison the reader's
 * column order, the rows left out, the note on tools left out and the room for the reader's own ranking and costs. What lies far down is
 * laid out later, except where the page opens in the middle, which needs to know how long all of it is. The server allows it by its first words and its hash.
 * The same rules as lib/address/view.ts, in as few bytes as they take.
 */
export const headScript = `document.documentElement.dataset.theme="system";(function(h){var v=performance.getEntriesByType("navigation")[0];if(v&&v.type==="navigate"&&!location.hash)h.dataset.far="";try{var t=localStorage.getItem("theme");if(t==="light"||t==="dark")h.dataset.theme=t}catch(e){}
var m=/^\\/compare\\/([^/]+)$/.exec(location.pathname);if(!m)return;var q=new URLSearchParams(location.search),s=m[1].split("-vs-"),o=(q.get("order")||"").split(",");
if(o.length===s.length&&o.slice().sort().join()===s.join())s.forEach(function(x,i){h.style.setProperty("--o"+i,2*o.indexOf(x)+2)});
if(/^[1-9]\\d{0,2}$/.test(q.get("dropped")||""))h.dataset.dropped="";
if(q.get("rows")==="differing")h.dataset.rows="differing";
var n="(100|[1-9]?[0-9])",w=q.get("w")||"";if(RegExp("^a"+n+",q"+n+",e"+n+",f"+n+"$").test(w)&&/[1-9]/.test(w))h.dataset.weights="";
var u=/^i(0|[1-9]\\d{0,6}),o(0|[1-9]\\d{0,6})(?:,c(100|[1-9]\\d?))?(?:,x(100|[1-9]\\d?))?,n[1-9]\\d{0,6}(?:,m:[a-z0-9-]{1,50})?(?:,by:(input|output|cached|calls))?$/.exec(q.get("use")||"");
if(u&&(u[3]|0)+(u[4]|0)<101)h.dataset.workload=""})(document.documentElement)`;
