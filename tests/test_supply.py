"""What others make: pinned where it runs, its licence known, its known vulnerabilities told."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import tarfile
import zipfile
from collections.abc import Iterator
from datetime import date
from email import message_from_string
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import advisories
import audit
import check
import environment
import faces
import licences
import pytest
import yaml
from packages import Package, locked

ROOT = environment.ROOT
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
USES = re.compile(r"^[ -]*uses:[ ]*(\S+)(.*)$", re.MULTILINE)


# Pinned


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_foreign_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    used = USES.findall(path.read_text(encoding="utf-8"))
    foreign = [(action, rest) for action, rest in used if not action.startswith("./")]
    assert foreign
    for action, rest in foreign:
        assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), f"{action}: thiếu lời chú phiên bản"


def test_one_action_has_one_commit_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action, rest in USES.findall(path.read_text(encoding="utf-8")):
            pins.setdefault(action.partition("@")[0], set()).add(action + rest)
    assert [pin for pin in pins.values() if len(pin) > 1] == []


def images(told: Any) -> Iterator[str]:
    """Every `image` and `container` of a pipeline, however deep."""
    for key, value in told.items() if isinstance(told, dict) else ():
        if key in ("image", "container"):
            yield (
                value["name" if "name" in value else "image"] if isinstance(value, dict) else value
            )
        yield from images(value)


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".gitlab-ci.yml"], ids=lambda path: path.name)
def test_every_image_has_a_version(path: Path) -> None:
    for image in images(yaml.safe_load(path.read_text(encoding="utf-8"))):
        assert re.search(r":\d+\.\d+[\w.-]*$|@sha256:[0-9a-f]{64}$", image), image


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_unless_a_job_says_more(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}


# Licences


def test_the_list_of_licences_is_fresh_and_nothing_in_it_is_unknown() -> None:
    text = licences.FILE.read_text(encoding="utf-8")
    assert text == licences.table(), "chạy python3 scripts/licences.py"
    assert licences.UNKNOWN not in text


def test_every_package_of_both_locks_is_in_the_list_of_licences() -> None:
    text = licences.FILE.read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| (\S+) \| (\S+) \| \S[^|]* \| (\S[^|]*) \|", text, re.MULTILINE))
    wanted = {
        (one.name, one.version, licences.RUN if one.runs else licences.TEST) for one in locked()
    }
    assert len(wanted) > 50
    assert wanted <= listed


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("Project-URL: Docs, d\nProject-URL: Source Code, s\nHome-page: h", "s"),
        ("Project-URL: Docs, d\nProject-URL: Source-Code, s, t", "s, t"),
        ("Project-URL: Docs, d\nHome-page: h", "h"),
        ("Project-URL: Docs, d\nProject-URL: Changes, c", "d"),
        ("", ""),
    ],
)
def test_a_package_is_at_home_where_its_sources_are(lines: str, wanted: str) -> None:
    told: Any = message_from_string(f"Name: bia\n{lines}\n")
    assert licences.home(told) == wanted


PART = "chữ bịa"


@pytest.mark.parametrize("found", [PART, "chữ khác"])
def test_of_a_fetched_package_nothing_is_written_unless_all_is_what_was_pinned(
    found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = licences.vendor
    pinned = hashlib.sha256(PART.encode()).hexdigest()
    parts = {"a.txt": ("chu/a.txt", pinned), "b.txt": ("chu/b.txt", pinned)}
    monkeypatch.setattr(vendor, "PARTS", {"bia@1.2.3": parts})
    monkeypatch.setattr(vendor, "ASSETS", tmp_path / "tai" / "assets")
    monkeypatch.setattr(vendor.shutil, "which", lambda name: f"/bia/{name}")

    def pack(command: list[str], cwd: Path, **_: object) -> SimpleNamespace:
        assert command == ["/bia/npm", "pack", "--silent", "bia@1.2.3"]
        with tarfile.open(cwd / "bia.tgz", "w:gz") as archive:
            for name, content in (("a.txt", PART), ("b.txt", found)):
                told = tarfile.TarInfo(f"package/{name}")
                told.size = len(content.encode())
                archive.addfile(told, io.BytesIO(content.encode()))
        return SimpleNamespace(returncode=0, stdout="lời khác\nbia.tgz\n")

    monkeypatch.setattr(vendor.subprocess, "run", pack)
    assert vendor.main() == (found != PART)
    written = sorted(path.name for path in tmp_path.rglob("*.txt"))
    assert written == (["a.txt", "b.txt"] if found == PART else [])


def test_who_cannot_fetch_is_told_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vendor = licences.vendor
    failed = SimpleNamespace(returncode=1, stdout="")
    monkeypatch.setattr(vendor.subprocess, "run", lambda *_, **__: failed)
    for npm, told in (("/bia/npm", "bia@1"), (None, "Node.js")):
        monkeypatch.setattr(vendor.shutil, "which", lambda name, npm=npm: npm)
        with pytest.raises(SystemExit, match=told):
            vendor.fetch("bia@1", tmp_path)


def test_every_font_that_readers_get_is_in_the_list_of_licences() -> None:
    kept = {face.name for face in (ROOT / "overrides" / "assets" / "fonts").glob("*.woff2")}
    places = [Path(place) for part in licences.vendor.PARTS.values() for place, _ in part.values()]
    assert kept == {
        place.stem + end + place.suffix
        for place in places
        for end in faces.PARTS
        if place.suffix == ".woff2"
    }
    listed = [row.name for row in licences.rows() if row.use == licences.SITE]
    fonts = {one.rpartition("@")[0] for one in licences.vendor.PARTS}
    assert fonts < set(listed)


def test_every_package_taken_into_a_bundle_is_listed_as_what_readers_get() -> None:
    told = json.loads((ROOT / "web" / "package.json").read_text(encoding="utf-8"))
    listed = {row.name for row in licences.rows() if row.use == licences.SITE}
    assert set(told["dependencies"]) <= listed
    assert not set(told["devDependencies"]) & listed


# Known vulnerabilities

PACKAGES = [Package("python-docx", "1.2.0", True), Package("jinja2", "3.1.6", True)]


def record(name: str, events: list[dict[str, str]], **more: Any) -> dict[str, Any]:
    span = {"type": "ECOSYSTEM", "events": events}
    package = {"ecosystem": "PyPI", "name": name}
    return {"id": "PYSEC-1", "affected": [{"package": package, "ranges": [span]}], **more}


def found(tmp_path: Path, *records: dict[str, Any]) -> list[advisories.Advisory]:
    data = tmp_path / "lo-hong.json"
    data.write_text(json.dumps(records), encoding="utf-8")
    return advisories.search(data, PACKAGES).advisories


FROM_START = {"introduced": "0"}


@pytest.mark.parametrize(
    ("events", "hit"),
    [
        ([FROM_START], True),
        ([FROM_START, {"fixed": "3.1.7"}], True),
        ([FROM_START, {"fixed": "3.1.6"}], False),
        ([FROM_START, {"fixed": "3.1.10"}], True),
        ([FROM_START, {"last_affected": "3.1.6"}], True),
        ([FROM_START, {"last_affected": "3.1.5"}], False),
        ([{"introduced": "4.0"}], False),
        ([FROM_START, {"fixed": "2.0"}, {"introduced": "3.1"}, {"fixed": "3.1.9"}], True),
        ([{"introduced": "3.1"}, {"fixed": "3.1.9"}, FROM_START, {"fixed": "2.0"}], True),
        ([FROM_START, {"fixed": "không phải phiên bản"}], True),
        ([{"introduced": "lạ"}, {"fixed": "2.0"}], False),
        ([{"introduced": "lạ"}], True),
    ],
)
def test_a_version_is_judged_by_the_events_of_its_range(
    events: list[dict[str, str]], hit: bool, tmp_path: Path
) -> None:
    assert bool(found(tmp_path, record("Jinja2", events))) is hit


def test_a_version_may_be_named_and_a_name_spelt_otherwise(tmp_path: Path) -> None:
    affected = {"package": {"ecosystem": "PyPI", "name": "Python_Docx"}, "versions": ["1.2"]}
    (one,) = found(tmp_path, {"id": "GHSA-x", "aliases": ["CVE-1"], "affected": [affected]})
    assert (one.package, one.version, one.id) == ("python-docx", "1.2.0", "GHSA-x")


def test_what_is_withdrawn_of_another_world_or_about_commits_is_no_fault(tmp_path: Path) -> None:
    other = record("jinja2", [FROM_START])
    other["affected"][0]["package"]["ecosystem"] = "npm"
    commits = record("jinja2", [FROM_START])
    commits["affected"][0]["ranges"][0]["type"] = "GIT"
    withdrawn = record("jinja2", [FROM_START], withdrawn="2026-01-01T00:00:00Z")
    assert found(tmp_path, other, commits, withdrawn, record("django", [FROM_START])) == []


def lay_out(tmp_path: Path, form: str) -> Path:
    """The same record in each of the forms in which the world hands it out."""
    told = json.dumps(record("jinja2", [FROM_START, {"fixed": "4.0"}]))
    if form == "folder":
        for name, text in (("vulns/jinja2/PYSEC-1.yaml", told), ("vulns/zope/PYSEC-2.yaml", "{")):
            (tmp_path / "db" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "db" / name).write_text(text, encoding="utf-8")
        return tmp_path / "db"
    if form == "one file":
        (tmp_path / "db.json").write_text(f'{{"vulns": [{told}]}}', encoding="utf-8")
        return tmp_path / "db.json"
    with zipfile.ZipFile(tmp_path / "db.zip", "w") as archive:
        archive.writestr("PYSEC-1.json", told)
        archive.writestr("MAL-2.json", json.dumps(record("zope", [FROM_START])))
    return tmp_path / "db.zip"


@pytest.mark.parametrize("form", ["folder", "zip", "one file"])
def test_a_vulnerability_is_told_with_the_version_that_mends_it(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.judge(lay_out(tmp_path, form)) is False
    told = capsys.readouterr().out
    version = next(one.version for one in locked() if one.name == "jinja2")
    assert f"jinja2 {version}: PYSEC-1\n    Cách sửa: nâng lên 4.0 " in told


def test_an_advisory_may_be_accepted_with_a_reason_as_long_as_it_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = lay_out(tmp_path, "zip")
    monkeypatch.setattr(audit, "reasons", lambda: {"PYSEC-1": "không dùng phần ấy"})
    assert audit.judge(data) is True
    monkeypatch.setattr(audit, "reasons", lambda: {"PYSEC-1": "…", "PYSEC-9": "…"})
    assert audit.judge(data) is False
    assert "PYSEC-9: không còn đúng gói nào" in capsys.readouterr().out


NO_RECORD = json.dumps(record("jinja2", 5)).encode()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("thieu.json", None),
        ("rong.json", b"[]"),
        ("hong.json", b'{"id":'),
        ("hong.zip", b"PK\x03\x04 \x00"),
        ("la.json", NO_RECORD),
        ("hong.json", b'{"id": "X", "affected": [{"package": {"name": "jinja2"'),
        ("la.txt", b"jinja2: ["),
    ],
    ids=["missing", "empty", "cut", "no-zip", "no-osv", "cut-record", "no-json"],
)
def test_data_that_cannot_be_read_is_neither_good_nor_bad(
    name: str, content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert audit.judge(tmp_path / name) is None
    assert capsys.readouterr().out.startswith("Không kiểm được: ")


def test_without_data_nothing_is_judged_and_only_who_demands_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "HOME", tmp_path)
    for words, code in ((["audit.py"], 0), (["audit.py", "--bat-buoc"], 1)):
        monkeypatch.setattr("sys.argv", words)
        assert audit.main() == code
        assert capsys.readouterr().out.startswith("Không kiểm được")


def test_old_data_is_told_to_be_old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "cu.json"
    data.write_text(json.dumps([record("django", [FROM_START])]), encoding="utf-8")
    old = date(2020, 1, 1).toordinal() - date(1970, 1, 1).toordinal()
    os.utime(data, (old * 86_400, old * 86_400))
    assert audit.judge(data) is True
    assert "mới nhất ngày 01/01/2020.\nDữ liệu đã cũ" in capsys.readouterr().out


def test_a_step_that_could_not_judge_is_neither_green_nor_red(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "STEPS", (check.Step("thu", "thử", lambda: None),))
    monkeypatch.setattr("sys.argv", ["check.py"])
    assert check.main() == 0
    assert "thử  không kiểm được" in capsys.readouterr().out
