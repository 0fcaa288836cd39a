"""Files of a site that other programs read: Word, JSON, XML; each must be whole.

In: a built site. Out: those that are not, with the reason. LibreOffice opens the Word files where
the machine has it.
"""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import machine
from lxml import etree

AT_ONCE = 40
"""So many files for one LibreOffice: command lines have an end."""
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def faults(site: Path, work: Path) -> Iterator[str]:
    """What no program can read."""
    yield from whole(site)
    yield from _unopened(sorted(site.rglob("*.docx")), work)


def whole(site: Path) -> Iterator[str]:
    """The same without LibreOffice."""
    for path in sorted(site.rglob("*")):
        try:
            match path.suffix:
                case ".json":
                    json.loads(path.read_text(encoding="utf-8"))
                case ".xml" | ".svg":
                    etree.parse(path, PARSER)
                case ".docx":
                    yield from (f"{path.relative_to(site)}: {one}" for one in _word(path))
        except (ValueError, etree.XMLSyntaxError) as fault:
            yield f"{path.relative_to(site)}: {fault}"


def _word(path: Path) -> Iterator[str]:
    """A package whose parts are XML, and which runs and fetches nothing."""
    with zipfile.ZipFile(path) as package:
        if broken := package.testzip():
            yield f"phần {broken} hỏng"
        for name in package.namelist():
            if name.startswith(("/", "..")) or "vba" in name.lower():
                yield f"có phần {name}"
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(package.read(name), PARSER)
                yield from _outward(name, root)


def _outward(name: str, root: etree._Element) -> Iterator[str]:
    """Links may lead elsewhere; anything else that does is fetched when the file is opened."""
    for one in root.iter("{*}Relationship"):
        outside = one.get("TargetMode") == "External"
        if outside and not str(one.get("Type")).endswith("/hyperlink"):
            yield f"{name} lấy {one.get('Target')}"
        if outside and not str(one.get("Target")).startswith(
            ("http:", "https:", "mailto:", "tel:")
        ):
            yield f"{name} dẫn tới {one.get('Target')}"


def _unopened(files: list[Path], work: Path) -> Iterator[str]:
    """Those that LibreOffice does not turn into text."""
    program = machine.find_office()
    if program is None:
        return
    for start in range(0, len(files), AT_ONCE):
        some = files[start : start + AT_ONCE]
        out = work / f"chu-{start}"
        command = [str(program), "--headless", f"-env:UserInstallation={(work / 'lo').as_uri()}"]
        command += ["--convert-to", "txt:Text", "--outdir", str(out), *map(str, some)]
        subprocess.run(command, capture_output=True, timeout=600, check=False)
        yield from (
            f"{path.name}: LibreOffice không mở được"
            for path in some
            if not (out / f"{path.stem}.txt").is_file()
        )
