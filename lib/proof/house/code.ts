// Each begins where it stands and nowhere else.
const SKIPPED = [/\/\/[^\n]*/y, /\/\*[\s\S]*?\*\//y, /'(?:[^'\\\n]|\\.)*'/y, /"(?:[^"\\\n]|\\.)*"/y]
const PATTERN = /\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y

/** After these a slash begins a pattern; after anything else it divides. */
const BEFORE_A_PATTERN = /(?:^|=>|[(,=:[!&|?{+*%~^-]|\b(?:return|typeof|case|in|of|await))\s*$/

/**
 * A text without what is not code: comments, strings and patterns are `""`, and so is the prose of a template, whose
 * `${}` is code and stays.
 */
export function codeOf(text: string): string {
  let code = ''
  let at = 0
  // For each template that we are in: how many braces deep its `${}` is, or null in its prose.
  const templates: (number | null)[] = []
  const inTemplate = (depth: number | null) => templates.splice(-1, 1, depth)
  while (at < text.length) {
    const depth = templates.at(-1)
    const letter = text.charAt(at)
    const skipped = depth === null ? 0 : lengthSkipped(text, at, code)
    if (skipped > 0) {
      code += '""'
      at += skipped
    } else if (depth === null && text.startsWith('${', at)) {
      inTemplate(0)
      code += ' ('
      at += 2
    } else if (depth === null && letter !== '`') {
      at += letter === '\\' ? 2 : 1
    } else {
      at += 1
      if (letter === '`') {
        code += '""'
        if (depth === null) templates.pop()
        else templates.push(null)
      } else if (depth === 0 && letter === '}') {
        inTemplate(null)
        code += ') '
      } else {
        code += letter
        if (typeof depth === 'number' && letter === '{') inTemplate(depth + 1)
        if (typeof depth === 'number' && letter === '}') inTemplate(depth - 1)
      }
    }
  }
  return code
}

/** How long the comment, string or pattern is that begins here; 0 when none does. */
function lengthSkipped(text: string, at: number, before: string): number {
  const kinds = BEFORE_A_PATTERN.test(before.slice(-40)) ? [...SKIPPED, PATTERN] : SKIPPED
  for (const kind of kinds) {
    kind.lastIndex = at
    const [found] = kind.exec(text) ?? []
    if (found) return found.length
  }
  return 0
}
