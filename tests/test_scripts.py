"""The small modules behind the commands, each asked by itself."""

from __future__ import annotations

import errno
import importlib
import io
import struct
import subprocess
import sys
import zlib
from datetime import date
from email import message_from_string
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import advisories
import bless
import bundle
import earlier
import licences
import lock
import packages
import previews
import pytest
import refusal
import remove
import rename
import status
from mkdocs.structure.files import InclusionLevel
from PIL import Image
from tally import Tally

from portal.desk.overview import Group, Item
from portal.kinds import KINDS

# What the system refuses


@pytest.mark.parametrize("number", sorted(refusal._WORDS))
def test_a_refusal_is_told_in_words_with_the_file_where_it_is_known(number: int) -> None:
    words = refusal._WORDS[number]
    assert words and words == words.strip()
    assert refusal.told(OSError(number, "x")) == words
    assert refusal.told(OSError(number, "x", "a.yml")) == f"{words} («a.yml»)"
    assert refusal.told(OSError(number, "x", "")) == f"{words} («»)"
    assert refusal.said(OSError(number, "x", "a.yml")) == words


@pytest.mark.parametrize(("number", "place"), [("ENOSPC", "b.yml"), ("ENOENT", "a.yml")])
def test_of_a_copy_that_a_full_disk_refused_the_place_is_told_where_it_was_to_be(
    number: str, place: str
) -> None:
    refused = OSError(getattr(errno, number), "x", "a.yml", None, "b.yml")
    assert refusal.told(refused).endswith(f"(«{place}»)")


def test_another_refusal_is_told_as_the_system_says_it() -> None:
    for fault in (OSError("hỏng"), OSError(errno.EPIPE, "ống vỡ", "a.yml")):
        assert refusal.told(fault) == f"hệ thống báo: {fault}" == refusal.said(fault)


# What MkDocs is to write


def of(*levels: str) -> Any:
    return [
        SimpleNamespace(dest_uri=f"{one}/index.html", inclusion=InclusionLevel[one])
        for one in levels
    ]


LEVELS = ("EXCLUDED", "DRAFT", "NOT_IN_NAV", "INCLUDED")


@pytest.mark.parametrize(("drafts", "first"), [(True, 1), (False, 2)])
def test_files_are_counted_that_a_build_or_a_preview_writes(drafts: bool, first: int) -> None:
    tally = Tally(drafts)
    tally.on_env(None, files=of(*LEVELS))
    assert tally.written == {f"{one}/index.html" for one in LEVELS[first:]}


def test_templates_count_where_they_say_something_and_the_map_is_packed_too() -> None:
    tally = Tally(False)
    for name, text in (("404.html", "x"), ("sitemap.xml", "<x/>"), ("rong.xml", " \n")):
        tally.on_post_template(text, template_name=name)
    assert tally.written == {"404.html", "sitemap.xml", "sitemap.xml.gz"}


# A site of an earlier version

STYLED = b'<link rel="stylesheet" href="../assets/css/portal.css">'
MOVED = b'<meta http-equiv="refresh" content="0; url=../x/">'


def lay_out(folder: Path, files: dict[str, bytes]) -> set[str]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return set(files)


OURS = {
    "index.html": STYLED,
    "cu/index.html": MOVED,
    "sitemap.xml.gz": b"",
    "assets/a/b.css": b"",
    "assets/search/x.bin": b"",
    "van-ban/a/a.docx": b"",
    "tep/anh.png": b"",
}


@pytest.mark.parametrize(
    ("name", "content", "is_site"),
    [
        ("assets/fonts/LICENSE", b"", True),
        ("index.html", b"<p>cua toi</p>", False),
        ("them.html", b"", False),
        ("assets/luu.txt", b"", False),
        ("khac/assets/a.css", b"", False),
        ("van-ban/a/b.docx", b"", False),
        ("van-ban/a/a.pdf", b"", False),
        ("tep/khac.png", b"", False),
    ],
    ids=str,
)
def test_a_site_is_recognised_by_every_file_in_it(
    name: str, content: bytes, is_site: bool, tmp_path: Path
) -> None:
    lay_out(tmp_path / "content", {"docs/tep/anh.png": b""})
    files = {**OURS, name: content}
    there = lay_out(tmp_path / "site", files)
    assert earlier.is_site(tmp_path / "site", there, tmp_path / "content") is is_site


def test_a_folder_without_a_page_or_with_a_link_is_no_site(tmp_path: Path) -> None:
    there = lay_out(tmp_path, {"sitemap.xml": b""})
    assert not earlier.is_site(tmp_path, there, tmp_path)
    there = lay_out(tmp_path, {"index.html": STYLED})
    assert earlier.is_site(tmp_path, there | {"sitemap.xml"}, tmp_path)
    try:
        (tmp_path / "assets").mkdir()
        (tmp_path / "assets" / "a.css").symlink_to(tmp_path / "index.html")
    except OSError:  # Windows asks for a privilege
        pytest.skip("máy này không cho tạo lối tắt")
    assert not earlier.is_site(tmp_path, there | {"assets/a.css"}, tmp_path)


# Packages and licences

LOCK = """\
# lời đầu tệp
bia==1.2 \\
    --hash=sha256:00
khac-bia==3.0 ; sys_platform == "win32" \\
    --hash=sha256:01
"""


def test_a_lock_tells_names_and_versions_and_what_the_portal_runs_on(tmp_path: Path) -> None:
    (tmp_path / packages.DEV_LOCK).write_text(LOCK, encoding="utf-8")
    (tmp_path / packages.RUN_LOCK).write_text(LOCK.partition("khac")[0], encoding="utf-8")
    assert packages.locked(tmp_path) == [("bia", "1.2", True), ("khac-bia", "3.0", False)]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("License-Expression: MIT\nLicense: Other", "MIT"),
        ("License: Apache 2.0\nClassifier: License :: OSI Approved :: MIT License", "Apache-2.0"),
        ("License: BSD License\nClassifier: License :: OSI Approved :: MIT License", "MIT"),
        (f"License: {'x' * 40}\nClassifier: License :: OSI Approved :: MIT License", "MIT"),
        (f"License: {'x' * 39}", "x" * 39),
        (
            "Classifier: Topic :: X\nClassifier: License :: OSI Approved :: MIT License\n"
            "Classifier: License :: OSI Approved :: Apache Software License",
            "MIT AND Apache-2.0",
        ),
        ("License: UNKNOWN\nClassifier: License :: OSI Approved :: BSD License", licences.UNKNOWN),
        ("", licences.UNKNOWN),
    ],
)
def test_a_licence_is_what_the_package_says_most_plainly(lines: str, wanted: str) -> None:
    told: Any = message_from_string(f"Name: bia\n{lines}\n")
    assert licences.licence(told) == wanted


def test_the_licence_of_a_package_that_is_vague_was_read_by_a_person() -> None:
    told: Any = message_from_string("Name: Jinja2\nLicense: BSD License\n")
    assert licences.licence(told) == "BSD-3-Clause"


@pytest.mark.parametrize("unknown", [True, False])
def test_licences_are_written_and_who_has_none_is_named(
    unknown: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    made = [
        licences.Row("a", "1", "MIT", licences.RUN, "x"),
        licences.Row("b", "2", licences.UNKNOWN if unknown else "MIT", licences.TEST, "y"),
    ]
    monkeypatch.setattr(licences, "rows", lambda: made)
    monkeypatch.setattr(licences, "FILE", tmp_path / "L.md")
    monkeypatch.setattr(sys, "argv", ["licences.py"])
    assert licences.main() == int(unknown)
    lines = (tmp_path / "L.md").read_text(encoding="utf-8").splitlines()
    assert lines[-2] == "| a | 1 | MIT | chạy | x |"
    said = capsys.readouterr()
    assert ("b" in said.err) is unknown
    assert ("2 gói vào L.md" in said.out) is not unknown


# Locks, bundles, golden files

KEPT = (
    *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest"),
    *("--generate-hashes", "--no-annotate", "--no-emit-index-url"),
)


@pytest.mark.parametrize("raised", [True, False])
def test_every_lock_has_hashes_for_every_system_and_no_address_of_a_registry(
    raised: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[list[str]] = []
    monkeypatch.setattr(
        lock.subprocess, "run", lambda command, cwd, check: told.append(command[3:])
    )
    monkeypatch.setattr(sys, "argv", ["lock.py", *["--nang"] * raised])
    assert lock.main() == 0
    assert "scripts/licences.py" in capsys.readouterr().out
    names = [one[one.index("--output-file") + 1] for one in told]
    env = lock.environment
    assert names == [env.RUN_LOCK, env.DEV_LOCK, env.SUCCESSOR_LOCK, env.CALENDARS_LOCK]
    for one in told:
        assert one[:3] == ["pip", "compile", "--quiet"]
        assert [word for word in one if word in KEPT] == list(KEPT)
        assert ("--upgrade" in one) is raised
    rest = [one[one.index("--output-file") + 2 :] for one in told]
    rest = [[word for word in one if word != "--upgrade"] for one in rest]
    same = ["pyproject.toml", "--constraint", env.RUN_LOCK]
    assert rest == [
        ["pyproject.toml"],
        ["--group", "dev", *same],
        ["--group", "successor", *same],
        ["--group", "calendars"],
    ]


def test_a_lock_that_could_not_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: list[str], cwd: Path, check: bool) -> None:
        assert check
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(lock.subprocess, "run", run)
    monkeypatch.setattr(sys, "argv", ["lock.py"])
    assert lock.main() == 1
    assert "Chưa viết được" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("node", "fetched", "code", "said"),
    [
        (None, True, 1, "Node.js"),
        ("/bia/node", False, 1, "esbuild"),
        ("/bia/node", True, 0, "đã viết web/bundles/a.js\n"),
    ],
)
def test_bundles_are_written_where_there_is_what_writes_them(
    node: str | None,
    fetched: bool,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bundle.machine, "find_node", lambda: node)
    monkeypatch.setattr(bundle.machine, "get_modules", lambda folder, what: fetched)
    monkeypatch.setattr(bundle.browser, "write", lambda web, program: ["a.js"])
    monkeypatch.setattr(sys, "argv", ["bundle.py"])
    assert bundle.main() == code
    told = capsys.readouterr()
    assert said in (told.err if code else told.out)


def test_a_bundle_that_cannot_be_made_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(web: Path, program: str) -> list[str]:
        raise bundle.browser.BundleFault("hỏng ở a.js")

    monkeypatch.setattr(bundle.machine, "find_node", lambda: "/bia/node")
    monkeypatch.setattr(bundle.machine, "get_modules", lambda folder, what: True)
    monkeypatch.setattr(bundle.browser, "write", write)
    monkeypatch.setattr(sys, "argv", ["bundle.py"])
    assert bundle.main() == 1
    assert "hỏng ở a.js" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "code"), [([], 3), (["--chi-tep"], 0)])
def test_what_is_made_from_the_code_is_written_where_it_is_another(
    words: list[str],
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> SimpleNamespace:
        asked.append(command[1:])
        return SimpleNamespace(returncode=3)

    made = {"a/moi.json": "mới\n", "cu.json": "cũ\n", "doi.json": "nay\n"}
    lay_out(tmp_path, {"cu.json": "cũ\n".encode(), "doi.json": "xưa\n".encode()})
    monkeypatch.setattr(bless.door, "ROOT", tmp_path)
    monkeypatch.setattr(bless.source, "read", lambda root: None)
    monkeypatch.setattr(bless, "lists_of", lambda read: ({}, ()))
    monkeypatch.setattr(bless, "generated", lambda lists: made)
    monkeypatch.setattr(bless.subprocess, "run", run)
    monkeypatch.setattr(sys, "argv", ["bless.py", *words])
    assert bless.main() == code
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in made} == made
    assert capsys.readouterr().out == "đã viết a/moi.json\nđã viết doi.json\n"
    assert asked == ([] if words else [["-m", "pytest", "--quiet", "--bless", *bless.GOLDEN]])


# What waits for an editor


def test_the_screen_tells_counts_first_places_and_how_to_see_all() -> None:
    items = tuple(Item(f"data/a{at}.yml", at, f"Mục {at}", "thiếu") for at in range(1, 5))
    groups = (Group("x", "Bản nháp", items), Group("y", "Hẹn đăng", ()))
    assert list(status.told(groups, date(2026, 3, 5), 2)) == [
        "Ngày 05/3/2026",
        "Bản nháp: 4",
        "  data/a1.yml:1  Mục 1: thiếu",
        "  data/a2.yml:2  Mục 2: thiếu",
        "  … và 2 chỗ nữa",
        "Hẹn đăng: không có",
        "Kể hết: python3 scripts/status.py --het",
    ]
    whole = list(status.told(groups, date(2026, 3, 5), 4))
    assert len(whole) == 7
    assert not [line for line in whole if "…" in line or "--het" in line]


@pytest.mark.parametrize(
    ("path", "most"), [("a.yml", status.WIDE - len("a.yml:7")), ("x" * 90, 30)]
)
def test_a_line_of_the_screen_is_as_wide_as_a_window(path: str, most: int) -> None:
    told = status.line(Item(path, 7, "lời " * 40))
    place, _, what = told.partition("  ")
    assert place == f"{path}:7"
    assert most - 4 <= len(what) <= most
    assert what.endswith("…")
    assert status.line(Item(path, 7, "", "chỉ lời")) == f"{path}:7  chỉ lời"


# Pictures of shared links


def chunks(png: bytes) -> dict[bytes, bytes]:
    found, at = {}, 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        found[png[at + 4 : at + 8]] = body = png[at + 8 : at + 8 + size]
        check = struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0]
        assert check == zlib.crc32(png[at + 4 : at + 8] + body)
        at += size + 12
    return found


def test_a_picture_carries_its_words_and_few_colours() -> None:
    drawn = io.BytesIO()
    picture = Image.new("RGB", (40, 40))
    picture.putdata([(at % 256, at // 7 % 256, 9) for at in range(1600)])
    picture.save(drawn, "PNG")
    made = previews.with_text(previews.packed(drawn.getvalue()), "Đầu đề\nLời dẫn")
    found = chunks(made)
    assert list(found)[-2:] == [b"iTXt", b"IEND"]
    assert found[b"iTXt"] == b"Title\0\0\0vi\0\0" + "Đầu đề\nLời dẫn".encode()
    shown = Image.open(io.BytesIO(made))
    assert shown.size == (40, 40)
    assert 2 < len(shown.getcolors()) <= previews.COLOURS  # type: ignore[arg-type]


def test_every_kind_that_has_pages_has_a_picture_and_all_others_share_one() -> None:
    told = previews.told({"site_name": "Cổng", "site_description": "Lời"})
    assert told[0] == (previews.COMMON, "Cổng", "Lời")
    assert [one[0] for one in told[1:]] == [kind.name for kind in KINDS if not kind.anywhere]
    assert all(title and lead for _, title, lead in told)


@pytest.mark.parametrize(("size", "code"), [(previews.MOST, 0), (previews.MOST + 1, 1)])
def test_a_picture_too_large_to_be_fetched_before_the_link_ends_the_work(
    size: int,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Started:
        def __enter__(self) -> None: ...
        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(previews.chromium, "started", Started)
    monkeypatch.setattr(previews, "FOLDER", tmp_path)
    drawn: list[tuple[str, str]] = []

    def picture(browser: None, title: str, lead: str, settings: dict[str, Any]) -> bytes:
        drawn.append((title, lead))
        assert settings["site_name"]
        return b"x" * size

    monkeypatch.setattr(previews, "picture", picture)
    monkeypatch.setattr(previews, "told", lambda settings: [("a", "A", "1"), ("b", "B", "2")])
    monkeypatch.setattr(sys, "argv", ["previews.py"])
    assert previews.main() == code
    assert [one.name for one in sorted(tmp_path.iterdir())] == (
        ["a.png"] if code else ["a.png", "b.png"]
    )
    assert drawn == [("A", "1"), ("B", "2")][: len(drawn)]
    said = capsys.readouterr()
    assert f"a.png: {size:,} byte".replace(",", ".") in said.out
    assert ("lớn hơn 60.000 byte" in said.err) is bool(code)


# Words that are missing


@pytest.mark.parametrize(
    ("door", "words", "lacks"),
    [
        (rename, [], True),
        (rename, ["truong/a"], True),
        (rename, ["truong/a", ""], True),
        (rename, ["truong/a", "/b/"], False),
        (remove, ["truong/a"], True),
        (remove, ["truong/a", "--ly-do", "  "], True),
        (remove, ["--ly-do", "ghi hai lần"], True),
        (remove, ["truong/a", "--ly-do", " ghi \n hai lần "], False),
    ],
)
def test_what_is_renamed_or_removed_and_why_has_to_be_said(
    door: Any, words: list[str], lacks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(door, "load", lambda content, today: ("thư viện", ()))
    monkeypatch.setattr(door.moved, "done", lambda options, wanted: wanted() or 7)
    monkeypatch.setattr(door.plan, "find", lambda library, name: name)
    for name in ("rename", "remove"):
        monkeypatch.setattr(door.plan, name, lambda *told, **more: asked.append((told, more)))
    monkeypatch.setattr(sys, "argv", ["x.py", *words])
    if lacks:
        with pytest.raises(SystemExit) as ended:
            door.main()
        assert ended.value.code == 2
        return
    assert door.main() == 7
    ((library, _, entry, said), more) = asked[0]
    assert (library, entry) == ("thư viện", "truong/a")
    assert said == ("b" if door is rename else "ghi hai lần")
    assert more == ({} if door is rename else {"instead": None, "unlink": False})


def test_what_was_renamed_is_taken_back_whatever_else_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for door in (rename, remove):
        monkeypatch.setattr(door.moved, "take_back", lambda content: 9)
        monkeypatch.setattr(sys, "argv", ["x.py", "--hoan-lai"])
        assert door.main() == 9


importing = importlib.import_module("import")
reading = importlib.import_module("calendars")


def test_what_is_pasted_is_read_where_a_dash_stands_for_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(importing, "pasted", lambda raw: ("dán", raw))
    monkeypatch.setattr(importing, "open_file", lambda path, accept: (path, accept))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"chu")))
    assert importing._opened("-", accept=True) == ("dán", b"chu")
    assert importing._opened("a.docx", accept=False) == (Path("a.docx"), False)


@pytest.mark.parametrize(
    ("changes", "again", "twins", "said", "why"),
    [
        (0, "", (), {}, ""),
        (2, "", (), {}, "2 thay đổi"),
        (2, "", (), {"thay_doi": "nhan"}, ""),
        (0, "van-ban/a", (), {}, "Tệp này đã nhập: van-ban/a"),
        (0, "van-ban/a", (), {"van_nhap": True}, ""),
        (0, "", ("van-ban/b", ""), {}, "Cổng đã có văn bản này: van-ban/b."),
        (0, "", ("van-ban/b",), {"van_nhap": True}, ""),
        (2, "", (), {"van_nhap": True}, "2 thay đổi"),
    ],
)
def test_what_the_editor_has_to_decide_is_asked_before_anything_is_written(
    changes: int,
    again: str,
    twins: tuple[str, ...],
    said: dict[str, Any],
    why: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing.report, "changes", lambda transcript: "…")
    found: Any = SimpleNamespace(
        opened=SimpleNamespace(transcript=SimpleNamespace(changes=[0] * changes)),
        again=again,
        imports=[SimpleNamespace(twin=one) for one in twins],
    )
    for preview, ask in ((False, "Chưa nhập"), (True, "Muốn nhập")):
        options: Any = SimpleNamespace(
            **{"thay_doi": None, "van_nhap": False, "xem_truoc": preview, **said}
        )
        told = importing._refused(found, options)
        assert (why in told) and bool(told) == bool(why)
        assert ("Track Changes" in told) == (f"{ask}: " in told)


# Records of vulnerabilities, and another reader of calendars


@pytest.mark.parametrize(
    ("told", "ids"),
    [
        ('[{"id": "a", "affected": []}, "id affected", 3, {"id": "b"}, {"affected": []}]', ["a"]),
        ('{"vulns": [{"id": "a", "affected": []}]}', ["a"]),
        ('{"vulns": 3, "id": "a", "affected": []}', ["a"]),
        ('"chữ"', []),
    ],
)
def test_a_record_has_an_id_and_what_it_affects(told: str, ids: list[str]) -> None:
    assert [one["id"] for one in advisories._records("x.json", told)] == ids


@pytest.mark.parametrize(
    ("node", "fetched", "code", "outcome"),
    [
        (None, True, 0, None),
        ("/bia/node", False, 0, None),
        ("/bia/node", True, 0, True),
        ("/bia/node", True, 1, False),
    ],
)
def test_the_reader_of_the_browser_is_asked_where_this_machine_has_it(
    node: str | None,
    fetched: bool,
    code: int,
    outcome: bool | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], env: dict[str, str], **_: object) -> SimpleNamespace:
        assert Path(env["CALENDARS"]).read_text(encoding="utf-8") == "{}"
        asked.append(command)
        return SimpleNamespace(returncode=code, stdout="khác ngày")

    monkeypatch.setattr(reading.machine, "find_node", lambda: node)
    monkeypatch.setattr(reading.machine, "get_modules", lambda folder, what: fetched)
    monkeypatch.setattr(reading.calendars, "handed", lambda texts, found: "{}")
    monkeypatch.setattr(reading.subprocess, "run", run)
    assert reading.by_node({}, {}) is outcome
    assert len(asked) == (outcome is not None)
    assert ("khác ngày" in capsys.readouterr().out) is (outcome is False)


def test_days_that_two_readers_tell_otherwise_are_named() -> None:
    one: Any = {"a.ics": {"1": ["x"], "2": ["y"]}, "b.ics": {}}
    other: Any = {"a.ics": {"2": ["z"], "3": ["w"]}}
    assert list(reading.differing(one, other)) == [
        "a.ics: 1: ['x'] và None",
        "a.ics: 2: ['y'] và ['z']",
        "a.ics: 3: None và ['w']",
    ]
    assert list(reading.differing(one, one)) == []
