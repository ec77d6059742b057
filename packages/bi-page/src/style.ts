/** Style of the page: light and dark by the reader's setting, and narrow screens. */
export const STYLE = `
:root { --ink: #1b1f24; --ink-soft: #57606a; --paper: #ffffff; --line: #d8dee4; --accent: #0b57a4; --fresh: #1a7f37; --stale: #9a4b00; --tint: #f3f6f9 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --ink-soft: #9da7b1; --paper: #0f1419; --line: #303840; --accent: #6cb2ff; --fresh: #56d364; --stale: #f0a35e; --tint: #182028 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 1rem; border-bottom: 1px solid var(--line) }
h1 { font-size: 1.15rem; margin: 0 }
h2 { font-size: 1.2rem; margin: 0 0 .75rem }
h3 { font-size: 1rem; margin: 0 0 .5rem }
#freshness { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: 0; padding: 0; flex: 1; font-size: .85rem }
.fresh { color: var(--fresh) }
.stale { color: var(--stale) }
#problem:empty { display: none }
#problem { margin: 1rem; padding: .75rem 1rem; border-left: 4px solid var(--stale); background: var(--tint) }
#sign-in:not([hidden]) { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; padding: 1rem }
#sign-in p { flex-basis: 100%; margin: 0 }
#content:not([hidden]) { display: grid; grid-template-columns: 19rem minmax(0, 1fr) }
nav { position: sticky; top: 0; align-self: start; max-height: calc(100vh - 4rem); overflow: auto; border-right: 1px solid var(--line); padding: .75rem 1rem; font-size: .9rem }
nav ul { list-style: none; margin: 0; padding: 0 }
nav li { padding: .15rem 0 }
nav code { color: var(--ink-soft); font-size: .75rem }
a { color: var(--accent) }
a[aria-current] { font-weight: 700 }
main { padding: 1rem 1.25rem; min-width: 0 }
section { margin: 1.5rem 0 }
form#query, .choices { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end }
label { display: grid; font-size: .8rem; color: var(--ink-soft) }
label.wide { flex: 1 1 22rem }
input, select, button { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .5rem; min-width: 0 }
button { cursor: pointer; background: var(--tint) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
#files a { margin-right: .6rem }
.scroll { overflow: auto; max-height: 26rem; border: 1px solid var(--line); border-radius: 6px }
table { border-collapse: collapse; font-size: .85rem; width: 100% }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; max-width: 28rem; overflow: hidden; text-overflow: ellipsis }
#columns td { white-space: normal }
#columns td:last-child { min-width: 16rem }
thead th { position: sticky; top: 0; background: var(--tint) }
pre { overflow: auto; background: var(--tint); padding: .75rem; border-radius: 6px }
details { margin: .4rem 0 }
.u-legend { color: var(--ink) }
noscript { display: block; padding: 1rem }
@media (max-width: 48rem) {
  h1 { flex: 1 }
  #freshness { order: 1; flex-basis: 100% }
  #content:not([hidden]) { grid-template-columns: minmax(0, 1fr) }
  nav { position: relative; border-right: 0; border-bottom: 1px solid var(--line); max-height: 11rem }
}
`;
