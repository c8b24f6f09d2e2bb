import { type Html, html } from '@/lib/simulator/html'

/** Wider than a phone: it scrolls by itself, with the keyboard too. */
export function recordTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  return html`<section><h2>${title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table>${rows.length === 0 ? html`<p class="hint">Nothing yet.</p>` : null}</div></section>`
}
