"""Modules as one file: those of the search for one request instead of seventeen; all of them as a
classic script, for pages opened from a disk, where browsers refuse modules.

In: the folder of the modules. Out: text. Only joins: what runs is what is written there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from posixpath import normpath

JS = Path("overrides/assets/js")
ORDER = (
    *("text", "chunk", "store", "lexicon", "query", "rank", "marks", "snippet", "opened", "small"),
    *("meaning", "gather", "readings", "numbers", "narrow", "titles", "told", "engine"),
)
"""Every module after those it imports."""
NAMES = "engineOf, loadFrom, loadHead"
MADE = "// @ts-nocheck\n// Made by scripts/bless.py from the modules here: change those.\n"

_IMPORT = re.compile(r"^import\s[^;]*?\sfrom\s+\"[^\"]+\"\n", re.MULTILINE)
_COMMENT = re.compile(
    r"^[ ]*(?://[^\n]*|/\*\*.*?\*/[ ]*)\n|^[ ]*/\*\*[^\n]*?\*/[ ]*", re.MULTILINE | re.DOTALL
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function)\b)", re.MULTILINE)
_INSIDE = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)
_NAMED = re.compile(r"^import (\{[^}]*\}) from \"([^\"]+)\"\n", re.MULTILINE)
_LATER = re.compile(r"\bimport\(\"([^\"]+)\"\)")
_GIVEN = re.compile(r"^export (?:async )?(?:const|function|class) (\w+)", re.MULTILINE)


def flat(root: Path) -> str:
    """One module that exports what search.js needs, without the room that only people need."""
    # A tool: there while the project is worked on, not where a bundle is made.
    import rjsmin  # type: ignore[import-untyped]

    return f"{MADE}{rjsmin.jsmin(_joined(root))}\nexport {{ {NAMES} }}\n"


def classic(root: Path) -> str:
    """One script that sets `PortalSearch.open`, and loads the index by script elements."""
    public = _bare((root / JS / "search.js").read_text(encoding="utf-8"))
    public = public.replace(f'  const {{ {NAMES} }} = await import("./search/flat.js")\n', "")
    inside = _joined(root) + public + _SCRIPTS
    return f';(() => {{\n"use strict"\n{inside}}})()\n'


def bundle(root: Path, files: Mapping[str, str]) -> str:
    """One script that does what start.js and theme.js fetch modules for, each in its own room.

    `files` are those of the site that a module asks for, by their paths: they come with it.
    """
    made: dict[str, str] = {}
    waiting = ["start.js", "search-box.js", "search-page.js", "search-marks.js"]
    while waiting:
        name = waiting.pop()
        if name not in made and name != "search.js":
            made[name], others = _room(root, name)
            waiting += others
    rooms = "".join(made[name] for name in sorted(made))
    told = f"const files = {json.dumps(dict(files), ensure_ascii=False)}\n{_ROOMS}{rooms}"
    return f'{classic(root)};(() => {{\n"use strict"\n{told}PortalModule("start.js")\n}})()\n'


def _room(root: Path, name: str) -> tuple[str, list[str]]:
    """A module as a function that gives what it exports, and the modules it asks for."""
    text = _INSIDE.sub("", _COMMENT.sub("", (root / JS / name).read_text(encoding="utf-8")))
    asked: list[str] = []

    def path(told: str) -> str:
        asked.append(normpath(f"{Path(name).parent.as_posix()}/{told}"))
        return asked[-1]

    text = _NAMED.sub(
        lambda found: (
            f'const {found[1].replace(" as ", ": ")} = await PortalModule("{path(found[2])}")\n'
        ),
        text,
    )
    text = _LATER.sub(lambda found: f'PortalModule("{path(found[1])}")', text)
    text = text.replace("import.meta.url", f'here("{name}")')
    given = ", ".join(_GIVEN.findall(text))
    text = re.sub(r"\n{2,}", "\n", _GIVEN.sub(lambda found: found[0].removeprefix("export "), text))
    return f'rooms.set("{name}", async () => {{\n{text.strip()}\nreturn {{ {given} }}\n}})\n', asked


def generated(root: Path) -> dict[str, str]:
    """The file that is kept beside its modules, and its text."""
    return {f"{JS}/search/flat.js": flat(root)}


def _joined(root: Path) -> str:
    folder = root / JS / "search"
    return "".join(_bare((folder / f"{one}.js").read_text(encoding="utf-8")) for one in ORDER)


def _bare(text: str) -> str:
    text = _EXPORT.sub("", _INSIDE.sub("", _COMMENT.sub("", _IMPORT.sub("", text))))
    return re.sub(r"\n{2,}", "\n", text).lstrip()


_SCRIPTS = """\
const given = new Map()
const byScript = root => (path, again) => new Promise((done, failed) => {
  const script = document.createElement("script")
  script.src = new URL(`${path}.js${again ? "?2" : ""}`, root).href
  script.onload = () => {
    const text = given.get(path)
    if (text === undefined) failed(new Error(path))
    else done(Uint8Array.from(atob(text), one => one.charCodeAt(0)).buffer)
    given.delete(path)
    script.remove()
  }
  script.onerror = () => { script.remove(); failed(new Error(path)) }
  document.head.append(script)
})
globalThis.PortalSearch = {
  give: (path, text) => { given.set(path, text) },
  open: (root, options) => open(root, { load: byScript(new URL(root, location.href)), ...options }),
}
"""
_ROOMS = """\
const rooms = new Map([["search.js", () => PortalSearch]]), opened = new Map()
const base = document.currentScript.src
const here = name => new URL(name, base).href
const fetch = (url, asked) => {
  const text = files[String(url).slice(here("../../").length)]
  return text === undefined ? globalThis.fetch(url, asked) : Promise.resolve(new Response(text))
}
const PortalModule = async name => {
  if (!opened.has(name)) opened.set(name, rooms.get(name)())
  return opened.get(name)
}
globalThis.PortalModule = PortalModule
"""
