/**
 * Runs before the first paint, so that nothing jumps: the stored theme, and on a comparison the reader's
 * column order, the rows left out and the note on tools left out. The server allows it by its first words and its hash.
 * The same rules as lib/address/view.ts, in as few bytes as they take.
 */
export const headScript = `document.documentElement.dataset.theme="system";(function(h){try{var t=localStorage.getItem("theme");if(t==="light"||t==="dark")h.dataset.theme=t}catch(e){}
var m=/^\\/compare\\/([^/]+)$/.exec(location.pathname);if(!m)return;var q=new URLSearchParams(location.search),s=m[1].split("-vs-"),o=(q.get("order")||"").split(",");
if(o.length===s.length&&o.slice().sort().join()===s.join())s.forEach(function(x,i){h.style.setProperty("--o"+i,2*o.indexOf(x)+2)});
if(/^[1-9]\\d{0,2}$/.test(q.get("dropped")||""))h.dataset.dropped="";
if(q.get("rows")==="differing")h.dataset.rows="differing"})(document.documentElement)`;
