// @ts-check
// The modules of these rooms → the files that readers get. `node bundle.mjs FOLDER` puts them there and prints, as
// JSON, what each is made of. Run by scripts/bundle.py; knows nothing of the site.

import { readFileSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { relative, resolve } from "node:path"
import { build } from "esbuild"
import { SCHEMAS } from "./assess/core/schema.js"
import { version } from "./search/contract.js"

const HERE = import.meta.dirname, OUT = resolve(process.argv[2] ?? ".")

/** What a page, or another of these, asks for by name → the module it begins with. */
const SERVED = {
  theme: "start/theme.js",
  start: "start/index.js",
  inside: "reading/inside.js",
  clauses: "reading/clauses.js",
  compare: "compare/page.js",
  tiles: "progress/tiles.js",
  notes: "reading/notes.js",
  resume: "reading/resume.js",
  booklet: "booklet/page.js",
  cards: "reading/cards.js",
  mine: "mine/home.js",
  assess: "assess/page/index.js",
  calculator: "assess/calculator/index.js",
  "assess-office": "assess/exports/office.js",
  finder: "finder/index.js",
  results: "finder/page.js",
  search: "search/index.js",
  "search.snippet": "search/snippet.js",
  "search.passages": "search/passages.js",
  "search.legacy": "search/legacy.js",
  "search.compared": "search/compared.js",
  "search.figures": "search/figures.js",
  "search.years": "search/years.js",
  "search.left": "search/left.js",
  "search.mending": "search/mending.js",
  "search.newest": "search/newest.js",
  "search.notes": "search/notes.js",
  filter: "library/index.js",
  embedding: "embed/builder.js",
  "desk/desk": "desk/index.js",
  "nhung/v1": "embed/loader.js",
  "nhung/khung": "embed/frame.js",
  "nhung/tu-kiem": "embed/trial.js",
}
/** What is open once on a page, though two bundles need it: one has it, and hands it on. */
const ONCE = { "finder/engine.js": "finder" }
/** Not modules: what runs before the page is painted, in pages of others, in frames without an origin, from a disk. */
const CLASSIC = ["theme", "filter", "nhung/v1", "nhung/khung", "nhung/tu-kiem"]
/** What it says of packages stands for them: they are fetched anew everywhere. */
const LOCK = "package-lock.json"
const PLACE = "tu-ra-soat"
const DISK = "disk/portal.classic"
const CONTRACT = "search.contract.js"
const LOOK = "css/portal"
/** What others made and is taken in, told where it stands. */
const MIT = "/*! fflate: (c) 2026 Arjun Barrett; write-excel-file: (c) 2018 gitlab.com/catamphetamine; both under the MIT licence, LICENCES.md */"
/** @type {{[name: string]: string}} */
const BANNERS = { search: `// ${version}`, "assess-office": MIT }
/** The tool of self-assessment for one file that asks for nothing else. */
const ALONE = "disk/assess.classic"

/** @param {string} file @returns {string} `search/index.js`, on every system */
const named = file => relative(HERE, file).replaceAll("\\", "/")

/** A bundle asks for another one by its name, and takes all else in.
 *  @param {string} entry @returns {import("esbuild").Plugin} */
const apart = entry => ({
  name: "apart",
  setup: ({ onResolve }) => onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
    const file = named(resolve(resolveDir, path))
    const other = ONCE[/** @type {keyof typeof ONCE} */ (file)] ?? Object.entries(SERVED).find(one => one[1] === file)?.[0]
    return kind !== "entry-point" && other && other !== entry ? { path: `./${other}.js`, external: true } : undefined
  }),
})

/** The look of every page: what is asked for of the fonts stays as it is written.
 *  @returns {Promise<[string, string[]]>} */
async function look() {
  const { metafile } = await build({
    absWorkingDir: HERE,
    entryPoints: { [LOOK]: "look/index.css" },
    outdir: OUT,
    bundle: true,
    minify: true,
    metafile: true,
    charset: "utf8",
    external: ["*.woff2"],
    logLevel: "warning",
  })
  return [`${LOOK}.css`, Object.keys(metafile?.inputs ?? {}).sort()]
}

/** From a disk there is one file, in which `disk/` does what needs a server elsewhere.
 *  @type {import("esbuild").Plugin} */
const alone = {
  name: "alone",
  setup: ({ onResolve }) => {
    onResolve({ filter: /search\/index\.js$/ }, ({ importer }) =>
      named(importer).startsWith("disk/") ? undefined : { path: resolve(HERE, "disk/search.js") })
    onResolve({ filter: /(assess\/page\/index|compare\/page)\.js$/ }, () => ({ path: resolve(HERE, "disk/absent.js") }))
  },
}

/** What the public module promises, for who reads it where it is published: comments alone.
 *  @returns {Promise<[string, string[]]>} */
async function contract() {
  const sources = ["search/contract.js", "search/index.js"]
  const heads = sources.map(file => /^(?:\/\/.*\n|\/\*\*[^]*?\*\/\n|\n)+/.exec(readFileSync(resolve(HERE, file), "utf8"))?.[0] ?? "")
  await writeFile(resolve(OUT, CONTRACT), heads.join("").replaceAll("// @ts-check\n", ""))
  return [CONTRACT, sources]
}

/** What files of self-assessment hold, for who reads them elsewhere. @returns {Promise<[string, string[]][]>} */
async function schemas() {
  await mkdir(resolve(OUT, PLACE), { recursive: true })
  return Promise.all(Object.entries(SCHEMAS).map(async ([name, schema]) => {
    await writeFile(resolve(OUT, PLACE, name), `${JSON.stringify(schema, null, 1)}\n`)
    return /** @type {[string, string[]]} */ ([`${PLACE}/${name}`, ["assess/core/file.js", "assess/core/schema.js", "assess/core/set-file.js"]])
  }))
}

/** @param {string} name @param {string} entry @param {import("esbuild").BuildOptions} how
 *  @returns {Promise<[string, string[]]>} */
async function bundle(name, entry, how) {
  const { metafile } = await build({
    absWorkingDir: HERE,
    entryPoints: { [name]: entry },
    outdir: OUT,
    bundle: true,
    minify: true,
    metafile: true,
    charset: "utf8",
    target: "es2022",
    logLevel: "warning",
    ...how,
  })
  const sources = Object.keys(metafile?.inputs ?? {}), own = sources.filter(one => !one.startsWith("node_modules/"))
  return [`${name}.js`, [...own, ...own.length < sources.length ? [LOCK] : []].sort()]
}

const made = await Promise.all([
  ...Object.entries(SERVED).map(([name, entry]) => bundle(name, entry, {
    // A module is strict without being told so.
    ...CLASSIC.includes(name) ? { format: "iife" } : { format: "esm", tsconfigRaw: { compilerOptions: { alwaysStrict: false } } },
    plugins: [apart(name)],
    ...BANNERS[name] ? { banner: { js: BANNERS[name] } } : {},
  })),
  bundle(DISK, "disk/index.js", {
    format: "iife",
    plugins: [alone],
    inject: ["disk/given.js"],
    define: { "import.meta.url": "scriptUrl" },
  }),
  bundle(ALONE, SERVED.assess, { format: "iife", banner: { js: MIT } }),
  look(),
  contract(),
  ...await schemas(),
])
console.log(JSON.stringify(Object.fromEntries(made)))
