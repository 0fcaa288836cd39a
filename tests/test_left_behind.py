"""Where an old value still stands after it was corrected in one place. Everything is made up."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from test_editor_desk import small

from portal.dates import PartialDate
from portal.desk.corrected import Correction, corrections
from portal.desk.left_behind import HUB, RULE, Neighbours
from portal.editor import changes, to_mend
from portal.editor.catalogue import Catalogue
from portal.editor.unfinished import unfinished
from portal.forms import Link
from portal.kinds import Entry
from portal.kinds.event import Event
from portal.kinds.reference import Reference
from portal.kinds.school import Result, School, Snapshot
from portal.kinds.series import Mark, Series
from portal.kinds.term import Term
from portal.library import Library
from portal.problem import errors, report
from portal.road import judge
from portal.source import Mapping, Source
from tests import commands

DAY = date(2026, 12, 1)
SCHOOL, EVENT = "data/truong/lang-may.yml", "data/su-kien/le-don-bang.yml"
ARTICLE, OTHER = "docs/bai-viet/mot-ngay-le.md", "docs/bai-viet/chuyen-khac.md"
SERIES, DOCUMENT = "data/so-lieu/so-truong.yml", "docs/van-ban/7-qd-bia.md"
FILES = {
    SCHOOL: """\
tieu_de: Trường Chính trị Làng Mây
tinh: son-la
ten_goi:
  - {ten: Trường Chính trị Làng Mây}
dai_dien:
  - {ten: Lê Thị Thử, chuc_vu: Hiệu trưởng}
anh_chup:
  - thoi_diem: 2025-09
    muc: 1
    ket_qua: [{dat: 26, tong: 55}]
nguon: [bao-bia]
ngay_ra_soat: 2025-09-13
""",
    EVENT: """\
tieu_de: Lễ đón Bằng tại Làng Mây
loai: hoi-nghi
bat_dau: 2025-09-13
truong: [lang-may]
noi_dung: Lễ mở đầu lúc 8 giờ ngày 13/9/2025.
nguon: [bao-bia]
mau_thuan:
  - ve: Ngày
    cac_gia_tri:
      - {gia_tri: 13/9/2025, nguon: [bao-bia]}
      - {gia_tri: 14/9/2025, nguon: [bao-bia]}
""",
    ARTICLE: """\
---
tieu_de: Một ngày lễ
nguon: [bao-bia]
---

Trường [Làng Mây](truong/lang-may) có lễ.

Lễ diễn ra ngày 13 tháng 9 năm 2025, khi trường đạt 26/55 chỉ tiêu.

Đồng chí Lê Thị Thử dự. Cả nước có 63 trường theo Quyết định 7-QĐ/BIA.
""",
    OTHER: """\
---
tieu_de: Chuyện khác
nguon: [bao-bia]
---

Ngày 13/9/2025 trời mưa ở một nơi khác, 26/55 ngày có nắng, 63 trường nghỉ.
""",
    SERIES: """\
tieu_de: Số trường
do_gi: Số trường, như bài [một ngày lễ](bai-viet/mot-ngay-le) kể.
don_vi_tinh: trường
moc:
  - {thoi_diem: 2025-09-30, gia_tri: 63}
nguon: [bao-bia]
""",
    DOCUMENT: """\
---
tieu_de: Về việc bịa
so_ky_hieu: 7-QĐ/BIA
loai: quyet-dinh
co_quan: Ban Bịa
ngay_ban_hanh: 2025-09-01
chat_luong_ban: goc-so
---

## Điều 1. Ban hành ngày 01/9/2025 {#dieu-1}
""",
}


def git(place: Path, *words: str) -> None:
    named = ("-c", "user.name=Người Thử", "-c", "user.email=thu@example.org")
    subprocess.run(["git", *named, *words], cwd=place, check=True, capture_output=True)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    small(tmp_path)
    (tmp_path / "data/_danh-muc/ngoai-le.yml").unlink()
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8", newline="\n")
    assert not report(errors(judge(tmp_path, DAY)[1]))
    return tmp_path


@pytest.fixture
def published(content: Path) -> Path:
    git(content, "init", "--quiet", "--initial-branch=main")
    git(content, "add", "--all")
    git(content, "commit", "--quiet", "-m", "Đăng")
    return content


def change(content: Path, path: str, old: str, new: str) -> None:
    text = (content / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (content / path).write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def told(content: Path) -> list[str]:
    found = unfinished(content, judge(content, DAY)[0])
    assert {(one.rule, one.level) for one in found} <= {(RULE, "nhắc")}
    return [f"{one.path}:{one.line}: {one.text}" for one in sorted(found)]


def places(content: Path) -> list[str]:
    return [one.partition(": ")[0] for one in told(content)]


def test_a_corrected_day_is_told_wherever_the_old_one_still_stands(published: Path) -> None:
    change(published, EVENT, "bat_dau: 2025-09-13", "bat_dau: 2025-09-14")
    assert told(published) == [
        f"{path}: còn ghi ngày 13/9/2025, mà {EVENT}:3 nay ghi ngày 14/9/2025."
        for path in (f"{EVENT}:5", f"{ARTICLE}:8")
    ]


CASES = {
    "a name": (SCHOOL, "Lê Thị Thử, chuc", "Trần Văn Mẫu, chuc", [f"{ARTICLE}:10"]),
    "a count with its total": (SCHOOL, "dat: 26", "dat: 27", [f"{ARTICLE}:8"]),
    "a number with its unit": (SERIES, "gia_tri: 63", "gia_tri: 64", [f"{ARTICLE}:10"]),
    "the number of a document": (DOCUMENT, "7-QĐ/BIA", "8-QĐ/BIA", [f"{ARTICLE}:10"]),
    "a title": (SCHOOL, "tieu_de: Trường Chính trị Làng", "tieu_de: Trường Làng", [f"{SCHOOL}:4"]),
    "what no key says": (ARTICLE, "có lễ", "có hội", []),
    "a day of the page": (SCHOOL, "ra_soat: 2025-09-13", "ra_soat: 2025-09-14", []),
    "a value that was taken away": (EVENT, "truong: [lang-may]\n", "", []),
    "words that nobody changes": (DOCUMENT, "2025-09-01", "2025-09-02", []),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_was_corrected_is_looked_for_where_the_same_thing_is_spoken_of(
    case: tuple[str, str, str, list[str]], published: Path
) -> None:
    path, old, new, where = case
    change(published, path, old, new)
    assert places(published) == where


def test_it_is_told_until_it_is_published_and_not_longer(published: Path) -> None:
    git(published, "switch", "--quiet", "--create", "viec")
    change(published, EVENT, "bat_dau: 2025-09-13", "bat_dau: 2025-09-14")
    git(published, "commit", "--quiet", "-am", "Sửa ngày")
    assert places(published) == [f"{EVENT}:5", f"{ARTICLE}:8"]
    change(published, ARTICLE, "13 tháng 9", "14 tháng 9")
    assert places(published) == [f"{EVENT}:5"]
    git(published, "switch", "--quiet", "--force", "main")
    git(published, "merge", "--quiet", "viec")
    assert places(published) == []


def test_without_git_nothing_is_told(content: Path) -> None:
    change(content, EVENT, "bat_dau: 2025-09-13", "bat_dau: 2025-09-14")
    assert told(content) == []


def test_entries_in_another_order_are_no_correction(published: Path) -> None:
    change(
        published,
        SCHOOL,
        "  - thoi_diem: 2025-09\n",
        "  - thoi_diem: 2024-09\n    ket_qua: [{dat: 20, tong: 55}]\n  - thoi_diem: 2025-09\n",
    )
    assert told(published) == []


def test_a_file_that_could_not_be_read_before_or_now_says_nothing(published: Path) -> None:
    (published / EVENT).write_text('tieu_de: "Hỏng\n', encoding="utf-8")
    assert told(published) == []
    git(published, "commit", "--quiet", "-am", "Hỏng")
    (published / EVENT).write_text(FILES[EVENT].replace("09-13", "09-14"), encoding="utf-8")
    assert told(published) == []


@pytest.mark.parametrize("see", ["check", "status", "desk"])
def test_check_status_and_desk_tell_it(see: str, published: Path) -> None:
    change(published, EVENT, "bat_dau: 2025-09-13", "bat_dau: 2025-09-14")
    seen: dict[str, Callable[[], str]] = {
        "check": lambda: run("check", "--chi", "noi-dung"),
        "status": lambda: run("status"),
        "desk": lambda: "\n".join(map(str, Catalogue(published, DAY).now().problems)),
    }

    def run(*words: str) -> str:
        return commands.run(*words, "--content", published, "--ngay", DAY).stdout

    assert f"{ARTICLE}:8" in seen[see]()


def test_git_is_asked_as_often_for_many_files_as_for_one(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    run = subprocess.run

    def counted(*words: object, **more: object) -> object:
        asked.append(words)
        return run(*words, **more)  # type: ignore[call-overload]

    counts = []
    for paths in ([EVENT], [EVENT, SCHOOL, ARTICLE, DOCUMENT, SERIES]):
        for path in paths:
            with (published / path).open("a", encoding="utf-8") as file:
                file.write("\n")
        library = judge(published, DAY)[0]
        monkeypatch.setattr(subprocess, "run", counted)
        unfinished(published, library)
        monkeypatch.setattr(subprocess, "run", run)
        counts.append(len(asked))
        asked.clear()
    assert counts[0] == counts[1] <= 10


# What concerns the files that were changed is read first


def test_own_faults_stand_before_those_elsewhere_and_reminders_come_last(content: Path) -> None:
    change(content, OTHER, "Ngày 13/9", "Theo 99-QĐ/BIA, ngày 13/9")
    change(content, SCHOOL, "tinh: son-la", "tinh: khong-dau")
    git(content, "init", "--quiet", "--initial-branch=main")
    git(content, "add", "--all")
    git(content, "commit", "--quiet", "-m", "Đăng")
    change(content, ARTICLE, "dự.", "dự. Theo Thông tri 98-TT/BIA.")
    change(content, SERIES, "2025-09-30", "30 tháng 9")
    told = commands.run("check", "--chi", "noi-dung", "--content", content, "--ngay", DAY).stdout
    lines = [line for line in told.splitlines() if line.startswith(("data/", "docs/"))]
    assert [line.split(":")[0] for line in lines] == [SERIES, SCHOOL, ARTICLE]
    assert "1 điều nhắc khác, không chặn việc dựng trang. Xem từng điều: " in told
    whole = ("check", "--chi", "noi-dung", "--het", "--content", content, "--ngay", DAY)
    assert f"{OTHER}:6: nhắc: " in commands.run(*whole).stdout
    now, mine = Catalogue(content, DAY).now(), changes.touched(content)
    found = [(one.title, [it.path for it, _ in one.problems]) for one in to_mend.groups(now, mine)]
    assert found == [
        ("Lỗi ở mục đang sửa", [SERIES]),
        ("Lỗi ở mục khác", [SCHOOL]),
        ("Điều nhắc về mục đang sửa", [ARTICLE]),
        ("Điều nhắc về mục khác", [OTHER]),
    ]


def test_where_nobody_knows_what_was_changed_reminders_are_counted(content: Path) -> None:
    change(content, OTHER, "Ngày 13/9", "Theo 99-QĐ/BIA, ngày 13/9")
    told = commands.run("check", "--chi", "noi-dung", "--content", content, "--ngay", DAY).stdout
    assert "nhắc: " not in told and "1 điều nhắc khác" in told
    assert "Nội dung không có lỗi." in told
    (group,) = to_mend.groups(Catalogue(content, DAY).now(), frozenset())
    assert (group.title, group.folds) == ("Điều nhắc", False)


# Which words tell the old value


def source_of(folder: str, id: str, body: str = "") -> Source:
    return Source(f"data/{folder}/{id}.yml", folder, id, Mapping({}, {}, 1), body)


def term(id: str = "a", **more: object) -> Term:
    told = {"title": "Họp", "definition": "B", "source": source_of("thuat-ngu", id), **more}
    return Term(id=id, **told)  # type: ignore[arg-type]


def series(*values: int, unit: str = "trường") -> Series:
    days = (PartialDate(2025, 1 + at) for at in range(len(values)))
    marks = tuple(Mark(as_of=day, value=value) for day, value in zip(days, values, strict=True))
    return Series(id="a", title="Số", measures="Đếm", unit=unit, marks=marks)


def school(met: int, total: int | None) -> School:
    results = (Result(met=met, total=total, exceeded=0),)
    return School(id="a", title="T", province=None, snapshots=(Snapshot(results=results),))  # type: ignore[arg-type]


def event(start: PartialDate) -> Event:
    return Event(id="a", title="Lễ", type=None, start=start)  # type: ignore[arg-type]


def only(before: Entry, now: Entry) -> Correction | None:
    found = list(corrections(before, now))
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("old", "text", "told"),
    [
        (99, "có 99 nơi", False),
        (99, "có 99 trường", True),
        (99, "có 99trường", True),
        (99, "có 99 trườngx", False),
        (99, "có 199 trường", False),
        (99, "giá trị 99", True),
        (99, "Giá trị  99,5", False),
        (99, "xgiá trị 99", False),
        (100, "có 100 nơi", True),
        (100, "có 100/200 nơi", False),
        (100, "có 100.5 nơi", False),
        (100, "có 100.", True),
        (1899, "có 1.899 nơi", True),
        (1900, "có 1.900 nơi", False),
        (2100, "có 2.100 nơi", False),
        (2100, "có 2.100 trường", True),
        (2101, "có 2.101 nơi", True),
    ],
)
def test_a_small_number_and_a_year_are_told_only_with_their_word(
    old: int, text: str, told: bool
) -> None:
    one = only(series(old), series(7))
    assert one
    assert bool(one.pattern.search(text)) is told


def test_a_count_is_told_with_its_total_the_smaller_before_the_greater() -> None:
    one = only(school(9, 10), school(8, 10))
    assert one
    assert [
        text for text in ("9/10", "10/9", "19/10", "9/100", "9/0") if one.pattern.search(text)
    ] == ["9/10"]
    alone = only(school(9, None), school(8, None))
    assert alone
    assert not alone.pattern.search("9/10")
    assert alone.pattern.search("số đạt 9")


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("Lê Thị", True),
        ("Lê Tư", False),
        ("trồng cây gây rừng", False),
        ("trồng cây gây rừng xa", True),
        ("Trồng cây", False),
        ("quy định 11", True),
    ],
)
def test_words_are_looked_for_where_they_name_one_thing(old: str, told: bool) -> None:
    one = only(term(title=old), term(title="Khác"))
    assert (one is not None) is told
    if one:
        spaced = old.replace(" ", "\n  ")
        assert one.pattern.search(f"Theo {spaced}.")
        assert not one.pattern.search(f"x{old}")
        assert not one.pattern.search(f"{old}x")


def test_a_name_that_was_only_made_longer_is_no_correction() -> None:
    assert only(term(title="Lê Thị Thử"), term(title="Đồng chí Lê Thị Thử")) is None


@pytest.mark.parametrize(
    ("day", "told", "untold"),
    [
        (
            PartialDate(2025, 9, 3),
            "3/9/2025|03/09/2025|3-9-2025|3.9.2025|ngày 3 tháng 9 năm 2025|2025-09-03",
            "13/9/2025|3/9/20251|3/19/2025|3/9/2024|9/2025|2025-09-031|12025-09-03|1/3/9/2025",
        ),
        (
            PartialDate(2025, 9),
            "9/2025|09/2025|tháng 9 năm 2025|9-2025",
            "19/2025|3/9/2025|9/20251|năm 2025|9 2025",
        ),
    ],
)
def test_a_day_is_told_in_every_way_that_texts_write_it(
    day: PartialDate, told: str, untold: str
) -> None:
    one = only(event(day), event(PartialDate(2026, 1, 1)))
    assert one
    assert [text for text in told.split("|") if not one.pattern.search(text)] == []
    assert [text for text in untold.split("|") if one.pattern.search(text)] == []
    assert (one.day, one.exact) == (day, day.day is not None)
    assert (one.old, one.where) == (day.named, "bat_dau")


def test_a_year_alone_tells_nothing() -> None:
    assert only(event(PartialDate(2025)), event(PartialDate(2026))) is None


def test_a_value_that_stands_elsewhere_in_its_list_was_only_moved() -> None:
    assert list(corrections(series(70, 80), series(80, 70))) == []
    assert list(corrections(series(70, 80), series(70))) == []
    assert list(corrections(series(70), series(70, 80))) == []
    one = only(series(70, 80, 90), series(70, 81, 90))
    assert one
    assert (one.where, one.old, one.new) == ("moc[2].gia_tri", "giá trị 80", "giá trị 81")
    moved = only(series(70, 80), series(81, 70))
    assert moved
    assert (moved.where, moved.old, moved.new) == ("moc[1].gia_tri", "giá trị 80", "giá trị 81")


def test_of_what_every_entry_has_only_the_title_is_looked_for() -> None:
    first, second = (term(keywords=(name,)) for name in ("Lê Thị Thử", "Trần Văn Mẫu"))
    assert only(first, second) is None
    one = only(term(title="Lê Thị Thử"), term(title="Trần Văn Mẫu"))
    assert one
    assert (one.old, one.new, one.day, one.exact) == ("«Lê Thị Thử»", "«Trần Văn Mẫu»", None, False)


def test_what_a_source_is_called_is_no_fact() -> None:
    old, new = (
        Reference(id="n", title=title, rank=None)  # type: ignore[arg-type]
        for title in ("Báo Bịa Một", "Báo Bịa Hai")
    )
    assert list(corrections(old, new)) == []


# Whoever may tell it


def led(count: int) -> Neighbours:
    to = (("lien_quan", Link(School.KIND, "a")),)
    entries = tuple(
        term(f"t{at}", links=to, title=f"Họp thứ {at}", definition=f"Bịa {at}")
        for at in range(count)
    )
    hall = School(id="a", title="Trường Làng Mây", province=None, source=source_of("truong", "a"))  # type: ignore[arg-type]
    return Neighbours(Library(DAY, {}, MappingProxyType({}), everything=(*entries, hall)))


def test_what_many_lead_to_is_about_more_than_one_of_them() -> None:
    a = (School.KIND, "a")
    assert (led(HUB).is_hub(a), led(HUB + 1).is_hub(a)) == (False, True)
    near = led(HUB)
    first = near.entries[0]
    assert [one.id for one in near.of(first, first, whole_day=False)] == ["t0", "a"]
    everyone = [one.id for one in near.of(first, first, whole_day=True)]
    assert everyone == [*(f"t{at}" for at in range(HUB)), "a"]
    far = led(HUB + 1)
    first = far.entries[0]
    assert [one.id for one in far.of(first, first, whole_day=False)] == ["t0"]
    assert [one.id for one in far.of(first, first, whole_day=True)] == ["t0"]


def test_whoever_names_an_entry_as_it_was_or_is_speaks_of_it() -> None:
    old, new = term(title="Họp xưa"), term(title="Họp nay")
    others = [
        term(f"n{at}", definition=words, title="Khác")
        for at, words in enumerate(("Như họp Họp xưa.", "Là Họp nay.", "Chẳng gì cả."))
    ]
    near = Neighbours(Library(DAY, {}, MappingProxyType({}), everything=(new, *others)))
    assert [one.id for one in near.of(old, new, whole_day=False)] == ["a", "n0", "n1"]
