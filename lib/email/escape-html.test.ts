import { expect, test } from 'vitest'
import { escapeHtml } from './escape-html'

test('a name that looks like markup is read as it was typed', () =>
  expect(escapeHtml('<b>"김&노"</b>')).toBe('&lt;b&gt;&quot;김&amp;노&quot;&lt;/b&gt;'))
