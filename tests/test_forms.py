"""Room 2's forms: what each takes, at its very edges too, what it refuses, and how it says so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

import pytest

from portal.forms import (
    Address,
    Choice,
    Day,
    FilePath,
    Link,
    ListOf,
    Moment,
    Number,
    OldAddress,
    Option,
    Prose,
    Reader,
    Ref,
    Segment,
    Text,
    Whole,
    Word,
    YesNo,
    nearest,
)
from portal.forms.choices import Sibling
from portal.forms.form import Form
from portal.source.values import Listing, Mapping, Scalar, Value


@dataclass(frozen=True, kw_only=True)
class Colour(Option):
    LIST: ClassVar[str] = "mau"


class Wind(StrEnum):
    NONE = ""
    EAST = "dong"
    WEST = "tay"


COLOURS = {
    one: Colour(value=one, label=label, place=place)
    for place, (one, label) in enumerate({"do": "Đỏ", "xanh-la": "Xanh lá", "2": "Hai"}.items())
}
LISTS = {"mau": COLOURS}


def read(form: Form, value: Value | str) -> tuple[Any, list[str], Reader]:
    reader = Reader("data/thu/a.yml", LISTS)
    made = form.read(Scalar(value, 7) if isinstance(value, str) else value, "khoa", reader)
    return made, [str(one) for one in reader.problems], reader


def fault(text: str, rule: str, remedy: str) -> list[str]:
    return [f"data/thu/a.yml:7: khoa: {text} [{rule}]\n    Cách sửa: {remedy}"]


TAKEN: list[tuple[Form, str, Any]] = [
    (Text(6), "a  b c", "a b c"),
    (Text(5), "abcde", "abcde"),
    (Prose(), "a\n\nb", "a\n\nb"),
    *((YesNo(), text, True) for text in ("có", "Có", "co", "true")),
    *((YesNo(), text, False) for text in ("không", "KHÔNG", "khong", "false")),
    (Address(), "https://a.example/", "https://a.example/"),
    (Number(), "89,9", Decimal("89.9")),
    (Number(), "89.9", Decimal("89.9")),
    (Number(), "-0,5", Decimal("-0.5")),
    (Number(), "0", Decimal(0)),
    (Number(), "17,980", Decimal("17.980")),
    (Number(), "0.980", Decimal("0.980")),
    (Number(), "1234.567", Decimal("1234.567")),
    (Number(1, 9), "1", Decimal(1)),
    (Number(1, 9), "9", Decimal(9)),
    (Whole(), "55", 55),
    (Whole(), "5,0", 5),
    (Whole(0), "0", 0),
    (Choice(Colour), "do", COLOURS["do"]),
    (Word(Wind), "tay", Wind.WEST),
    (Ref("nguon"), "bao-lang", Link("nguon", "bao-lang")),
    (Ref("van-ban"), "11-qd#dieu-5.khoan-1", Link("van-ban", "11-qd", "dieu-5.khoan-1")),
    (Ref("nguon", "van-ban"), "van-ban/11-qd", Link("van-ban", "11-qd")),
    (Ref("trang"), "trang/gioi-thieu/lien-he", Link("trang", "gioi-thieu/lien-he")),
    (Segment(), "m1-2-01", "m1-2-01"),
    (FilePath(), "anh/so-do.png", "anh/so-do.png"),
    (OldAddress(), "van-ban/ten-cu/", "van-ban/ten-cu/"),
    (Day(), "2026-02-28", date(2026, 2, 28)),
]


@pytest.mark.parametrize(("form", "text", "value"), TAKEN)
def test_what_is_written_well_is_taken(form: Form, text: str, value: Any) -> None:
    made, faults, _ = read(form, f" {text} ")
    assert (made, faults) == (value, [])


LOOK = 'tìm mã: python3 scripts/search.py "{}"; chưa có thì tạo: python3 scripts/new.py nguon "{}"'
AS_SOURCE = (
    'tạo một nguồn: python3 scripts/new.py nguon "Tên bài, tên báo", ghi địa chỉ này vào dia_chi'
    " của nguồn, rồi ghi ở đây tên tệp ấy"
)
SEGMENTS = "viết chữ thường không dấu và số, nối bằng gạch, ví dụ: {}"
REFUSED = [
    (Text(5), "abcdef", "dài 6 ký tự, nhiều nhất 5.", "qua-dai", "viết gọn lại"),
    (YesNo(), "rồi", "«rồi» phải là có hoặc không.", "kieu", "viết có hoặc không"),
    (
        *(Address(), "a.example", "«a.example» không phải địa chỉ trang web.", "dia-chi"),
        "chép cả địa chỉ, bắt đầu bằng https://",
    ),
    (
        *(Address(), "https://a b/", "«https://a b/» không phải địa chỉ trang web.", "dia-chi"),
        "chép lại địa chỉ; địa chỉ này có dấu cách, dấu nháy, dấu < > \\ hoặc chữ không nhìn thấy",
    ),
    *(
        (Number(), text, f"«{text}» không phải một số.", "so", "viết chữ số, ví dụ: 89,9")
        for text in ("rộng", "010", "-01", "1,", ",5", "1.2.3", "٣", "5 m")
    ),
    *(
        (Number(), text, f"«{text}» hiểu được hai cách: hàng nghìn, hoặc số lẻ.", "so", remedy)
        for text, remedy in (
            ("17.980", "viết 17980 hoặc 17,980"),
            ("-1.000", "viết -1000 hoặc -1,000"),
            ("999.999", "viết 999999 hoặc 999,999"),
        )
    ),
    *(
        (Number(1, 9), text, f"«{text}» nằm ngoài khoảng cho phép.", "so", "viết số từ 1 đến 9")
        for text in ("0", "10", "9,1", "0,9")
    ),
    (Number(most=9), "10", "«10» nằm ngoài khoảng cho phép.", "so", "viết số đến 9"),
    (Whole(), "1,5", "«1,5» không phải số nguyên.", "so", "ví dụ: 55"),
    (Whole(), "a", "«a» không phải một số.", "so", "viết chữ số, ví dụ: 55"),
    *(
        (Choice(Colour), text, f"«{text}» không có trong danh mục mau.", "danh-muc", remedy)
        for text, remedy in (
            ("xanh-ka", "có phải xanh-la?"),
            ("xanh_la", "có phải xanh-la?"),
            ("hai", "có phải 2?"),  # the label in place of the code
            ("tím", "chọn một trong: do, xanh-la, 2"),
        )
    ),
    *(
        (Word(Wind), text, f"«{text}» không phải chữ máy hiểu ở đây.", "danh-muc", remedy)
        for text, remedy in (
            ("dông", "có phải dong?"),
            ("nồm", "dùng một trong: dong, tay"),
            ("bắc bán cầu", "dùng một trong: dong, tay"),
        )
    ),
    *(
        (Ref("nguon"), text, f"«{text}» không phải mã của một mục.", "tham-chieu", remedy)
        for text, remedy in (
            ("https://a.example/x", AS_SOURCE),
            ("Báo Làng", LOOK.format("Báo Làng", "Báo Làng")),
            ("???", "viết mã của một mục thuộc nguon, có thể thêm #chỗ"),
            ("a#", LOOK.format("a", "a")),
            ("a#b#c", LOOK.format("a b c", "a b c")),
        )
    ),
    (
        *(Ref("nguon", "van-ban"), "su-kien/a", "«su-kien/a»: chỗ này không nhận loại su-kien."),
        *("tham-chieu", "dùng một trong các loại: nguon, van-ban"),
    ),
    *(
        (Segment(), text, f"«{text}» không dùng làm mã được.", "ma", SEGMENTS.format(such))
        for text, such in (("Mức 1", "muc-1"), ("a_b", "a-b"), ("???", "m1-2-01"))
    ),
    (
        *(FilePath(), "../a.pdf", "«../a.pdf» dẫn ra ngoài cổng.", "ngoai-thu-muc"),
        "viết đường dẫn bên trong, ví dụ: quy-dinh-11.pdf",
    ),
    *(
        (
            *(FilePath(), text, f"«{text}» có cả tên thư mục; chỗ này tính từ docs/tep/."),
            *("ten-tep", "viết x.pdf"),
        )
        for text in ("tep/x.pdf", "../tep/x.pdf", "docs/tep/x.pdf", "/tep/x.pdf")
    ),
    (
        *(FilePath(), "Sơ đồ.PNG", "«Sơ đồ.PNG» không dùng làm địa chỉ được.", "ten-tep"),
        "đổi tên tệp thành so-do.png, rồi ghi ở đây so-do.png",
    ),
    (
        *(OldAddress(), "Cũ/Trang?a#b", "«Cũ/Trang?a#b» không dùng làm địa chỉ được."),
        *("ten-tep", "viết cu/trang"),
    ),
    *(
        (
            form,
            text,
            f"«{text}» không có trong lịch: {why}.",
            "ngay",
            "xem lại ngày và tháng ở nguồn",
        )
        for form in (Day(), Moment())
        for text, why in (
            ("2026-02-30", "tháng 2/2026 chỉ có 28 ngày"),
            ("31/11/2026", "tháng 11 chỉ có 30 ngày"),
            ("2026-13-01", "một năm có 12 tháng"),
        )
    ),
    *(
        (Day(), text, f"«{text}» không phải một ngày.", "ngay", f"viết năm-tháng-ngày{right}")
        for text, right in (("5/3/2026", ": 2026-03-05"), ("2026-03", ", ví dụ 2026-03-05"))
    ),
    *(
        (Moment(), text, f"«{text}» không phải một thời điểm.", "ngay", f"viết {right}")
        for text, right in (
            ("tháng 3/2026", "2026-03"),
            ("hôm kia", f"theo một trong các mẫu: {Moment.example}"),
        )
    ),
]


@pytest.mark.parametrize(
    ("form", "text", "what", "rule", "remedy"), REFUSED, ids=lambda one: str(one)[:24]
)
def test_what_is_not_is_refused_with_the_way_to_write_it(
    form: Form, text: str, what: str, rule: str, remedy: str
) -> None:
    made, faults, reader = read(form, text)
    assert faults == fault(what, rule, remedy)
    assert made is None or isinstance(form, Text)  # too long, but there to be shown
    assert reader.links == []


@pytest.mark.parametrize("form", [Text(), Number(), YesNo(), Day(), Ref("nguon")])
def test_one_value_is_not_a_list_or_a_group(form: Form) -> None:
    remedy = "viết trên một dòng" + (f", ví dụ: {form.example}" if form.example else "")
    for value in (Listing((Scalar("a", 7),), 7), Mapping({}, {}, 7)):
        made, faults, _ = read(form, value)
        told = "cần một giá trị, đang là danh sách hoặc nhóm khoá."
        assert (made, faults) == (None, fault(told, "kieu", remedy))


def test_a_list_takes_one_value_alone_and_leaves_out_what_shows_nothing() -> None:
    form = ListOf(Text())
    assert read(form, "a")[0] == ("a",)
    assert read(form, "​ ")[0] == ()
    several = Listing((Scalar("a", 7), Scalar(" ", 8), Scalar("b", 9)), 7)
    made, faults, reader = read(form, several)
    assert (made, faults) == (("a", "b"), [])
    assert reader.lines == {"khoa[1]": 7, "khoa[2]": 8, "khoa[3]": 9}


def test_of_a_list_only_the_wrong_values_are_told_each_at_its_line() -> None:
    several = Listing((Scalar("1", 7), Scalar("x", 8), Scalar("0", 9)), 7)
    made, faults, _ = read(ListOf(Whole(0)), several)
    assert made == (1, 0)
    assert [one.partition(": «")[0] for one in faults] == ["data/thu/a.yml:8: khoa[2]"]


def test_a_reference_is_remembered_with_its_place() -> None:
    _, _, reader = read(ListOf(Ref("nguon")), Listing((Scalar("a", 7), Scalar("B", 8)), 7))
    assert reader.links == [("khoa[1]", Link("nguon", "a"))]
    assert [str(link) for _, link in reader.links] == ["nguon/a"]
    assert str(Link("van-ban", "a", "dieu-1")) == "van-ban/a#dieu-1"


def test_of_a_list_that_is_missing_any_value_is_taken_as_it_is() -> None:
    reader = Reader("data/thu/a.yml", {})
    made = Choice(Colour).read(Scalar("tím", 7), "khoa", reader)
    assert (made, reader.problems) == (Colour(value="tím", label="tím"), [])


@pytest.mark.parametrize(
    ("word", "near"),
    [("ngay_bat-dau", "ngay_bat_dau"), ("ngày bắt đầu", "ngay_bat_dau"), ("nguon", ""), ("", "")],
)
def test_the_nearest_word_is_a_slip_away_or_there_is_none(word: str, near: str) -> None:
    assert nearest(word, ["ngay_bat_dau", "ket_thuc"]) == near


SCHEMAS = [
    (Text(), {"type": ["string", "number", "boolean"]}),
    (Number(), {"type": ["number", "string"], "pattern": r"^-?\d+([.,]\d+)?$"}),
    (Whole(), {"type": "integer"}),
    (YesNo(), {"enum": ["có", "không", True, False]}),
    (Word(Wind), {"enum": ["dong", "tay"]}),
    (
        Choice(Colour),
        {
            "enum": ["do", "xanh-la", 2, "do", "xanh-la", "2"],
            "enumDescriptions": ["Đỏ", "Xanh lá", "Hai"] * 2,
        },
    ),
    (Sibling(), {"type": "string", "pattern": Segment().schema({})["pattern"]}),
    (
        ListOf(Whole()),
        {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "integer"}]},
    ),
]


@pytest.mark.parametrize(("form", "schema"), SCHEMAS, ids=lambda one: type(one).__name__)
def test_editors_tools_are_told_the_same(form: Form, schema: dict[str, Any]) -> None:
    assert form.schema(LISTS) == schema


@pytest.mark.parametrize(
    ("form", "how"),
    [
        (Text(80), "một dòng, nhiều nhất 80 ký tự"),
        (Number(1, 9), "số, dấu phẩy trước phần lẻ từ 1 đến 9"),
        (Number(most=9), "số, dấu phẩy trước phần lẻ đến 9"),
        (Whole(0), "số nguyên từ 0"),
        (Ref("nguon"), "mã của một mục thuộc nguon, có thể thêm #chỗ"),
        (
            Ref("nguon", "van-ban"),
            "loại/mã của một mục thuộc nguon hoặc van-ban, có thể thêm #chỗ",
        ),
        (ListOf(YesNo()), "danh sách, mỗi mục: có hoặc không"),
        (Choice(Colour), "một mã của danh mục mau"),
        (Word(Wind), "một trong: dong, tay"),
    ],
    ids=lambda one: str(one)[:12],
)
def test_editors_are_told_how_it_is_written(form: Form, how: str) -> None:
    assert form.how == how


@pytest.mark.parametrize(
    ("form", "example", "python"),
    [
        (Ref("nguon"), "tên tệp, không đuôi", "Link"),
        (Ref("nguon", "van-ban"), "nguon/…", "Link"),
        (Word(Wind), "dong", "Wind"),
        (Choice(Colour), "", "Colour"),
        (ListOf(Whole()), "55", "tuple[int, ...]"),
    ],
    ids=lambda one: str(one)[:12],
)
def test_a_form_has_an_example_and_a_type(form: Form, example: str, python: str) -> None:
    assert (form.example, form.python) == (example, python)
