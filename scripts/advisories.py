"""Known vulnerabilities of locked packages, out of files: no network is asked.

In: packages, and a copy of a database in the OSV format: the folder or zip of PyPA's
advisory-database, the zip that osv.dev hands out for PyPI, or one JSON file. Out: what is known of
just these versions. Refuses to guess: data without a single record is no data.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import yaml
from packages import Package
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ENDINGS = (".json", ".yaml", ".yml")
_RECORD = re.compile(r"\baffected[\"']?\s*:")
_NAME = re.compile(r"\bname[\"']?\s*:\s*[\"']?([\w.-]+)")
"""Most of the world's records are of other packages: those are counted, not read."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class DataFault(Exception):
    """The database cannot be read; the text says why."""


@dataclass(frozen=True, order=True)
class Advisory:
    """One known vulnerability of one locked package."""

    package: str
    version: str
    id: str
    aliases: tuple[str, ...]
    fixed: tuple[str, ...]


class Findings(NamedTuple):
    """What the data says of the packages, and how much it holds: records read, day of the newest
    file."""

    advisories: list[Advisory]
    records: int
    newest: date


def search(data: Path, packages: Iterable[Package]) -> Findings:
    """The advisories that concern these very versions."""
    versions = {str(canonicalize_name(one.name)): one.version for one in packages}
    found: set[Advisory] = set()
    records, newest = 0, date.min
    for written, path, content in _files(data, versions.keys()):
        newest = max(newest, written)
        text = content.decode("utf-8", "replace")
        if versions.keys().isdisjoint(map(canonicalize_name, _NAME.findall(text))):
            records += bool(_RECORD.search(text))
            continue
        for record in _records(path, text):
            records += 1
            try:
                found.update(_concerning(record, versions))
            except (AttributeError, KeyError, TypeError) as fault:
                told = f"«{path}» trong «{data}» không theo định dạng OSV."
                raise DataFault(told) from fault
    if not records:
        raise DataFault(f"«{data}» không có bản ghi lỗ hổng nào đọc được.")
    return Findings(sorted(found), records, newest)


def _files(data: Path, names: Iterable[str]) -> Iterator[tuple[date, str, bytes]]:
    """Day, path and bytes of every file that may tell of these packages."""
    try:
        if data.is_dir():
            for file in sorted(data.rglob("*")):
                if _may_tell(file.relative_to(data).as_posix(), names) and file.is_file():
                    yield _day(file), file.name, file.read_bytes()
        elif zipfile.is_zipfile(data):
            with zipfile.ZipFile(data) as archive:
                for member in archive.infolist():
                    if _may_tell(member.filename, names):
                        yield date(*member.date_time[:3]), member.filename, archive.read(member)
        else:
            yield _day(data), data.name, data.read_bytes()
    except (OSError, zipfile.BadZipFile) as fault:
        raise DataFault(f"Không đọc được «{data}»: {fault}.") from fault


def _may_tell(path: str, names: Iterable[str]) -> bool:
    """PyPA's database keeps a folder a package, `vulns/jinja2/`; others keep everything in one."""
    parts = PurePosixPath(path).parts
    if not path.endswith(ENDINGS) or any(part.startswith(".") for part in parts):
        return False
    if "vulns" not in parts[:-2]:
        return True
    return str(canonicalize_name(parts[-2])) in names


def _day(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC).date()


def _records(path: str, text: str) -> list[dict[str, Any]]:
    """A record, or a list of them; what is neither is passed over, what is broken is told."""
    try:
        told = json.loads(text) if path.endswith(".json") else yaml.load(text, Loader=_LOADER)
    except (ValueError, yaml.YAMLError, RecursionError) as fault:
        raise DataFault(f"«{path}» hỏng, không đọc được.") from fault
    if isinstance(told, dict) and isinstance(told.get("vulns"), list):
        told = told["vulns"]
    several = told if isinstance(told, list) else [told]
    return [one for one in several if isinstance(one, dict) and "id" in one and "affected" in one]


def _concerning(record: dict[str, Any], versions: dict[str, str]) -> Iterator[Advisory]:
    """The record told of each locked version it names."""
    if record.get("withdrawn"):
        return
    for affected in record["affected"]:
        package = affected.get("package", {})
        name = str(canonicalize_name(package.get("name", "")))
        version = versions.get(name)
        if package.get("ecosystem") == "PyPI" and version and _is_hit(affected, Version(version)):
            aliases = tuple(map(str, record.get("aliases", ())))
            fixed = [
                event["fixed"] for span in _spans(affected) for event in span if "fixed" in event
            ]
            yield Advisory(name, version, str(record["id"]), aliases, tuple(dict.fromkeys(fixed)))


def _spans(affected: dict[str, Any]) -> Iterator[list[dict[str, str]]]:
    """The events of each range of versions; ranges of commits are of no use here."""
    for span in affected.get("ranges", ()):
        if span["type"] != "GIT":
            yield span["events"]


def _is_hit(affected: dict[str, Any], here: Version) -> bool:
    """As the OSV schema says: named in `versions`, or inside a range."""
    named = map(_version, affected.get("versions", ()))
    return here in named or any(_is_inside(span, here) for span in _spans(affected))


def _is_inside(events: list[dict[str, str]], here: Version) -> bool:
    """Where an event cannot be compared, the range is taken to be the larger."""
    told = [(_version(text), name) for event in events for name, text in event.items()]
    inside = any(at is None and name == "introduced" for at, name in told)
    for at, name in sorted((at, name) for at, name in told if at is not None):
        if name == "introduced" and here >= at:
            inside = True
        elif (name == "fixed" and here >= at) or (name == "last_affected" and here > at):
            inside = False
    return inside


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:
        return None
