"""The search: what it understands, what it finds first, what it bears, in a real browser."""

from __future__ import annotations

import dataclasses
import gzip
import json
import random
import re
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, Route

from portal.text import fold
from portal.views import bundles
from portal.views.search import LazyRecord, Record, Section, Wording, index, lists, scripted
from portal.views.search.cards import cards, shown
from portal.views.search.initials import initials
from portal.views.search.lists import Lists
from portal.views.search.pack import ID, Packed, varints
from portal.views.search.plain import plain, sections
from portal.views.search.words import exact, words
from tests.found_cards import read_cards

ROOT = Path(__file__).parent.parent
GOLDEN = json.loads((Path(__file__).parent / "search.json").read_text(encoding="utf-8"))
FOLDS = json.loads((Path(__file__).parent / "fold.json").read_text(encoding="utf-8"))["pairs"]

# A made-up world: nothing in it is so.
PLACES = (
    "Đồi Gió",
    "Suối Trăng",
    "Bến Mây",
    "Rừng Chim",
    "Đầm Sen",
    "Núi Lửa",
    "Vườn Cau",
    "Ao Làng",
)
WORKS = (
    "tập hát",
    "trồng hoa",
    "đan lưới",
    "nuôi ong",
    "dệt vải",
    "làm nón",
    "vẽ tranh",
    "chèo thuyền",
)
HOW = (
    "mỗi sáng thứ hai",
    "khi trăng tròn",
    "trước mùa mưa",
    "cùng các cụ già",
    "dưới gốc đa",
    "bên bờ giếng",
)


def filler(seed: int) -> Record:
    pick = random.Random(seed)
    lines = [
        f"Làng {pick.choice(PLACES)} {pick.choice(WORKS)} {pick.choice(HOW)}, rồi"
        f" {pick.choice(WORKS)} {pick.choice(HOW)}. Người {pick.choice(PLACES)} đến"
        f" xem và {pick.choice(WORKS)}."
        for _ in range(12)
    ]
    title = f"Chuyện {pick.choice(WORKS)} ở {pick.choice(PLACES)} số {seed}"
    return Record(
        url=f"chuyen/{seed}/",
        title=title,
        kind="chuyen",
        text="\n".join(lines),
        date=f"{2001 + seed % 20}",
    )


OWN = (
    Record(
        url="van-ban/01-qd-lm/",
        title="Quy định 01-QĐ/LM về trồng hoa trong làng",
        kind="van-ban",
        text="Ban Bí thơ ban hành.",
        numbers=("01-QĐ/LM", "Số 01 -QĐ /LM"),
        date="2024-05-19",
        sections=(
            Section("dieu-5", "Điều 5. Tưới nước", "Tưới hai lần một ngày."),
            Section("dieu-5.khoan-2", "khoản 2 Điều 5", "Trời mưa thì thôi."),
            Section("muc-ii.4", "4. Khảo sát vườn", "Đếm từng bông."),
        ),
        badges=(("Còn hiệu lực", "tot"),),
        facets={"issuer": (("ban-bi-tho", "Ban Bí thơ"),)},
    ),
    Record(
        url="bai-viet/nhac-01/",
        title="Cả làng làm theo Quy định 01-QĐ/LM",
        kind="bai-viet",
        text="Quy định 01-QĐ/LM. Theo Quy định 01-QĐ/LM. " * 9,
        date="2025",
    ),
    Record(
        url="van-ban/380-kh-hvlm/",
        title="Kế hoạch 380-KH/HVLM tổ chức hội hoa",
        kind="van-ban",
        numbers=("380-KH/HVLM",),
        text="Hội mở ba ngày.",
        date="2023-02-01",
    ),
    Record(
        url="van-ban/22-2023-tt-lm/",
        title="Thông tư 22/2023/TT-LM về đào giếng",
        kind="van-ban",
        numbers=("22/2023/TT-LM",),
        text="Đào sâu mười thước.",
    ),
    Record(
        url="van-ban/12-hd-lm-cu/",
        title="Hướng dẫn đắp đường làng",
        kind="van-ban",
        text="Đắp cao.",
        living=False,
    ),
    Record(
        url="van-ban/13-hd-lm/", title="Hướng dẫn đắp đường làng", kind="van-ban", text="Đắp cao."
    ),
    Record(
        url="van-ban/705-qd-lmg/",
        title="Phong trào «Người làng hát ở làng» của cả làng",
        kind="van-ban",
        numbers=("705/QĐ-LMg",),
        text="Hát mỗi tối.",
    ),
    Record(url="pho/duong/", title="Họ Dương ở làng", kind="chuyen", text="Cụ Dương kể chuyện."),
    Record(url="pho/duong-di/", title="Con đường ở làng", kind="chuyen", text="Đường đi ra giếng."),
    Record(
        url="pho/cai-duong/", title="Đương kim trưởng làng", kind="chuyen", text="Đương lúc ấy."
    ),
    Record(
        url="tu/hlm/", title="Học viện Làng Mây", kind="tu", keywords=("HVLM",), text="Nơi dạy hát."
    ),
    Record(
        url="chuyen/cau/",
        title="Chuyện kể bên giếng",
        kind="chuyen",
        text="Bà lão giữ chiếc gầu đồng suốt bốn mươi năm mà không hề làm sứt một mảnh nào."
        " Cháu bà thì khác.",
    ),
    Record(
        url="chuyen/cau-2/",
        title="Chuyện kể bên ao",
        kind="chuyen",
        text="Bà lão không giữ gì. Chiếc gầu kia bốn mươi năm. Suốt đồng sứt mảnh, làm một hề nào.",
    ),
    Record(
        url="truong/hoa-uy/",
        title="Trường Thủy Hoà và ủy ban",
        kind="chuyen",
        text="Trường chính trị.",
    ),
)
WORDING = Wording(
    kinds={"van-ban": "Văn bản", "chuyen": "Chuyện", "bai-viet": "Bài viết", "tu": "Từ"},
    facets={"kind": "Loại", "year": "Năm", "issuer": "Cơ quan"},
    orders={"year": ()},
    synonyms=(("tưới nước", "té nước"), ("hội hoa", "HHLM")),
)
RECORDS = (*OWN, *map(filler, range(150)))


# What both sides must agree on


@pytest.mark.parametrize("one", GOLDEN["words"], ids=lambda one: one["text"])
def test_text_is_cut_into_words(one: dict[str, Any]) -> None:
    assert words(one["text"]) == one["words"]


@pytest.mark.parametrize("one", GOLDEN["exact"], ids=lambda one: one["word"])
def test_a_word_is_told_by_its_marks_wherever_its_tone_stands(one: dict[str, Any]) -> None:
    assert exact(one["word"]) == one["exact"]


def test_markdown_becomes_words_and_places() -> None:
    body = (
        "Mở **đầu** [ở đây](van-ban/x).\n\n### 4. Khảo sát {#muc-ii.4}\n\n"
        "- Đếm hoa {#muc-ii.4.gach-1}\n- Thôi[^1]\n"
    )
    before, places = sections(body)
    assert before == "Mở đầu ở đây."
    assert [(one.id, one.text) for one in places] == [
        ("muc-ii.4", ""),
        ("muc-ii.4.gach-1", "Đếm hoa\nThôi"),
    ]
    assert plain("| A | B |\n|---|---|\n| một | hai |") == "A B\nmột hai"


# The index


@given(st.lists(st.integers(0, 2**31)))
def test_numbers_read_back_as_they_were_written(told: list[int]) -> None:
    content, starts = varints(np.array(told, "u4"))
    numbers = (content[start:end] for start, end in pairwise(starts.tolist()))
    assert told == [sum((byte & 127) << 7 * at for at, byte in enumerate(one)) for one in numbers]
    assert all(byte < 128 for byte in (content[end - 1] for end in starts[1:]))


INITIALS = [
    ("Sở Kế hoạch và Đầu tư tỉnh Mây", {"SKHĐT", "KHĐT"}),
    ("Ban Tổ chức Tỉnh ủy", {"BTC", "BTCTU", "TCTU"}),
    ("Vụ Quản lý đào tạo", {"VQLĐT", "QLĐT"}),
    ("Trung tâm Ứng dụng Công nghệ Thông tin", {"TTƯDCN", "ƯDCNTT"}),
    ("Giảng viên cao cấp", {"GVCC"}),
    ("Trường Chính trị Sông Mây", {"TCT"}),
    ("HVLM", set()),
    ("", set()),
]


@pytest.mark.parametrize(("name", "short"), INITIALS)
def test_names_have_the_abbreviations_people_make(name: str, short: set[str]) -> None:
    found = set(initials(name))
    assert short <= found
    assert not {one for one in found if len(one) > 7 or one.endswith(("SM", "S"))}


def test_a_big_group_is_cut_without_losing_a_list() -> None:
    names = ["hoa", "hoa3", *(f"x{n:02d}" for n in range(30))]
    count, none = len(names), np.zeros(32, "u4")
    follows = np.array([0, 0, *[1] * 30], "u1")
    pages = np.tile(np.arange(90, dtype="u4"), count)
    counts, order = np.full(count, 90, "u4"), np.arange(count, dtype="u4")
    packed = Packed(Lists(names, none, follows, order, counts, pages, pages.astype("u1")))
    ((whole, size),) = packed.groups()
    pieces = packed.split(whole, 500)
    assert len(pieces) > 3
    assert size > 30 * 180
    assert [one.spellings for one in pieces] == ["hoa hoa3", *[""] * (len(pieces) - 1)]
    assert " ".join(one.followers for one in pieces) == " ".join(names[2:])
    assert [one.start for one in pieces[1:]] == [one.end for one in pieces[:-1]]
    assert (pieces[0].start, pieces[-1].end) == (0, count)


def test_an_index_too_large_for_quick_sorting_has_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = index(RECORDS, WORDING).assets
    monkeypatch.setattr(lists, "_BITS", 8)
    assert index(RECORDS, WORDING).assets == made


def test_the_same_records_give_the_same_bytes_in_any_order() -> None:
    assert index(RECORDS, WORDING).assets == index(reversed(RECORDS), WORDING).assets


CHANGES = {
    "a sentence": lambda made: [
        dataclasses.replace(made[0], text="Câu khác hẳn về cây khế."),
        *made[1:],
    ],
    "a title": lambda made: [*made[:5], dataclasses.replace(made[5], title="Tên mới"), *made[6:]],
    "a page less": lambda made: made[1:],
    "a page more": lambda made: [
        *made,
        Record(url="moi/", title="Trang mới", text="Chữ mới tinh."),
    ],
    "nothing": lambda made: made,
    "a page twice": lambda made: [*made, made[4], made[4]],
    "everything": lambda made: [dataclasses.replace(one, text=one.text + " thêm") for one in made],
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_left_from_the_last_build_changes_no_byte(change: Any) -> None:
    left = index(RECORDS, WORDING).cache
    now = change(list(RECORDS))
    made = index(now, WORDING)
    assert index(now, WORDING, left).assets == made.assets
    assert index(RECORDS, WORDING, made.cache).assets == index(RECORDS, WORDING).assets


@given(st.binary(max_size=200), st.integers(0, 10_000))
def test_damage_to_what_was_left_breaks_no_build(noise: bytes, place: int) -> None:
    few = RECORDS[:6]
    made = index(few, WORDING)
    at = place % len(made.cache)
    for left in (
        noise,
        made.cache[:at] + noise + made.cache[at + len(noise) :],
        made.cache[:at],
    ):
        assert index(few, WORDING, left).assets == made.assets


def test_unchanged_pages_are_not_made_again() -> None:
    made: list[str] = []

    def later(record: Record, key: bytes) -> LazyRecord:
        def make() -> Record:
            made.append(record.url)
            return record

        return LazyRecord(record.url, record.order, key, make)

    left = index([later(one, b"1") for one in RECORDS], WORDING).cache
    assert len(made) == len(RECORDS)
    made.clear()
    changed = [later(one, b"2" if at == 3 else b"1") for at, one in enumerate(RECORDS)]
    assert index(changed, WORDING, left).assets == index(RECORDS, WORDING).assets
    assert made == [RECORDS[3].url]


# In the browser

POLICY = """<meta http-equiv="Content-Security-Policy" content="default-src 'self'">"""
PAGE = f"""<!doctype html><html lang="vi"><meta charset="utf-8">{POLICY}
<title>Thử</title><link rel="icon" href="favicon.ico"><body><main id="noi-dung"></main>
"""


def lay_out(folder: Path, records: Any = RECORDS, wording: Wording = WORDING) -> Path:
    for asset in index(records, wording).assets:
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)
    for script in bundles.copies():
        (folder / script.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(script.file, folder / script.path)
    shutil.copytree(ROOT / "web" / "search", folder / "web" / "search", dirs_exist_ok=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "favicon.ico").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("search"))


@pytest.fixture
def reader(made_up: Path, serve: Any, page: Page) -> Iterator[Page]:
    """A page below a sub-path, under a strict policy, with the search not yet opened."""
    page.goto(serve(made_up, "/cong/tri-thuc/"))
    yield page


ASK = """async ([query, options]) => {
  const { open } = await import('./assets/js/search.js')
  globalThis.search ??= await open(new URL('.', location.href))
  return globalThis.search.search(query, options)
}"""


def ask(page: Page, query: str, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        ASK.replace("'./assets", "location.pathname + 'assets"), [query, options]
    )
    return found


def first(found: dict[str, Any]) -> str:
    return found["items"][0]["url"].partition("/cong/tri-thuc/")[2] if found["items"] else ""


BOTH = """async ([folds, golden]) => {
  const at = location.pathname + 'web/search/'
  const { fold, exact, written, words } = await import(at + 'text.js')
  const { typedKeys } = await import(at + 'lexicon.js')
  const wrong = []
  const same = (told, got, wanted) => {
    if (JSON.stringify(got) !== JSON.stringify(wanted)) wrong.push([told, got, wanted])
  }
  for (const one of folds) same(one.text, fold(one.text), one.fold)
  for (const one of golden.words) same(one.text, words(one.text.toLowerCase()), one.words)
  for (const one of golden.exact) {
    same(one.word, exact(one.word), one.exact)
    same(one.exact, written(one.exact), one.written)
  }
  for (const { typed, exact } of golden.keys)
    same(typed, typedKeys(typed, /\\d/.test(typed))?.x ?? null, exact)
  return wrong
}"""


def test_the_browser_reads_words_as_the_index_does(reader: Page) -> None:
    assert reader.evaluate(BOTH, [FOLDS, GOLDEN]) == []


UNDERSTOOD = [
    ("quy định về trồng hoa", "van-ban/01-qd-lm/", None),
    ("quy dinh ve trong hoa", "van-ban/01-qd-lm/", None),
    ("quy đinh vê trông hoa", "van-ban/01-qd-lm/", None),
    ("quy đi\u0323nh về trô\u0300ng hoa trong làng", "van-ban/01-qd-lm/", None),
    ("01-QĐ/LM", "van-ban/01-qd-lm/", None),
    ("1 qd lm", "van-ban/01-qd-lm/", "number"),
    ("qd1", "van-ban/01-qd-lm/", "number"),
    ("01qdlm", "van-ban/01-qd-lm/", None),
    ("số 01 -QĐ /LM", "van-ban/01-qd-lm/", None),
    ("quy định số 1", "van-ban/01-qd-lm/", "number"),
    ("số 705 /QĐ -LMg", "van-ban/705-qd-lmg/", None),
    ("Phong trào «Người làng hát ở làng» của cả làng", "van-ban/705-qd-lmg/", None),
    ('phong trào "người làng hát"', "van-ban/705-qd-lmg/", None),
    ("kh380", "van-ban/380-kh-hvlm/", "number"),
    ("380khhvlm", "van-ban/380-kh-hvlm/", None),
    ("kế hoạch 380", "van-ban/380-kh-hvlm/", "number"),
    ("học viện HVLM", "tu/hlm/", None),
    ("truowngf chisnh trij", "truong/hoa-uy/", "telex"),
    ("truong2 chinh1 tri5", "truong/hoa-uy/", "vni"),
    ("truongchinhtri", "truong/hoa-uy/", "spaces"),
    ("trừơng chnh trị", "truong/hoa-uy/", "correction"),
    ("thuỷ hòa uỷ ban", "truong/hoa-uy/", None),
    ("chuyện kể bên giế", "chuyen/cau/", None),
    ("giữ chiếc gầu đồng suốt bốn mươi năm", "chuyen/cau/", None),
    ("mai nam ma khong he lam sut mot manh", "chuyen/cau/", None),
    ("té nước", "van-ban/01-qd-lm/", None),
    ("HHLM", "van-ban/380-kh-hvlm/", None),
    ("hội hoa 2023", "van-ban/380-kh-hvlm/", None),
    ("19/5/2024", "van-ban/01-qd-lm/", None),
    ("Họ Dương", "pho/duong/", None),
    ("đường ở làng", "pho/duong-di/", None),
    ("đương", "pho/cai-duong/", None),
    ("dương", "pho/duong/", None),
    ('"giữ chiếc gầu"', "chuyen/cau/", None),
    ("đắp đường làng", "van-ban/13-hd-lm/", None),
    ("222023ttlm", "van-ban/22-2023-tt-lm/", None),
    ("thông tư 22/2023", "van-ban/22-2023-tt-lm/", "number"),
    ("d9a2o gie61ng", "van-ban/22-2023-tt-lm/", "vni"),
    ("đào giếng thì làm thế nào zyxw", "van-ban/22-2023-tt-lm/", None),
    ("qui định trồng hoa", "van-ban/01-qd-lm/", None),
    ('"giữ chiếc gầu bạc"', "chuyen/cau/", "correction"),
    ("phong trào nguời làng hát", "van-ban/705-qd-lmg/", None),
    ("Truờng Thủy Haò", "truong/hoa-uy/", None),
]


@pytest.mark.parametrize(("query", "url", "kind"), UNDERSTOOD, ids=[one[0] for one in UNDERSTOOD])
def test_a_query_finds_its_page_first_and_says_how_it_was_read(
    query: str, url: str, kind: str | None, reader: Page
) -> None:
    found = ask(reader, query)
    assert first(found) == url
    assert found["incomplete"] == []
    if kind:
        assert (found["reading"]["changed"], found["reading"]["kind"]) == (True, kind)
        assert found["reading"]["text"] != query


# What a query may be taken for, and what it may not: a world of its own, with few words

WORLD = (
    Record(url="quy/", title="Ngân quỹ", kind="chuyen", text="Đồng tiền chung."),
    Record(url="ho/", title="Hồ thu", kind="chuyen", text="Nước trong. Ngân nga."),
    Record(
        url="380-kh/",
        title="Kế hoạch 380-KH/LM mở hội",
        kind="van-ban",
        numbers=("380-KH/LM",),
        text="Đốt đèn.",
    ),
    Record(
        url="380-cv/",
        title="Công văn 380-CV/LM nhắc quét sân",
        kind="van-ban",
        numbers=("380-CV/LM",),
        text="Mang chổi.",
    ),
    Record(url="chuong/", title="Chuông chùa", kind="chuyen", text="Tiếng ngân."),
    Record(url="nghe/", title="Nghề đan", kind="chuyen", text="Nghe chuông."),
)
SAME = (("két bạc", "ngân quỹ"), ("LCD", "mở hội"))


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The world with the list of synonyms, and the same without."""
    plain = dataclasses.replace(WORDING, synonyms=())
    wordings = {True: dataclasses.replace(WORDING, synonyms=SAME), False: plain}
    folder = tmp_path_factory.mktemp("nghia")
    return {
        is_listed: lay_out(folder / f"{is_listed}", WORLD, wording)
        for is_listed, wording in wordings.items()
    }


@pytest.fixture
def asked(worlds: dict[bool, Path], serve: Any, page: Page) -> Any:
    """`asked(query, is_listed)`: the answer in the world with, or without, synonyms."""

    def asked(query: str, is_listed: bool = True) -> dict[str, Any]:
        page.goto(serve(worlds[is_listed], "/cong/tri-thuc/"))
        return ask(page, query)

    return asked


def urls(found: dict[str, Any]) -> list[str]:
    return [one["url"].partition("/cong/tri-thuc/")[2] for one in found["items"]]


def test_numbers_that_stand_on_many_pages_are_found_as_words_are(
    tmp_path: Path, serve: Any, page: Page
) -> None:
    """A browser puts names that are whole numbers before all others, by size: 9, 10, then 049."""
    counts, letters = ("049", "10", "100", "9", "99"), "bcdghklmnprstvx"
    names = [f"{first}u{last}u" for first in letters for last in letters]
    many = [
        Record(
            url=f"{name}/", title=f"Sân {name}", text=" ".join(f"{one} {name}." for one in counts)
        )
        for name in names
    ]
    few = [Record(url=f"{one}/", title=f"Dãy {one} ghế quế") for one in counts]
    page.goto(serve(lay_out(tmp_path, [*many, *few]), "/cong/tri-thuc/"))
    for one in counts:
        found = ask(page, f"{one} ghế quế")
        assert (urls(found)[0], found["incomplete"], found["notes"]) == (f"{one}/", [], [])
        assert urls(ask(page, f"{one} xuxu"))[0] == "xuxu/"
        assert ask(page, one)["total"] == len(many) + 1


@pytest.mark.parametrize(
    ("query", "url"), [("két bạc", "quy/"), ("ket bac", "quy/"), ("LCD", "380-kh/")]
)
def test_what_the_list_calls_the_same_is_found_and_without_the_list_is_not(
    query: str, url: str, asked: Any
) -> None:
    assert urls(asked(query)) == [url]
    assert url not in urls(asked(query, is_listed=False))


@pytest.mark.parametrize(("typed", "meant"), [("chuôgn", "chuông"), ("côgn văn", "công văn")])
def test_a_slip_of_a_letter_is_corrected_and_said(typed: str, meant: str, asked: Any) -> None:
    found = asked(typed)
    assert found["reading"] | {"kind": "correction", "text": meant} == found["reading"]
    assert urls(found) == urls(asked(meant))


@pytest.mark.parametrize("word", ["khoằm", "phượt", "xoẹt", "khuya", "tùng", "giường", "buồng tắm"])
def test_a_word_of_like_length_that_nobody_wrote_is_no_correction(word: str, asked: Any) -> None:
    found = asked(word)
    assert (urls(found), found["reading"]["changed"]) == ([], False)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("380", {"380-cv/", "380-kh/"}),
        ("380 quét sân", {"380-cv/"}),
        ("quét sân 380", {"380-cv/"}),
        ("380 mở hội", {"380-kh/"}),
        ("380 chuông", {"chuong/", "nghe/", "380-cv/", "380-kh/"}),
    ],
)
def test_words_beside_a_number_are_asked_for_too(query: str, wanted: set[str], asked: Any) -> None:
    assert set(urls(asked(query))) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("nghe", ["nghe/"]),
        ("hồ", ["ho/"]),
        ("chuông", ["chuong/", "nghe/"]),
        ("ngân", ["quy/", "chuong/", "ho/"]),
        ("chuông?", ["chuong/", "nghe/"]),
        ("đèn", ["380-kh/"]),
    ],
)
def test_one_word_finds_all_that_say_it_a_title_first(
    word: str, wanted: list[str], asked: Any
) -> None:
    assert urls(asked(word)) == wanted


def test_a_place_in_a_document_is_led_to(reader: Page) -> None:
    for query, id in (
        ("điều 5 qđ 01", "dieu-5"),
        ("khoản 2 điều 5 qd 1", "dieu-5.khoan-2"),
        ("mục II.4 quy định 01-QĐ/LM", "muc-ii.4"),
    ):
        top = ask(reader, query)["items"][0]
        assert top["clause"]["id"] == id, query
        assert top["clause"]["url"].endswith(f"/cong/tri-thuc/van-ban/01-qd-lm/#{id}")


def test_a_correction_can_be_refused(reader: Page) -> None:
    assert ask(reader, "truongchinhtri")["total"] > 0
    found = ask(reader, "truongchinhtri", exact=True)
    assert (found["total"], found["reading"]["changed"]) == (0, False)


def test_what_is_left_out_is_not_found(reader: Page) -> None:
    urls = [one["url"] for one in ask(reader, "làng -dương", limit=200)["items"]]
    assert urls
    assert not [url for url in urls if url.endswith("pho/duong/")]


def test_facets_are_counted_and_narrow(reader: Page) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    plainly = ask(reader, "làng", limit=300)
    before = len(asked)
    found = ask(reader, "làng", facets={})
    assert plainly["facets"] == []
    assert len(asked) == before + 1, "the facets' file is fetched when it is asked for"
    kinds = {one["value"]: one["count"] for one in found["facets"][0]["values"]}
    assert sum(kinds.values()) == found["total"]
    narrowed = ask(reader, "làng", facets={"issuer": ["ban-bi-tho"]}, limit=300)
    assert [one["url"].rpartition("tri-thuc/")[2] for one in narrowed["items"]] == [
        "van-ban/01-qd-lm/"
    ]
    only = ask(reader, "làng", kinds=["van-ban"], limit=300)
    assert {one["kind"]["id"] for one in only["items"]} == {"van-ban"}
    assert only["total"] == kinds["van-ban"]


def test_a_facet_is_counted_as_if_nothing_of_it_were_chosen(reader: Page) -> None:
    """As many questions would tell it, each of which leaves one facet out."""

    def counts(found: dict[str, Any], facet: str) -> Any:
        return next(one["values"] for one in found["facets"] if one["id"] == facet)

    chosen = {"year": ["2024", "2003"], "issuer": ["ban-bi-tho"]}
    for query in ("làng", "01-QĐ/LM", "quy định trồng hoa"):
        one = ask(reader, query, kinds=["van-ban"], facets=chosen, apart=True)
        for left in chosen:
            others = {facet: values for facet, values in chosen.items() if facet != left}
            alone = ask(reader, query, kinds=["van-ban"], facets=others)
            assert counts(one, left) == counts(alone, left), (query, left)
        assert counts(one, "kind") == counts(ask(reader, query, facets=chosen), "kind")
        everywhere = ask(reader, query, facets={})
        assert one["everywhere"]["total"] == everywhere["total"]
        assert one["everywhere"]["facets"] == everywhere["facets"]


def test_pages_follow_one_another(reader: Page) -> None:
    whole = ask(reader, "làng", limit=25)
    second = ask(reader, "làng", limit=10, offset=10)
    assert [one["url"] for one in second["items"]] == [one["url"] for one in whole["items"][10:20]]


def test_an_own_number_wins_over_pages_that_repeat_it(reader: Page) -> None:
    urls = [one["url"].rpartition("tri-thuc/")[2] for one in ask(reader, "01-QĐ/LM")["items"]]
    assert urls[:2] == ["van-ban/01-qd-lm/", "bai-viet/nhac-01/"]


def test_nothing_is_fetched_before_the_search_is_opened_and_little_then(reader: Page) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.evaluate("import(location.pathname + 'assets/js/search.js')")
    assert [url for url in asked if not url.endswith("search.js")] == []
    ask(reader, "trồng hoa")
    assert len(asked) < 12


HOSTILE = [
    *(
        "",
        " ",
        "a",
        "ơ",
        "?",
        "-",
        "--",
        '"',
        '""',
        "«»",
        "của và các",
        "\x00\x07\x1b",
        "😀👩‍👩‍👧",
        "\ud800x",
    ),
    *(
        ".*+?^${}()|[]\\",
        "<img src=x onerror=alert(1)>",
        "__proto__ constructor toString",
        "#1 @2024",
        "-" * 300,
    ),
    *(
        "a" * 10_000,
        "làng " * 2_000,
        "1" * 10_000,
        "điều khoản mục phụ lục",
        "ư̛̛̛̛ợ",
        "0",
        "00000",
        "đ",
        "-làng",
        '"làng',
    ),
]


def test_hostile_queries_are_answered(reader: Page) -> None:
    for query in HOSTILE:
        found = ask(reader, query, facets={})
        assert isinstance(found["items"], list), query
        assert found["incomplete"] == [], query
        reader.evaluate("q => globalThis.search.suggest(q)", query)
        reader.evaluate("q => globalThis.search.markHits(document.body, q)", query)


def test_random_queries_are_answered(reader: Page) -> None:
    pick = random.Random(5)
    letters = "aăâeêoôơuưydđ bcghiklmnpqrstvx0123456789-/.\"«»()'\u0300\u0323\u031b\u200b\n\tfjwz"
    pieces = (
        *("điều 5", "muc II.", "số", "kh380", "222023ttlm", "19/5/2024", "da6n", "truowfng", "-"),
        *("«", '"', "không", "thế nào", "HVLM", "/", "9" * 9, "khoản", "d9", "w" * 30, "@2024"),
    )
    queries = ["".join(pick.choices(letters, k=pick.randint(1, 60))) for _ in range(200)]
    queries += [" ".join(pick.choices(pieces, k=pick.randint(1, 12))) for _ in range(150)]
    queries += ["".join(pick.choices(pieces, k=pick.randint(1, 6))) for _ in range(50)]
    count = reader.evaluate(
        """async queries => {
          const { open } = await import(location.pathname + 'assets/js/search.js')
          const search = await open(new URL('.', location.href))
          const found = await Promise.all(queries.map(q => search.search(q)))
          return found.filter(one => Array.isArray(one.items) && !one.incomplete.length).length
        }""",
        queries,
    )
    assert count == len(queries)


def test_a_question_that_is_withdrawn_is_not_answered(reader: Page) -> None:
    name = reader.evaluate(
        """async () => {
          const { open } = await import(location.pathname + 'assets/js/search.js')
          const search = await open(new URL('.', location.href))
          const stop = new AbortController()
          const asked = search.search('trồng hoa', { signal: stop.signal })
          stop.abort()
          return asked.then(() => 'answered', error => error.name)
        }"""
    )
    assert name == "AbortError"


BREAK = {
    "missing": lambda route, _: route.fulfill(status=404, body=""),
    "cut": lambda route, body: route.fulfill(body=body[: len(body) // 2]),
    "empty": lambda route, _: route.fulfill(body=b""),
    "of another release": lambda route, body: route.fulfill(
        body=gzip.compress(b"other" + gzip.decompress(body)[5:])
    ),
    "noise": lambda route, _: route.fulfill(body=random.Random(3).randbytes(900)),
    "refused": lambda route, _: route.abort(),
}


@pytest.mark.parametrize("spoil", BREAK.values(), ids=BREAK)
def test_a_broken_part_is_tried_again_then_told(
    spoil: Any, reader: Page, made_up: Path, witness: Any
) -> None:
    tried: list[str] = []

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name == "index.bin":
            route.continue_()
            return
        tried.append(name)
        spoil(route, (made_up / "assets" / "search" / name).read_bytes())

    reader.route("**/assets/search/*.bin", answer)
    found = ask(reader, "trồng hoa trong làng")
    assert found["incomplete"]
    assert all(one.startswith("Chưa tải được ") for one in found["incomplete"])
    assert max(map(tried.count, tried)) == 2
    reader.unroute("**/assets/search/*.bin")
    assert first(ask(reader, "quy định về trồng hoa trong làng")) == "van-ban/01-qd-lm/", (
        "it recovers"
    )
    witness.errors.clear()  # the browser calls what we spoilt an error


def test_one_broken_part_leaves_the_others_answering(
    reader: Page, made_up: Path, witness: Any
) -> None:
    names: list[str] = []
    reader.on("request", lambda request: names.append(request.url.rpartition("/")[2]))
    assert first(ask(reader, "chuyện kể bên giếng")) == "chuyen/cau/"
    parts = [name for name in dict.fromkeys(names) if name.endswith(".bin") and name != "index.bin"]
    for name in parts[:2]:
        reader.route(f"**/{name}", lambda route: route.abort())
        reader.reload()
        found = ask(reader, "chuyện kể bên giếng")
        assert found["incomplete"]
        reader.unroute(f"**/{name}")
    witness.errors.clear()


def test_a_new_release_under_an_open_page_is_taken_up(
    serve: Any, page: Page, tmp_path: Path, witness: Any
) -> None:
    folder = lay_out(tmp_path)
    page.goto(serve(folder, "/cong/tri-thuc/"))
    before = ask(page, "Họ Dương")["release"]
    shutil.rmtree(folder / "assets" / "search")
    lay_out(
        folder, [*RECORDS, Record(url="moi/", title="Cây khế ngọt", text="Một cây khế rất ngọt.")]
    )
    page.evaluate("caches?.keys()")
    found = ask(page, "chiếc gầu đồng suốt bốn mươi năm")
    assert first(found) == "chuyen/cau/"
    assert found["release"] != before or found["incomplete"] == []
    witness.errors.clear()


FUZZ = """async ([base, seeds]) => {
  const { readChunk, readHead } = await import(location.pathname + 'web/search/chunk.js')
  const whole = Uint8Array.from(atob(base), one => one.charCodeAt(0))
  let read = 0, refused = 0
  for (const seed of seeds) {
    const bytes = whole.slice(0, 5 + seed[0] % whole.length)
    const room = Math.max(1, bytes.length - 5)
    for (const one of seed.slice(1)) bytes[5 + one % room] = one >> 8
    for (const reader of [readChunk, readHead])
      try {
        const found = reader(bytes)
        if (found instanceof Map) for (const one of found.values())
          for (const list of [...one.spellings.values(), ...one.followers.values()]) list.read()
        read++
      } catch (error) {
        if (!(error instanceof Error)) throw error
        refused++
      }
  }
  return [read, refused]
}"""


def test_random_bytes_are_refused_or_read_never_worse(reader: Page) -> None:
    import base64

    pick = random.Random(11)
    assets = sorted(index(RECORDS, WORDING).assets, key=lambda one: len(one.content))
    content = gzip.decompress(assets[len(assets) // 2].content)
    seeds = [[pick.randrange(1 << 16) for _ in range(pick.randint(1, 12))] for _ in range(800)]
    read, refused = reader.evaluate(FUZZ, [base64.b64encode(content).decode(), seeds])
    assert read + refused == 1600
    assert refused > 400


def test_hits_are_marked_as_they_are_written(reader: Page) -> None:
    reader.evaluate(
        "text => { document.getElementById('noi-dung').textContent = text }",
        "Làng trồng hoa; trông nom <b>hoa</b>, TRỒNG HOA.",
    )
    ask(reader, "trồng hoa")
    count = reader.evaluate("search.markHits(document.getElementById('noi-dung'), 'trồng hoa')")
    assert reader.locator("mark").all_text_contents() == ["trồng hoa", "hoa", "TRỒNG HOA"]
    assert count == 3
    assert reader.locator("b").count() == 0
    item = ask(reader, "trồng hoa")["items"][0]
    assert "".join(one["text"] for one in item["titleParts"]) == item["title"]
    assert any(one["hit"] for one in item["titleParts"])


def test_a_result_tells_sentences_and_where_its_places_stand() -> None:
    places = (("muc-ii.4", "Khảo sát"), ("dieu-5", "Điều 5. Đội ngũ"))
    text = "Báo chí\nBáo Làng\nCâu thứ nhất.\nCâu thứ hai."
    record = Record("a/", "A", text=text, sections=tuple(Section(*one) for one in places))
    values = Record("b/", "B", text="Báo chí\nBáo Làng\nBáo chí")
    _, (file,) = cards([shown(record), shown(values)], {})
    one, other = read_cards(file)
    assert (one[2], other[2]) == ("Câu thứ nhất. Câu thứ hai.", "Báo chí · Báo Làng")
    told = [label for _, label in one[6]]
    assert told == ["Mục II.4. Khảo sát", "Điều 5. Đội ngũ"]


def test_a_page_of_many_places_has_a_file_of_them_that_its_card_names() -> None:
    many = tuple(Section(f"dieu-{at}", f"Điều {at}", f"Lời {at}.") for at in range(1, 4))
    assets = {
        asset.path: asset.content for asset in index([Record("a/", "A", sections=many)]).assets
    }
    _, (file,) = cards([shown(Record("a/", "A", sections=many))], {})
    name = read_cards(file)[0][7]
    content = gzip.decompress(assets[f"assets/search/{name}.bin"])
    assert content[:ID].hex() == name
    assert json.loads(content[ID:])[1] == ["dieu-2", "Điều 2", "Lời 2."]


def test_words_around_the_hits_come_from_the_page_itself(reader: Page, made_up: Path) -> None:
    folder = made_up / "chuyen" / "cau"
    folder.mkdir(parents=True, exist_ok=True)
    said = (
        "Trước đó còn dài. " * 30
        + "Bà lão giữ chiếc gầu đồng <i>suốt</i> bốn mươi năm</p>"
        + "<dl><dt>Từ khi</dt><dd>rất<br>lâu. "
        + "Sau còn dài. " * 30
    )
    beside = "<nav>chiếc gầu đồng suốt</nav><p data-search-exclude>chiếc gầu đồng suốt</p>"
    (folder / "index.html").write_text(
        f"<!doctype html><title>x</title><main>{beside}<p>{said}</dd></dl>"
        "<p id=hang>Hàng này chỉ nói chiếc gầu.</p></main>",
        encoding="utf-8",
    )
    told, row, places = reader.evaluate(
        """async query => {
          const { open } = await import(location.pathname + 'assets/js/search.js')
          const search = await open(new URL('.', location.href))
          const found = await search.search(query)
          const row = { ...found.items[0], url: found.items[0].url + "#hang" }
          const asked = [search.snippet(found.items[0], query), search.snippet(row, query)]
          return Promise.all([...asked, search.passages(row, query)])
        }""",
        "chiếc gầu đồng suốt",
    )
    assert "chiếc gầu đồng suốt" in "".join(one["text"] for one in told if one["hit"])
    text = "".join(one["text"] for one in told)
    assert text.startswith("… Bà lão giữ chiếc gầu đồng suốt bốn mươi năm · Từ khi · rất lâu. Sau")
    assert len(text) < 260
    assert "".join(one["text"] for one in row) == "Hàng này chỉ nói chiếc gầu."
    assert places == []


def test_it_answers_on_pages_opened_from_a_disk(tmp_path: Path, page: Page) -> None:
    folder = lay_out(tmp_path)
    for asset in scripted(index(RECORDS, WORDING).assets):
        (folder / asset.path).write_bytes(asset.content)
    for packed in (folder / "assets" / "search").glob("*.bin"):
        packed.unlink()
    shutil.copy(bundles.FOLDER / "disk" / "portal.classic.js", folder / "assets" / "js")
    html = PAGE.replace("<body>", '<script src="assets/js/portal.classic.js"></script><body>')
    html = html.replace(POLICY, "")
    (folder / "index.html").write_text(html, encoding="utf-8")
    page.goto((folder / "index.html").as_uri())
    url = page.evaluate(
        """async () => {
          const search = await PortalSearch.open('.')
          return (await search.search('kh380')).items[0].url
        }"""
    )
    assert url == f"{folder.as_uri()}/van-ban/380-kh-hvlm/"


def test_folded_words_of_python_and_golden_file_agree() -> None:
    assert [one["text"] for one in FOLDS if fold(one["text"]) != one["fold"]] == []


def test_what_is_fetched_ahead_of_a_search_is_just_what_it_needs_first() -> None:
    code = {copy.file.name: copy.file.read_text(encoding="utf-8") for copy in bundles.copies()}
    needed = set(re.findall(r'(?:from|import)"\./([^"]+)"', code["finder.js"]))
    ahead = set(re.findall(r'"([^"]+)":\["(?:modulepreload|preload)"', code["theme.js"]))
    assert needed == {"search.js"}
    assert ahead == {*needed, "results.js", "../search/index.bin"}
    needed = set(re.findall(r'(?:from|import)"\./([^"]+)"', code["results.js"]))
    assert needed == {"finder.js"}, "the page of results opens no search of its own"


def test_a_text_without_signs_is_read_as_one_with_them() -> None:
    """The short way gives what the long one does, which a second line asks for. Without square
    brackets: what they mean depends on where they stand."""
    draw = random.Random(5)
    pieces = (*"ab Đ.,;-+>#*_`~|(){}<>&!1", *("  ", "--", "::", "~~", "&amp;", "2) ", "<br>"))
    for _ in range(20_000):
        text = "".join(draw.choices(pieces, k=draw.randrange(9)))
        assert "\n".join(filter(None, ("dòng", plain(text)))) == plain(f"dòng\n{text}"), text
