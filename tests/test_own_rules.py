"""What a kind finds wrong in one entry by itself: each rule at the last value it bears and at the
first it does not, with the key and the line where an editor has to look. All content is made up.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny

from portal import source
from portal.kinds import BY_NAME
from portal.kinds.base import Lists
from portal.library.lists import lists_of
from portal.problem import Problem

Told = Callable[[str, str], list[Problem]]
Rules = list[tuple[str, str]]


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Lists:
    content = tmp_path_factory.mktemp("danh-muc")
    shutil.copytree(tiny.LISTS, content / "data/_danh-muc")
    return lists_of(source.read(content))[0]


@pytest.fixture
def told(lists: Lists) -> Told:
    def told(kind: str, text: str) -> list[Problem]:
        found = BY_NAME[kind]
        path = Path(found.path("bia")).as_posix()
        text = f"---\n{text}---\n\n{BODY}" if found.text else text
        made, problems = source.read_text(path, text)
        assert made and not problems
        return found.read(made, lists)[1]

    return told


def named(problems: list[Problem]) -> Rules:
    return [(one.field, one.rule) for one in problems]


BODY = "## Điều 1. Vườn {#dieu-1}\n\n1. Hoa. {#dieu-1.khoan-1}\n"

# Sets of criteria: what is counted


def criteria(indicators: str = "", more: str = "") -> str:
    """A set with a whole, two of its parts, and something of another unit; all of them used by the
    first chỉ tiêu."""
    return (
        "tieu_de: Bộ bịa\nvan_ban: 01-qd-bia\n"
        "muc: [{so: 1, ten: Mức 1}, {so: 2, ten: Mức 2}]\n"
        "dai_luong:\n"
        "  - {ma: lang, ten: Cả làng, don_vi_tinh: người}\n"
        "  - {ma: nguoi-hat, ten: Người hát, don_vi_tinh: người, nam_trong: [lang]}\n"
        "  - {ma: tre-hat, ten: Trẻ hát, don_vi_tinh: người, nam_trong: [nguoi-hat]}\n"
        "  - {ma: chau, ten: Chậu hoa, don_vi_tinh: chậu}\n"
        f"{more}"
        "tieu_chi:\n"
        "  - {so: 1, ten: Một, linh_vuc: doi-ngu, chi_tieu: [\n"
        f"    {rule('a', 'lang', unit='người')},\n"
        f"    {rule('b', 'nguoi-hat, tre-hat', unit='người')},\n"
        f"    {rule('c', 'chau', unit='chậu')},\n"
        f"    {indicators}]}}\n"
    )


def rule(id: str, above: str, below: str = "", unit: str = '"%"', value: str = "") -> str:
    over = f", mau_so: [{below}]" if below else ""
    least = f'gia_tri: "{value}", ' if value else ""
    return (
        f"{{ma: {id}, muc: 1, ten: Việc {id}, nguong: {{phep_so: it-nhat, {least}"
        f"don_vi_tinh: {unit}, cach_tinh: {{tu_so: [{above}]{over}}}}}}}"
    )


HERE = "tieu_chi[1].chi_tieu[4].nguong"
ABOVE, BELOW = f"{HERE}.cach_tinh.tu_so", f"{HERE}.cach_tinh.mau_so"
RECKONED: dict[str, tuple[str, Rules]] = {
    "a part of its whole": (rule("x", "nguoi-hat", "lang"), []),
    "a part of a part of it": (rule("x", "tre-hat", "lang", value="100"), []),
    "more than all of it": (
        rule("x", "tre-hat", "lang", value="100,1"),
        [(f"{HERE}.gia_tri", "cach-tinh")],
    ),
    "two parts of it": (
        rule("x", "nguoi-hat, tre-hat", "lang", value="101"),
        [(f"{HERE}.gia_tri", "cach-tinh")],
    ),
    "a part and what is none": (rule("x", "nguoi-hat, lang", "lang", value="150"), []),
    "the whole over its part": (rule("x", "lang", "nguoi-hat", value="150"), []),
    "a ratio that is no percentage": (rule("x", "nguoi-hat", "lang", unit="lần", value="150"), []),
    "nothing to reach": (rule("x", "nguoi-hat", "lang", value="0"), []),
    "less than nothing": (
        rule("x", "nguoi-hat", "lang", value="-0,1"),
        [(f"{HERE}.gia_tri", "cach-tinh")],
    ),
    "less than nothing that is only counted": (
        rule("x", "chau", unit="chậu", value="-1"),
        [(f"{HERE}.gia_tri", "cach-tinh")],
    ),
    "a percentage of nothing": (rule("x", "lang"), [(ABOVE, "cach-tinh")]),
    "pots over people as a percentage": (rule("x", "chau", "lang"), [(ABOVE, "cach-tinh")]),
    "pots over people": (rule("x", "chau", "lang", unit="chậu/người"), []),
    "people counted as trees": (rule("x", "lang", unit="cây"), [(ABOVE, "cach-tinh")]),
    "people and pots added": (rule("x", "lang, chau", unit="người"), [(ABOVE, "cach-tinh")]),
    "people and pots added below": (rule("x", "nguoi-hat", "lang, chau"), [(BELOW, "cach-tinh")]),
    "the same above and below": (rule("x", "lang", "lang"), [(ABOVE, "cach-tinh")]),
    "the same in another order": (
        rule("x", "lang, nguoi-hat", "nguoi-hat, lang"),
        [(ABOVE, "cach-tinh")],
    ),
    "one of two that stands below": (rule("x", "lang, nguoi-hat", "lang"), []),
    "added twice": (
        rule("x", "nguoi-hat, tre-hat, nguoi-hat", "lang"),
        [(f"{ABOVE}[3]", "cach-tinh")],
    ),
    "added twice below": (
        rule("x", "tre-hat", "nguoi-hat, nguoi-hat"),
        [(f"{BELOW}[2]", "cach-tinh")],
    ),
    "not known above": (rule("x", "nguoi-hatt", "lang"), [(f"{ABOVE}[1]", "dai-luong-la")]),
    "not known below, units not asked": (
        rule("x", "chau", "nguoi-hat, vuon"),
        [(f"{BELOW}[2]", "dai-luong-la")],
    ),
}


@pytest.mark.parametrize(("indicator", "wrong"), RECKONED.values(), ids=RECKONED)
def test_what_is_reckoned_is_reckoned_of_what_can_be_added_and_compared(
    indicator: str, wrong: Rules, told: Told
) -> None:
    assert named(told("bo-tieu-chi", criteria(indicator))) == wrong


def test_the_sentence_names_the_units_that_do_not_go_together(told: Told) -> None:
    def sentence(indicator: str) -> str:
        (problem,) = told("bo-tieu-chi", criteria(indicator))
        return f"{problem.text} {problem.remedy}"

    assert "khác nhau: người, chậu." in sentence(rule("x", "lang, nguoi-hat, chau", unit="người"))
    assert "khác nhau: chậu, người." in sentence(rule("x", "nguoi-hat", "chau, lang"))
    assert "bằng chậu, mẫu số tính bằng người" in sentence(rule("x", "chau", "lang"))
    assert sentence(rule("x", "lang", unit="cây")).endswith("ghi don_vi_tinh: người")
    assert "ngưỡng âm: -1." in sentence(rule("x", "chau", unit="chậu", value="-1"))
    assert "không thể quá 100%" in sentence(rule("x", "tre-hat", "lang", value="120"))
    assert sentence(rule("x", "nguoi-hatt", "lang")).endswith("có phải nguoi-hat?")
    assert "dùng một trong: lang, nguoi-hat" in sentence(rule("x", "zzz", "lang"))


def test_without_anything_counted_it_is_said_where_to_declare_it(told: Told) -> None:
    text = criteria()
    start, end = text.index("dai_luong"), text.index("tieu_chi")
    problems = told("bo-tieu-chi", text[:start] + text[end:])
    assert {one.rule for one in problems} == {"dai-luong-la"}
    assert {one.remedy for one in problems} == {"khai báo ở dai_luong"}


COUNTED: dict[str, tuple[str, Rules]] = {
    "used by nobody": (
        "  - {ma: thua, ten: Thừa, don_vi_tinh: con}\n",
        [("dai_luong[5].ma", "dai-luong-thua")],
    ),
    "declared twice": (
        "  - {ma: lang, ten: Làng nữa, don_vi_tinh: người}\n",
        [("dai_luong[5].ma", "trung-ma")],
    ),
    "part of what is not there": (
        "  - {ma: chau, ten: Chậu, don_vi_tinh: chậu, nam_trong: [vuon]}\n",
        [("dai_luong[5].ma", "trung-ma"), ("dai_luong[5].nam_trong[1]", "dai-luong-la")],
    ),
    "part of another unit": (
        "  - {ma: tui, ten: Túi, don_vi_tinh: túi, nam_trong: [lang, chau]}\n",
        [
            ("dai_luong[5].nam_trong[1]", "nam-trong"),
            ("dai_luong[5].nam_trong[2]", "nam-trong"),
            ("dai_luong[5].ma", "dai-luong-thua"),
        ],
    ),
    "part of itself": (
        "  - {ma: vong, ten: Vòng, don_vi_tinh: người, nam_trong: [vong]}\n",
        [("dai_luong[5].nam_trong[1]", "nam-trong"), ("dai_luong[5].ma", "dai-luong-thua")],
    ),
    "parts of each other over a third": (
        "  - {ma: p, ten: P, don_vi_tinh: người, nam_trong: [q]}\n"
        "  - {ma: q, ten: Q, don_vi_tinh: người, nam_trong: [r]}\n"
        "  - {ma: r, ten: R, don_vi_tinh: người, nam_trong: [p, lang]}\n",
        [
            ("dai_luong[5].nam_trong[1]", "nam-trong"),
            ("dai_luong[6].nam_trong[1]", "nam-trong"),
            ("dai_luong[7].nam_trong[1]", "nam-trong"),
            ("dai_luong[5].ma", "dai-luong-thua"),
            ("dai_luong[6].ma", "dai-luong-thua"),
            ("dai_luong[7].ma", "dai-luong-thua"),
        ],
    ),
}


@pytest.mark.parametrize(("more", "wrong"), COUNTED.values(), ids=COUNTED)
def test_what_is_counted_is_declared_once_used_and_part_of_what_is_wider(
    more: str, wrong: Rules, told: Told
) -> None:
    assert named(told("bo-tieu-chi", criteria(more=more))) == wrong


# Sets of criteria: codes, papers, other sets


def coded(id: str, level: int = 1, more: str = "") -> str:
    return f"{{ma: {id}, muc: {level}, ten: Việc{more}}}"


CODED: dict[str, tuple[str, Rules, str]] = {
    "a code twice": (coded("a"), [(".ma", "trung-ma")], "mỗi chỉ tiêu một mã riêng"),
    "the code of a tiêu chí": (
        coded("tieu-chi-1"),
        [(".ma", "trung-ma")],
        "mỗi chỉ tiêu một mã riêng",
    ),
    "the address of the worksheet": (
        coded("phieu"),
        [(".ma", "trung-ma")],
        "mỗi chỉ tiêu một mã riêng",
    ),
    "a level that is not there": (coded("x", 3), [(".muc", "muc-la")], "dùng một trong: 1, 2"),
    "a counterpart at the same level": (
        coded("x", 1, ", tuong_ung: [a]"),
        [(".tuong_ung[1]", "tuong-ung-la")],
        "ghi mã một chỉ tiêu ở mức khác, hoặc bỏ",
    ),
    "a counterpart that is nowhere": (
        coded("x", 2, ", tuong_ung: [a, zzz]"),
        [(".tuong_ung[2]", "tuong-ung-la")],
        "ghi mã một chỉ tiêu ở mức khác, hoặc bỏ",
    ),
    "a counterpart at another level": (coded("x", 2, ", tuong_ung: [a, b]"), [], ""),
    "a paper that is not declared": (
        coded("x", 1, ", minh_chung: [Lời nói, giay-la]"),
        [(".minh_chung[2]", "minh-chung-la")],
        "khai giấy tờ đó ở giay_to của bộ, hoặc viết thành lời có dấu",
    ),
}


@pytest.mark.parametrize(("indicator", "wrong", "remedy"), CODED.values(), ids=CODED)
def test_a_code_is_that_of_one_thing_and_leads_to_what_is_there(
    indicator: str, wrong: Rules, remedy: str, told: Told
) -> None:
    problems = told("bo-tieu-chi", criteria(indicator))
    assert named(problems) == [(f"tieu_chi[1].chi_tieu[4]{key}", rule) for key, rule in wrong]
    assert [one.remedy for one in problems] == [remedy] * len(wrong)


def test_a_second_criterion_of_one_number_is_told_and_its_codes_too(told: Told) -> None:
    again = "  - {so: 1, ten: Hai, linh_vuc: doi-ngu}\n  - {so: 2, ten: Ba, linh_vuc: doi-ngu}\n"
    problems = told("bo-tieu-chi", criteria(coded("tieu-chi-2")) + again)
    assert named(problems) == [
        ("tieu_chi[2].so", "trung-ma"),
        ("tieu_chi[1].chi_tieu[4].ma", "trung-ma"),
    ]
    assert problems[0].text == "tiêu chí số 1 đã có."


def test_a_paper_is_declared_once_and_used(told: Told) -> None:
    papers = (
        "giay_to:\n  - {ma: so-hat, ten: Sổ hát}\n  - {ma: so-hat, ten: Sổ nữa}\n"
        "  - {ma: thua, ten: Thừa}\n"
    )
    used = coded("x", 1, ", minh_chung: [so-hat, so-hatt]")
    problems = told("bo-tieu-chi", criteria(used) + papers)
    assert named(problems) == [
        ("tieu_chi[1].chi_tieu[4].minh_chung[2]", "minh-chung-la"),
        ("giay_to[2].ma", "trung-ma"),
        ("giay_to[3].ma", "minh-chung-thua"),
    ]
    assert problems[0].remedy == "có phải so-hat?"


def test_a_set_is_compared_once_with_another_and_pairs_name_what_is_there(told: Told) -> None:
    maps = (
        "doi_chieu:\n"
        "  - {bo: bia, cap: [{cu: [z], moi: [a]}]}\n"
        "  - {bo: bo-cu, cap: [{cu: [z]}, {moi: [b, aa]}, {ghi_chu: Chưa rõ}]}\n"
        "  - {bo: bo-cu, cap: [{moi: [c]}]}\n"
        "  - {bo: bo-khac, cap: [{moi: [c]}]}\n"
    )
    problems = told("bo-tieu-chi", criteria() + maps)
    assert named(problems) == [
        ("doi_chieu[1].bo", "doi-chieu-bo"),
        ("doi_chieu[2].cap[2].moi[2]", "doi-chieu-la"),
        ("doi_chieu[2].cap[3]", "doi-chieu-la"),
        ("doi_chieu[3].bo", "doi-chieu-bo"),
    ]
    assert problems[0].text == "bộ này đối chiếu với chính nó."
    assert problems[3].text == "đã đối chiếu với «bo-cu» ở trên."


# Documents

DOCUMENT = (
    "tieu_de: {title}\nso_ky_hieu: {number}\nloai: quy-dinh\nco_quan: Ban Bịa\n"
    "ngay_ban_hanh: {issued}\nchat_luong_ban: goc-so\n{more}"
)


def document(
    title: str = "Về vườn",
    number: str = "12-QĐ/BIA",
    issued: str = "2025-01-15",
    more: str = "",
) -> str:
    return DOCUMENT.format(title=title, number=number, issued=issued, more=more)


def holds_from(day: str) -> str:
    return f"hieu_luc:\n  - {{loai: co-hieu-luc, ngay: {day}}}\n"


@pytest.mark.parametrize(
    ("issued", "day", "is_told"),
    [
        ("2025-01-15", "2025-01-15", False),
        ("2025-01-15", "2025-01-14", True),
        ("2025-01-15", "2025-01", False),
        ("2025-01-15", "2024-12", True),
        ("2025-01", "2025-01-01", False),
        ("2025-01", "2024-12-31", True),
    ],
)
def test_an_event_before_the_day_of_issue_is_only_a_reminder(
    issued: str, day: str, is_told: bool, told: Told
) -> None:
    problems = told("van-ban", document(issued=issued, more=holds_from(day)))
    assert named(problems) == [("hieu_luc[1].ngay", "ngay-nguoc")] * is_told
    assert [one.level for one in problems] == ["nhắc"] * is_told


@pytest.mark.parametrize(
    ("title", "remedy"),
    [
        ("Quy định về vườn", "viết Về vườn"),
        ("quy định  về vườn", "viết Về vườn"),
        ("Quy địnhvề vườn", ""),
        ("Quy định", ""),
        ("Về quy định của vườn", ""),
    ],
)
def test_a_title_does_not_begin_with_the_name_of_its_type(
    title: str, remedy: str, told: Told
) -> None:
    problems = told("van-ban", document(title=title))
    assert [(one.field, one.rule, one.level, one.remedy) for one in problems] == (
        [("tieu_de", "ten-lap", "nhắc", remedy)] if remedy else []
    )


def test_a_number_that_is_no_number_is_only_a_reminder(told: Told) -> None:
    (problem,) = told("van-ban", document(number="Số không"))
    assert (problem.field, problem.rule, problem.level) == (
        "so_ky_hieu",
        "so-khong-doc-duoc",
        "nhắc",
    )


@pytest.mark.parametrize(
    ("old", "now", "keys"),
    [
        ("dieu-2", "dieu-1", []),
        ("dieu-2", "dieu-1.khoan-1", []),
        ("dieu-2", "dieu-3", ["nay"]),
        ("dieu-1", "dieu-1.khoan-1", ["cu"]),
        ("Điều_2", "dieu-1", ["cu"]),
        ("dieu-1", "dieu-3", ["nay", "cu"]),
    ],
)
def test_an_old_id_is_gone_from_the_text_and_leads_to_one_that_is_there(
    old: str, now: str, keys: list[str], told: Told
) -> None:
    moved = f"dieu_khoan_cu:\n  - {{cu: dieu-9, nay: dieu-1}}\n  - {{cu: {old}, nay: {now}}}\n"
    problems = told("van-ban", document(more=moved))
    assert [one.field for one in problems] == [f"dieu_khoan_cu[2].{key}" for key in keys]
    assert {one.rule for one in problems} <= {"dieu-khoan-mat"}


def test_two_documents_are_one_by_number_and_term_or_by_all_that_names_them(
    lists: Lists,
) -> None:
    def identity(text: str) -> object:
        made, _ = source.read_text("docs/van-ban/bia.md", f"---\n{text}---\n\nA.\n")
        assert made
        kind = BY_NAME["van-ban"]
        return kind.identity(kind.read(made, lists)[0])

    party = document(number="12-QĐ/TW")
    assert identity(party) == identity(document("Tên khác", "12-QĐ/TW"))
    assert identity(party) != identity(document(number="12-QĐ/TW", issued="2021-01-15"))
    state = document(number="12/2025/NĐ-CP")
    assert identity(state) == identity(document(number="12/2025/NĐ-CP", issued="2021-01-15"))
    bare = document().replace("so_ky_hieu: 12-QĐ/BIA\n", "")
    assert identity(bare) == identity(bare.replace("Về vườn", "VỀ  vườn"))
    assert identity(bare) != identity(bare.replace("Ban Bịa", "Ban Khác"))
    assert identity(bare) != identity(bare.replace("2025-01-15", "2025-01-16"))


# Other kinds

EVENT = "tieu_de: Hội bịa\nloai: hoi-thao\nbat_dau: 2026-04-10\n"
DUTY = "tieu_de: Việc bịa\ndieu_khoan: 01-qd-bia#dieu-1\nthoi_han: {{loai: {}}}\n"
ARTICLE = "tieu_de: Bài bịa\nngay_dang: 2026-01-05\n"
TERM = "tieu_de: Vườn Chung\nviet_tat: [VC]\ncach_goi_khac: [vườn làng]\nnghia: Vườn bịa.\n"


def session(*days: str) -> str:
    told = "".join(f"  - {{ngay: {day}, viec: Hát}}\n" for day in days)
    return f"chuong_trinh:\n  - {{viec: Không ghi ngày}}\n{told}"


OWN: dict[str, tuple[str, str, Rules]] = {
    "a programme on the only day": ("su-kien", EVENT + session("2026-04-10", "2026-04"), []),
    "a programme around the only day": (
        "su-kien",
        EVENT + session("2026-04-09", "2026-04-11"),
        [("chuong_trinh[2].ngay", "ngay-su-kien"), ("chuong_trinh[3].ngay", "ngay-su-kien")],
    ),
    "a programme to the last day": (
        "su-kien",
        EVENT + "ket_thuc: 2026-04-12\n" + session("2026-04-11", "2026-04-12"),
        [],
    ),
    "a programme behind the last day": (
        "su-kien",
        EVENT + "ket_thuc: 2026-04-12\n" + session("2026-04-12", "2026-04-13"),
        [("chuong_trinh[3].ngay", "ngay-su-kien")],
    ),
    "a day of every year": ("nhiem-vu", DUTY.format("hang-nam, ngay_thang: 02-29"), []),
    "no day of any year": (
        "nhiem-vu",
        DUTY.format("hang-nam, ngay_thang: 02-30"),
        [("thoi_han.ngay_thang", "ngay")],
    ),
    "one day of one year for a duty of every year": (
        "nhiem-vu",
        DUTY.format("hang-nam, ngay: 2026-06-30"),
        [("thoi_han.ngay", "ngay")],
    ),
    "both, for a duty of every year": (
        "nhiem-vu",
        DUTY.format("hang-nam, ngay: 2026-06-30, ngay_thang: 06-30"),
        [],
    ),
    "one day for a duty of one day": ("nhiem-vu", DUTY.format("co-ngay, ngay: 2026-06-30"), []),
    "no deadline at all": ("nhiem-vu", DUTY.partition("thoi_han")[0], []),
    "an issue of no journal": ("bai-viet", ARTICLE + 'so: "5"\n', [("so", "bai-viet")]),
    "an issue of a journal": ("bai-viet", ARTICLE + 'so: "5"\ndang_tai: Báo Làng\n', []),
    "a part of no series": ("bai-viet", ARTICLE + "bai_thu: 1\n", [("bai_thu", "bai-viet")]),
    "a series without its part": (
        "bai-viet",
        ARTICLE + "loat_bai: Vườn\n",
        [("loat_bai", "bai-viet")],
    ),
    "a part of a series": ("bai-viet", ARTICLE + "loat_bai: Vườn\nbai_thu: 1\n", []),
    "unmarked names of the term": (
        "thuat-ngu",
        TERM + "khong_tu_noi: [VC, vườn làng, Vườn Chung]\n",
        [],
    ),
    "unmarked names of another": (
        "thuat-ngu",
        TERM + "khong_tu_noi: [VC, vườn chung]\n",
        [("khong_tu_noi[2]", "khong-tu-noi")],
    ),
}


@pytest.mark.parametrize(("kind", "text", "wrong"), OWN.values(), ids=OWN)
def test_what_goes_together_in_an_entry_is_asked_of_its_own_keys(
    kind: str, text: str, wrong: Rules, told: Told
) -> None:
    problems = told(kind, text)
    assert named(problems) == wrong
    lines = text.split("\n")
    ahead = 1 if BY_NAME[kind].text else 0
    for one in problems:
        key = one.field.rpartition(".")[2].partition("[")[0]
        assert key in lines[one.line - 1 - ahead], "told on the line of its key"


def test_the_right_day_of_every_year_is_told(told: Told) -> None:
    (problem,) = told("nhiem-vu", DUTY.format("hang-nam, ngay: 2026-06-05"))
    assert problem.remedy == "thay bằng ngay_thang: 06-05"


def test_other_schools_take_a_model_over_once_each_and_not_before_it_is_there(
    told: Told,
) -> None:
    text = (
        "tieu_de: Vườn bịa\ntruong: lang-may\ntu: 2024-05\n"
        "ap_dung:\n"
        "  - {truong: lang-gio, tu: 2024-05-01}\n"
        "  - {truong: lang-may, tu: 2025}\n"
        "  - {truong: lang-gio, tu: 2024-04}\n"
        "  - {truong: lang-mua}\n"
    )
    own = [one for one in told("mo-hinh", text) if one.field.startswith("ap_dung")]
    assert [(one.field, one.text) for one in own] == [
        ("ap_dung[2].truong", "đây là trường làm mô hình, không phải trường khác áp dụng."),
        ("ap_dung[3].truong", "trường này đã có ở ap_dung[1]."),
        ("ap_dung[3].tu", "«4/2024» trước khi có mô hình, «5/2024»."),
    ]
