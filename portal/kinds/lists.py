"""What the closed lists of `data/_danh-muc/` say: the values all have, and those of no one kind.

Comes in: nothing; `library.lists` reads the files by these declarations. Goes out: typed options.
Code asks their attributes, never which value it has before it; a value that code cannot do without
is named here or beside its kind's lists, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeVar

from portal.forms import Day, Form, Lists, Option, Reader, Segment, Text, Word, YesNo
from portal.kinds.fields import field
from portal.source import Listing, Value

RULE = "danh-muc"
EXAMPLE = "- {ma: ma-khong-dau, nhan: Nhãn có dấu}"


class Lines(Form):
    """The values as they are written: each is read by the declaration of its list."""

    how = "danh sách, mỗi dòng một {ma: ma-khong-dau, nhan: Nhãn có dấu}"

    def read(self, value: Value, where: str, reader: Reader) -> Listing | None:
        if isinstance(value, Listing):
            return value
        reader.fault(where, value.line, "cần một danh sách.", RULE, f"viết mỗi dòng {EXAMPLE}")
        return None


@dataclass(frozen=True, kw_only=True)
class ListFile:
    """What every list is."""

    title: str = field("tieu_de", "Tên danh mục", Text(), required=True)
    """Danh mục này kể gì."""
    values: Listing | None = field(
        "gia_tri", "Các giá trị", Lines(), required=True, example=EXAMPLE
    )
    """Mỗi dòng một giá trị, theo thứ tự người đọc thấy."""


class Code(Segment):
    """The id of a value."""

    example = "ma-khong-dau"


@dataclass(frozen=True, kw_only=True)
class Listed(Option):
    """One line of a closed list."""

    NEEDED: ClassVar[type[StrEnum] | None] = None
    """The values that code names: a list without one of them is a fault."""
    OPTIONAL: ClassVar[bool] = False
    """Whether a portal may do without the list."""

    value: str = field("ma", "Mã", Code(), required=True)
    """Chữ thường không dấu, nối bằng gạch; có trong tệp nội dung và trong địa chỉ, nên đã dùng thì
    đừng đổi."""
    label: str = field("nhan", "Nhãn", Text(), required=True, example="Nhãn có dấu")
    """Chữ người đọc thấy."""
    line: int = dataclass_field(default=1, compare=False, repr=False)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """What does not go together in one line: (key, what, how to mend it)."""
        return iter(())


L = TypeVar("L", bound=Listed)


def values(lists: Lists, model: type[L]) -> Mapping[str, L]:
    """The values of a list by their `ma`; none where the list could not be read."""
    return lists.get(model.LIST, {})  # type: ignore[return-value]


def named(lists: Lists, model: type[L], value: str) -> L:
    """A value that code needs; a bare one where the list has faults, which are told already."""
    return values(lists, model).get(value) or model(value=str(value), label=str(value))


class Tone(StrEnum):
    """How a value of a list looks: a colour and a sign of the style sheet (`.tone-…`)."""

    GOOD = "tot"
    WAITING = "cho"
    CAUTION = "luu-y"
    ENDED = "het"
    UNKNOWN = "chua-ro"
    PLAIN = "thuong"


class OwnTone(StrEnum):
    """The same of what no list says."""

    INFORMATION = "thong-tin"
    ERROR = "loi"
    LEVEL = "muc"
    INFERRED = "suy-ra"


@dataclass(frozen=True, kw_only=True)
class Toned(Listed):
    """A value shown in a colour."""

    tone: Tone = field("sac", "Sắc", Word(Tone), required=True, default=Tone.PLAIN)
    """Màu và dấu của nhãn trên trang: tot xanh, luu-y vàng, het đỏ, cho xanh dương, chua-ro và
    thuong không màu."""


@dataclass(frozen=True, kw_only=True)
class Shortened(Listed):
    """A value that has a shorter name where there is little room."""

    short: str | None = field("ngan", "Nhãn ngắn", Text(60))
    """Chữ dùng ở chỗ hẹp; bỏ trống thì dùng nhãn."""

    @property
    def brief(self) -> str:
        return self.short or self.label


@dataclass(frozen=True, kw_only=True)
class Topic(Shortened):
    """Lĩnh vực."""

    LIST: ClassVar[str] = "linh-vuc"


@dataclass(frozen=True, kw_only=True)
class Publication(Listed):
    """Trạng thái đăng."""

    LIST: ClassVar[str] = "trang-thai-dang"

    held_back: bool = field("chua_dang", "Chưa đăng", YesNo(), default=False)
    """có: mục chỉ thấy khi xem thử."""
    withdrawn: bool = field("da_rut", "Đã rút", YesNo(), default=False)
    """có: mục đã đăng, nay rút khỏi cổng; dữ liệu mở và nguồn tin cho biết từ ngày nào."""

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if self.withdrawn and not self.held_back:
            yield "da_rut", "mục đã rút thì người đọc không còn thấy.", "thêm chua_dang: có"


@dataclass(frozen=True, kw_only=True)
class Exemption(Listed):
    """Ngoại lệ của các quy tắc."""

    LIST: ClassVar[str] = "ngoai-le"
    OPTIONAL: ClassVar[bool] = True

    rule: str = field("quy_tac", "Quy tắc", Text(80), required=True, example="nguon-hang-cuoi")
    """Mã trong ngoặc vuông ở cuối lời báo lỗi."""
    path: str = field("tep", "Tệp", Text(200), required=True, example="docs/van-ban/11-qd-tw.md")
    """Đường dẫn của tệp được bỏ qua, như lời báo lỗi ghi."""
    day: date = field("ngay", "Ngày cho phép", Day(), required=True)
    """Cho phép từ ngày nào; lý do ghi ở nhan."""


@dataclass(frozen=True, kw_only=True)
class Synonyms(Listed):
    """Từ cùng nghĩa khi tìm kiếm."""

    LIST: ClassVar[str] = "tu-dong-nghia"
    OPTIONAL: ClassVar[bool] = True

    others: str = field("cung_nghia", "Cùng nghĩa", Text(), required=True, default="")
    """Các cách gọi khác, cách nhau bằng dấu chấm phẩy."""
    of_schools: bool = field("goi_truong", "Gọi trường", YesNo(), default=False)
    """có: đó là cách gọi chung của mọi trường, đứng trước tên tỉnh khi tìm một trường."""
    subject: bool = field("chu_de", "Chủ đề của cổng", YesNo(), default=False)
    """có: mục nào cũng nói về điều ấy, nên chữ khác trong câu tìm được tính nhiều hơn."""

    @property
    def phrases(self) -> tuple[str, ...]:
        return (self.label, *_phrases(self.others))


@dataclass(frozen=True, kw_only=True)
class Wording(Listed):
    """Cách viết của chuyên mục."""

    LIST: ClassVar[str] = "cach-viet"
    OPTIONAL: ClassVar[bool] = True

    avoided: str = field("tranh", "Tránh viết", Text(), required=True, default="")
    """Những chữ không dùng, cách nhau bằng dấu chấm phẩy; nhan ghi nên viết thế nào."""
    allowed: str | None = field("tru", "Trừ", Text())
    """Cụm từ vẫn được dùng dù có những chữ trên, cách nhau bằng dấu chấm phẩy."""
    wrong: str | None = field("sai", "Câu chưa đạt", Text())
    """Một câu làm mẫu viết chưa đạt."""
    right: str | None = field("dung", "Câu nên viết", Text())
    """Câu trên, viết lại."""

    @property
    def phrases(self) -> tuple[str, ...]:
        return _phrases(self.avoided)

    @property
    def exceptions(self) -> tuple[str, ...]:
        return _phrases(self.allowed or "")


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in text.split(";"))))
