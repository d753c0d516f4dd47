import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Ships the licence of everything that ends up in the bundles, as their licences ask, in `licences.txt`. */
export function licences(root: string): Plugin {
  const { dependencies } = manifest(root)
  const names = new Set([...Object.keys(dependencies ?? {}), '@inlang/paraglide-js'])
  for (const name of names) {
    // Two levels are all there is: socket.io-client and its parts.
    if (!name.startsWith('@')) for (const part of partsOf(root, name)) if (part.includes('.io')) names.add(part)
  }
  return {
    name: 'licences',
    generateBundle() {
      const source = [...names]
        .sort()
        .map((name) => licence(root, name))
        .join('\n\n')
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source })
    },
  }
}

const manifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

const partsOf = (root: string, name: string) =>
  Object.keys(manifest(join(root, 'node_modules', name)).dependencies ?? {})

function licence(root: string, name: string): string {
  const folder = join(root, 'node_modules', name)
  const { version, license } = manifest(folder)
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry)) : undefined
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  return `${name} ${version}: ${license}\n\n${text.trim()}\n\n${'-'.repeat(80)}`
}
