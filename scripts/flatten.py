"""The modules of the search as one file, for one request instead of sixteen.

In: the folder of the modules. Out: the text of an ES module, and of a classic script that works
where modules do not: on pages opened from a disk. Only joins: what runs is what is written there.
"""

from __future__ import annotations

import re
from pathlib import Path

JS = Path("overrides/assets/js")
ORDER = (
    *("text", "chunk", "store", "lexicon", "query", "rank", "marks", "opened", "meaning"),
    *("gather", "readings", "numbers", "narrow", "titles", "told", "engine"),
)
"""Every module after those it imports."""
NAMES = "engineOf, loadFrom, loadHead"
MADE = "// @ts-nocheck\n// Made by scripts/bless.py from the modules here: change those.\n"

_IMPORT = re.compile(r"^import\s[^;]*?\sfrom\s+\"[^\"]+\"\n", re.MULTILINE)
_COMMENT = re.compile(
    r"^[ ]*(?://[^\n]*|/\*\*.*?\*/[ ]*)\n|^[ ]*/\*\*[^\n]*?\*/[ ]*", re.MULTILINE | re.DOTALL
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function)\b)", re.MULTILINE)


def flat(root: Path) -> str:
    """One module that exports what search.js needs."""
    return f"{MADE}{_joined(root)}export {{ {NAMES} }}\n"


def classic(root: Path) -> str:
    """One script that sets `PortalSearch.open`, and loads the index by script elements."""
    public = _bare((root / JS / "search.js").read_text(encoding="utf-8"))
    public = public.replace(f'  const {{ {NAMES} }} = await import("./search/flat.js")\n', "")
    inside = _joined(root) + public + _SCRIPTS
    return f'{MADE}(() => {{\n"use strict"\n{inside}}})()\n'


def generated(root: Path) -> dict[str, str]:
    """The files and their text."""
    return {f"{JS}/search/flat.js": flat(root), f"{JS}/search.classic.js": classic(root)}


def _joined(root: Path) -> str:
    folder = root / JS / "search"
    return "".join(_bare((folder / f"{one}.js").read_text(encoding="utf-8")) for one in ORDER)


def _bare(text: str) -> str:
    text = _EXPORT.sub("", _COMMENT.sub("", _IMPORT.sub("", text)))
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
