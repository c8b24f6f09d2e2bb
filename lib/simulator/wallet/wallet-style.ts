/** KakaoPay's yellow, and plainly not KakaoPay. */
export const walletStyle = `
:root { color-scheme: light dark; --page: #f1f0ea; --card: #fff; --ink: #191600; --soft: #5f5b4b;
  --line: #e2dfd2; --edge: #98937f; --field: #fff; --yellow: #fee500; --on-yellow: #191600; --focus: #1a56db }
@media (prefers-color-scheme: dark) {
  :root { --page: #131210; --card: #211f1b; --ink: #f4f1e4; --soft: #b5b09e; --line: #3a372f; --edge: #807a68;
    --field: #191815; --focus: #ffe94a }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100vh; padding: 16px; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR',
    sans-serif; word-break: keep-all; overflow-wrap: anywhere }
main { max-width: 420px; margin: 0 auto; background: var(--card); border-radius: 24px;
  overflow: hidden; border: 1px solid var(--line) }
header { background: var(--yellow); color: var(--on-yellow); padding: 20px 24px 24px }
.demo { margin: 0 0 20px; padding: 8px 12px; border: 1.5px dashed currentColor; border-radius: 12px;
  font-size: 14px; font-weight: 600; text-align: center }
.brand { margin: 0; font-size: 15px; font-weight: 700 }
.sum { margin: 4px 0 0; font-size: 36px; line-height: 1.2; font-weight: 800;
  font-variant-numeric: tabular-nums }
.body { padding: 20px 24px 24px }
dl { margin: 0 0 20px; display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; font-size: 14px }
dt { color: var(--soft) }
dd { margin: 0; text-align: right; font-weight: 600 }
h1 { font-size: 18px; margin: 0 0 12px }
h2 { font-size: 16px; margin: 0 0 4px }
p { margin: 0 0 12px }
.soft { color: var(--soft); font-size: 14px }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px }
button, .button { display: block; width: 100%; min-height: 48px; padding: 10px 16px; font: inherit;
  font-weight: 700; text-align: center; text-decoration: none; cursor: pointer; color: var(--ink);
  background: transparent; border: 1.5px solid var(--edge); border-radius: 14px }
button:hover, .button:hover { border-color: var(--soft) }
.first { background: var(--yellow); color: var(--on-yellow); border-color: var(--yellow) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.first:focus-visible { outline-color: var(--ink) }
.hint { margin: 4px 4px 0; color: var(--soft); font-size: 13px; text-align: center }
form + form, .after { margin-top: 20px; padding-top: 20px; border-top: 1px solid var(--line) }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 12px;
  margin: 0 0 16px }
label { display: grid; gap: 4px; align-content: end; font-size: 14px; font-weight: 600 }
.fields.after { margin: 20px 0 0 }
.fields + .fields { margin: 12px 0 0 }
main.wide { max-width: 900px }
@media (min-width: 860px) { .columns { display: grid; grid-template-columns: 320px 1fr; gap: 40px }
  .columns ul { grid-template-columns: 1fr 1fr } .columns li:last-child:nth-child(odd) { grid-column: 1 / -1 }
  .columns > :first-child > dl { margin-top: 4px } }
.scan { margin: 0 0 24px; padding: 20px; border: 1.5px solid var(--line); border-radius: 18px; text-align: center }
.scan > :last-child { margin-bottom: 0 }
.qr { display: block; width: 100%; max-width: 232px; margin: 12px auto; border-radius: 12px }
.script { margin: 0 0 24px; padding: 16px; border: 1.5px dashed var(--edge); border-radius: 18px }
[role=timer] { font-variant-numeric: tabular-nums }
.stack { display: grid; gap: 12px }
select, input, textarea { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; font-weight: 400;
  color: var(--ink); background: var(--field); border: 1.5px solid var(--edge); border-radius: 12px }
`
