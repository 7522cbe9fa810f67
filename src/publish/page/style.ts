/** Colours and type of all pages: light and dark. */
export const BASE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #4d5966; --line: #d3dae2; --sheet: #fff; --ground: #f4f6f8; --dwell: #0072b2; --travel: #c9660f; --head: #eef3f8 }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #aab6c2; --line: #3a4653; --sheet: #1a222b; --ground: #12181f; --dwell: #4aa3df; --travel: #e39b4a; --head: #232d38 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.45 system-ui, 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem }
h1 { margin: 0; font-size: 1.7rem } h2 { margin: 2.2rem 0 .6rem; font-size: 1.25rem } h3 { margin: 0 0 .4rem; font-size: 1rem }
small { color: var(--soft); font-size: .85em }
`;

/** A plan's page on a desk, on a telephone, and on A4. */
export const PLAN_STYLE = `
.note, .facts { color: var(--soft); margin: .2rem 0 .7rem }
.kpis { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); gap: .6rem; padding: 0; margin: 1rem 0 0; list-style: none }
.kpis li { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem }
.kpis b { display: block; font-size: 1.35rem; font-variant-numeric: tabular-nums } .kpis span { color: var(--soft) }
.map { margin: 0; background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem }
.map > svg { display: block; width: 100%; height: auto; max-height: 46rem }
.outline { fill: var(--head); stroke: var(--soft); stroke-width: 1.5 } .way { fill: none; stroke-width: 1.7; stroke-opacity: .75 }
.way.walk { stroke-dasharray: 1 4; stroke-linecap: round; stroke-width: 2.4 } .way.free { stroke-dasharray: 7 4 }
.number { fill: #fff; font: 600 9.5px system-ui, sans-serif; text-anchor: middle }
.left { fill: none; stroke: var(--soft); stroke-width: 1.3 } .base { fill: var(--ink); stroke: var(--sheet); stroke-width: 1.5 }
.scale path { fill: none; stroke: var(--ink); stroke-width: 1.5 } .scale text { fill: var(--ink); font: 13px system-ui, sans-serif }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; padding: .5rem .4rem 0; margin: 0; border-top: 1px solid var(--line) }
.legend li { display: flex; align-items: center; gap: .4rem } .key { width: 14px; height: 14px } .key.wide { width: 32px }
table { border-collapse: collapse; width: 100%; background: var(--sheet) } th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top }
thead th { background: var(--head); font-weight: 600 } td { font-variant-numeric: tabular-nums } .num { text-align: right }
.wide { overflow-x: auto; margin-bottom: .8rem } .board { min-width: 56rem; table-layout: fixed } .board td, .board th { padding: .3rem .45rem } .board .load { float: right } .board .idle { display: block } .load.over { color: var(--travel); font-weight: 700 } .limits { margin: .2rem 0 .8rem; padding-left: 1.2rem }
.board th:first-child { width: 9rem } .off { background: var(--head) }
.bar { display: flex; height: .5rem; margin-top: .25rem; background: var(--head); border: 1px solid var(--line); border-radius: .2rem; overflow: hidden }
.bar i, .swatch { display: block } i.dwell, .swatch.dwell { background: var(--dwell) } i.travel, .swatch.travel { background: var(--travel) }
.swatch { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; margin: 0 .3rem 0 .8rem; vertical-align: -.1rem }
.days { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(33rem, 100%), 1fr)); gap: 1rem; align-items: start }
.day { background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .8rem } .stops th { white-space: nowrap } .stops td { overflow-wrap: anywhere } .stops td:first-child { text-align: right } .stops td:first-child, .stops td:nth-child(2), .stops td:nth-child(4) { white-space: nowrap } .stops .about { display: block }
.other td { color: var(--soft) } .unserved { padding-left: 1.2rem } .unserved li { margin-bottom: .6rem }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
footer { margin-top: 2.5rem; color: var(--soft) }
@media (max-width: 40rem) { body { font-size: 14px } main { padding: 1rem .7rem 2rem } .stops td, .stops th { padding: .2rem .3rem } }
@media print {
  @page { size: A4; margin: 12mm }
  :root { --ink: #000; --soft: #444; --line: #bbb; --sheet: #fff; --ground: #fff; --head: #f0f0f0; --dwell: #0072b2; --travel: #c9660f }
  body { font-size: 9.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact } main { max-width: none; padding: 0 }
  h2 { break-after: avoid } .day, .kpis li, tr { break-inside: avoid } .days { grid-template-columns: 1fr } .map > svg { max-height: 170mm } .board { min-width: 0 } .wide { overflow: visible }
}
`;

/** The start page: links as cards, samples, and the plan in a frame. */
export const START_STYLE = `
a { color: var(--dwell) }
.links { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .75rem; padding: 0; list-style: none }
.links a { display: block; padding: .7rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--sheet); color: inherit; text-decoration: none }
.links a:hover, .links a:focus { border-color: var(--dwell) } .links b { color: var(--dwell) } .links small { display: block }
iframe { width: 100%; height: 85vh; border: 1px solid var(--line); border-radius: .5rem; background: var(--sheet) }
.samples { display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; list-style: none }
.samples a { display: block; padding: .2rem .7rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--sheet); text-decoration: none }
.samples a[aria-current] { background: var(--ink); color: var(--sheet); border-color: var(--ink) }
.state { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; background: var(--head) }
`;
