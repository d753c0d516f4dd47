// Holds the built client to the browser floor (Chrome 100, Safari 15.4, Firefox ESR 102) and to the policy it is
// served under: no syntax or style that such a browser cannot read, no third party, nothing inline.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'
import { parse as parseCss } from 'postcss'

// Younger than the floor, or absent on plain http. What stands behind a check for its presence is written `?.`.
const YOUNG_CALLS = [
  [/\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed)\(/g, 'array or string method'],
  [/\b(Object|Map)\.groupBy\(/g, 'groupBy'],
  [/\bPromise\.(withResolvers|try)\(/g, 'Promise helper'],
  [/\bArray\.fromAsync\(/g, 'Array.fromAsync'],
  [/\bAbortSignal\.(any|timeout)\(/g, 'AbortSignal helper'],
  [/\bURL\.(canParse|parse)\(/g, 'URL helper'],
  [/\bcrypto\.(randomUUID\(|subtle\.)/g, 'needs a secure context'],
  [/\brequestIdleCallback\(/g, 'absent in Safari'],
  [/\bnew (Intl\.(DurationFormat|Segmenter))\b/g, 'Intl part absent in Firefox 102'],
]
// Namespaces, texts of errors, and the stand-in origins that Paraglide gives to `new URL`.
const NAMES_NOT_FETCHED = [
  'http://www.w3.org/',
  'https://svelte.dev/e/',
  'https://socket.io/docs/',
  'https://paraglidejs.com/errors',
  'http://fallback.com',
  'http://example.com',
]
const OLD_AT_RULES = [
  'charset',
  'font-face',
  'import',
  'keyframes',
  '-webkit-keyframes',
  'layer',
  'media',
  'page',
  'supports',
]
const YOUNG_PROPERTIES = [
  'translate',
  'rotate',
  'scale',

  'content-visibility',
  'container',
  'view-transition-name',
]
const YOUNG_SELECTOR = /:has\(|:popover-open|:modal|:state\(|:user-(in)?valid|(^|[^:])&/
const YOUNG_VALUE =
  /color-mix\(|oklch\(|oklab\(|\blch\(|\blab\(|light-dark\(|\d(dvh|svh|lvh|dvw|svw|lvw|cqw|cqh|cqi|lh|rlh)\b|\bsubgrid\b/

/** What is wrong with one built script, as sentences. */
export function scriptFaults(source) {
  const faults = []
  const regexps = []
  let tree
  try {
    tree = parse(source, {
      ecmaVersion: 2022,
      sourceType: 'module',
      onToken: (t) => t.value?.pattern && regexps.push(t.value),
    })
  } catch (error) {
    return [`syntax after ES2022: ${error.message}`]
  }
  if (has(tree, 'StaticBlock')) faults.push('a class static block (Safari 16.4)')
  for (const { pattern } of regexps)
    if (/\(\?<[=!]/.test(pattern)) faults.push(`a lookbehind in /${pattern}/ (Safari 16.4)`)
  for (const [pattern, what] of YOUNG_CALLS) {
    for (const [found] of source.matchAll(pattern)) faults.push(`${found} (${what})`)
  }
  return [...faults, ...strangers(source)]
}

/** What is wrong with one built style sheet, as sentences. A value may be young when an older one stands before it. */
export function styleFaults(source) {
  const faults = []
  const root = parseCss(source)
  root.walkAtRules((rule) => {
    if (!OLD_AT_RULES.includes(rule.name)) faults.push(`@${rule.name}`)
    if (rule.name === 'media' && /[<>]/.test(rule.params)) faults.push(`@media ${rule.params} (range syntax)`)
    if (rule.name === 'import') faults.push(`@import ${rule.params}`)
  })
  root.walkRules((rule) => {
    if (YOUNG_SELECTOR.test(rule.selector)) faults.push(`selector ${rule.selector}`)
    if (rule.parent?.type === 'rule') faults.push(`nested rule ${rule.selector}`)
  })
  root.walkDecls((decl) => {
    const before = decl.parent.nodes.slice(0, decl.parent.nodes.indexOf(decl))
    const fallback = before.some((other) => other.prop === decl.prop)
    const guarded = decl.parent.parent?.name === 'supports'
    if (YOUNG_VALUE.test(decl.value) && !fallback && !guarded)
      faults.push(`${decl.prop}: ${decl.value} without a fallback`)
    if (YOUNG_PROPERTIES.includes(decl.prop) && !guarded) faults.push(`property ${decl.prop}`)
    if (/url\(\s*["']?(data:|https?:|\/\/)/.test(decl.value))
      faults.push(`${decl.prop} fetches ${decl.value.slice(0, 60)}`)
  })
  return faults
}

/** What is wrong with one built page, as sentences. */
export function pageFaults(source) {
  const faults = []
  if (/<style\b/i.test(source)) faults.push('an inline style sheet')
  if (/\sstyle\s*=/i.test(source)) faults.push('a style attribute')
  if (/\son[a-z]+\s*=/i.test(source)) faults.push('an inline handler')
  for (const [tag] of source.matchAll(/<script\b[^>]*>/gi)) if (!/\ssrc=/.test(tag)) faults.push('an inline script')
  for (const [, url] of source.matchAll(/\s(?:src|href)="([^"]*)"/gi))
    if (/^(https?:)?\/\//.test(url)) faults.push(`fetches ${url}`)
  return faults
}

function strangers(source) {
  const urls = [...source.matchAll(/https?:\/\/[\w.-]+[^\s"'`)\\]*/g)].map(([url]) => url)
  return urls.filter((url) => !NAMES_NOT_FETCHED.some((name) => url.startsWith(name))).map((url) => `names ${url}`)
}

function has(node, type) {
  if (node === null || typeof node !== 'object') return false
  if (node.type === type) return true
  return Object.values(node).some((child) =>
    Array.isArray(child) ? child.some((one) => has(one, type)) : has(child, type),
  )
}

const CHECKS = { js: scriptFaults, css: styleFaults, html: pageFaults }

function main(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String)
  let checked = 0
  let faulty = 0
  for (const name of names) {
    const check = CHECKS[name.split('.').pop()]
    if (check === undefined) continue
    checked += 1
    for (const fault of check(readFileSync(`${folder}/${name}`, 'utf8'))) {
      faulty += 1
      console.error(`${name}: ${fault}`)
    }
  }
  console.log(`${checked} built files, ${faulty} faults`)
  process.exitCode = faulty > 0 || checked === 0 ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2] ?? '../game_server/static')
