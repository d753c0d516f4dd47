// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { pageFaults, scriptFaults, styleFaults } from './floor.mjs'

describe('a script', () => {
  it('within the floor passes', () => expect(scriptFaults('const a = [1]?.at(0) ?? 2; export { a }')).toEqual([]))
  it.each([
    ['class A { static { go() } }', /static block/],
    ['const a = /(?<=x)y/', /lookbehind/],
    ['const a = /x/v', /ES2022/],
    ['a.toSorted()', /toSorted/],
    ['crypto.randomUUID()', /secure context/],
    ['fetch("https://cdn.example/x.js")', /cdn\.example/],
  ])('%s is refused', (source, fault) => expect(scriptFaults(source).join()).toMatch(fault))
})

describe('a style sheet', () => {
  it('may be young after a fallback', () => expect(styleFaults('a { height: 100vh; height: 100dvh }')).toEqual([]))
  it.each([
    ['a:has(b) { color: red }', /:has/],
    ['a { b { color: red } }', /nested/],
    ['@container (min-width: 1px) { a { color: red } }', /@container/],
    ['@media (width >= 600px) { a { color: red } }', /range/],
    ['a { height: 100dvh }', /without a fallback/],
    ['a { background: url("https://cdn.example/x.png") }', /fetches/],
    ['a { translate: 1px }', /translate/],
  ])('%s is refused', (source, fault) => expect(styleFaults(source).join()).toMatch(fault))
})

describe('a page', () => {
  it('that only names its own files passes', () => {
    expect(pageFaults('<link href="./a.css"><script type="module" src="./a.js"></script>')).toEqual([])
  })
  it.each([
    ['<script>go()</script>', /inline script/],
    ['<p style="color:red">', /style attribute/],
    ['<style>a{}</style>', /style sheet/],
    ['<button onclick="go()">', /handler/],
    ['<link href="//cdn.example/a.css">', /cdn\.example/],
  ])('%s is refused', (source, fault) => expect(pageFaults(source).join()).toMatch(fault))
})
