import { fileURLToPath } from 'node:url'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { head } from './scripts/head.ts'
import { licences } from './scripts/licences.ts'

const page = (name: string) => fileURLToPath(new URL(`./${name}.html`, import.meta.url))
const inputs = (names: string[]) => Object.fromEntries(names.map((name) => [name.replace('dev/', ''), page(name)]))
const SCREENS = ['join', 'participant', 'facilitator', 'screen', 'observer', 'test', 'privacy', 'follow']
/** The screens' states without a game behind them: `vite build --mode states`. */
const STATES = ['dev/index', 'dev/desk', 'dev/screen']

const tests = ['src/**/*.test.ts', 'scripts/**/*.test.mjs']
const pages = ['src/participant/vote.test.ts', 'src/facilitator/desk.test.ts', 'src/screen/entry/entry.test.ts']

export default defineConfig(({ mode }) => ({
  // Relative, so that the game also runs below a path of somebody else's host name.
  base: './',
  plugins: [
    svelte(),
    head(),
    licences(fileURLToPath(new URL('.', import.meta.url))),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      emitTsDeclarations: true,
      strategy: ['globalVariable', 'baseLocale'],
    }),
  ],
  // Component tests mount in jsdom: without this, vitest would pick Svelte's server build.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8000',
      '/socket.io': { target: 'http://127.0.0.1:8000', ws: true },
    },
  },
  build: {
    outDir: process.env.CRISISTAFEL_WEB_OUT ?? '../game_server/static',
    emptyOutDir: true,
    // The browser floor; scripts/floor.mjs holds the built files to it.
    target: ['chrome100', 'safari15.4', 'firefox102'],
    // An inlined asset would be a data: URL, which the policy served with the pages refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: inputs(mode === 'states' ? STATES : SCREENS),
    },
  },
  test: {
    environment: 'jsdom',
    restoreMocks: true,
    projects: [
      // One jsdom for all files of a worker: a fresh one each costs more than all the tests.
      { extends: true, test: { name: 'logic', isolate: false, include: tests, exclude: pages } },
      // Those that mount a whole page get a page of their own.
      { extends: true, test: { name: 'pages', include: pages } },
    ],
  },
}))
