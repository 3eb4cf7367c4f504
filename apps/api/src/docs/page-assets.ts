/** The page brings everything itself: nothing is fetched from elsewhere, and the policy of the page allows these two alone. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d8dee4, #3a4149); --soft: light-dark(#f4f6f8, #1d2125); --link: light-dark(#0b5cad, #7ab8ff); }
* { box-sizing: border-box; }
body { margin: 0; overflow-wrap: anywhere; font: 16px/1.55 system-ui, sans-serif; background: light-dark(#fff, #14171a); color: light-dark(#1c2126, #e3e7eb); }
a { color: var(--link); text-underline-offset: 2px; }
a:focus-visible, input:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-inline-size: 82rem; margin-inline: auto; }
nav { position: sticky; inset-block-start: 0; block-size: 100vh; overflow: auto; padding: 1.25rem 1rem; border-inline-end: 1px solid var(--line); font-size: .9rem; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav li a { display: block; padding: .15rem .5rem; border-radius: 4px; text-decoration: none; overflow-wrap: anywhere; }
nav li a:hover { background: var(--soft); }
nav h2 { font-size: .8rem; margin: 1rem 0 .25rem .5rem; border: 0; padding: 0; opacity: .75; }
input { inline-size: 100%; padding: .5rem .75rem; font: inherit; border: 1px solid var(--line); border-radius: 6px; background: var(--soft); color: inherit; }
main { padding: 1.5rem 2rem 6rem; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; }
h2 { margin: 3rem 0 1rem; padding-block-end: .4rem; border-block-end: 1px solid var(--line); }
h3 { margin: 0 0 .5rem; font-size: 1.15rem; overflow-wrap: anywhere; }
h4 { margin: 1rem 0 .25rem; font-size: .9rem; }
small { font-weight: 400; font-size: .8rem; opacity: .75; }
section { padding-block: 1.25rem; border-block-end: 1px solid var(--line); scroll-margin-block-start: 1rem; }
code { font: .88em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: var(--soft); padding: .75rem 1rem; border-radius: 6px; overflow: auto; margin: 0; }
pre code { overflow-wrap: normal; }
table { border-collapse: collapse; inline-size: 100%; margin-block: .75rem; font-size: .92rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem .4rem 0; border-block-start: 1px solid var(--line); }
th { font-size: .8rem; opacity: .75; border: 0; }
th:first-child, td:first-child, th:nth-child(2):nth-last-child(2) { inline-size: 26%; }
dl { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .3rem 1rem; margin: .75rem 0; font-size: .92rem; }
dt { opacity: .75; } dd { margin: 0; }
summary { cursor: pointer; color: var(--link); }
[hidden], .group:not(:has(section:not([hidden]))), nav h2:has(+ ul):not(:has(+ ul > li:not([hidden]))) { display: none; }
@media (max-width: 48rem) {
  .page { display: block; }
  nav { position: static; block-size: auto; border: 0; padding: 1rem; }
  nav ul, nav h2 { display: none; }
  main { padding: .5rem 1rem 4rem; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-block-end: .4rem; }
  thead { display: none; } tr, td { display: block; border: 0; } tr { border-block-start: 1px solid var(--line); padding-block: .4rem; }
  td, td:first-child { inline-size: auto; padding: 0; }
}
`;

/** The search box: shows the sections in which every word occurs. Without it the page is whole, only longer to read. */
export const SCRIPT = `
const box = document.getElementById('search');
const sections = [...document.querySelectorAll('section[data-find]')].map((node) => ({ node, text: node.dataset.find.toLowerCase() }));
const links = [...document.querySelectorAll('nav li[data-of]')];
const status = document.getElementById('found');
box.addEventListener('input', () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const shown = new Set();
  for (const { node, text } of sections) {
    node.hidden = !words.every((word) => text.includes(word));
    if (!node.hidden) shown.add(node.id);
  }
  for (const link of links) link.hidden = !shown.has(link.dataset.of);
  status.textContent = words.length === 0 ? '' : shown.size + ' found';
});
addEventListener('hashchange', () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target === null || target.offsetParent !== null) return;
  box.value = '';
  box.dispatchEvent(new Event('input'));
  target.scrollIntoView();
});
`;
