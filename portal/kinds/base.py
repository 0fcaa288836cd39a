"""Room 2: what an entry and a kind are, with a default for every view.

Comes in: a `Source`. Goes out: a typed, frozen entry.
Refuses to know: other entries, and how anything is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from dataclasses import field as dataclass_field
from datetime import date
from functools import cache
from pathlib import Path as FilePath
from typing import Any, ClassVar

from portal.forms import (
    Address,
    Choice,
    Day,
    Link,
    ListOf,
    Lists,
    Moment,
    Number,
    Option,
    Path,
    Prose,
    Reader,
    Ref,
    Text,
    Whole,
    YesNo,
)
from portal.kinds.fields import Field, Group, field, fields_of, read_model, walk_fields
from portal.problem import Problem
from portal.source import Source
from portal.text import PartialDate, sort_key

__all__ = [
    "PLACEHOLDER",
    "Address",
    "Choice",
    "Day",
    "Entry",
    "Field",
    "Group",
    "Kind",
    "Link",
    "Linked",
    "ListOf",
    "Lists",
    "Moment",
    "Number",
    "Option",
    "Part",
    "PartialDate",
    "Path",
    "Prose",
    "Ref",
    "Sourced",
    "Text",
    "Whole",
    "YesNo",
    "date",
    "field",
    "fields_of",
    "groups",
    "is_model",
    "prose",
    "walk",
    "walk_fields",
]


PLACEHOLDER = "Viết nội dung ở đây."
"""What stands in a new file where its text will be."""


@dataclass(frozen=True, kw_only=True)
class Sourced:
    """Anything said in the portal that can have a source and a standing of its own."""

    sources: tuple[Link, ...] = field("nguon", "Nguồn", ListOf(Ref("nguon", "van-ban")), last=True)
    """Mã của nguồn trong data/nguon, hoặc van-ban/MÃ#ĐIỀU-KHOẢN khi đã đọc chính văn bản ấy. Bỏ
    trống ở một mục nhỏ nghĩa là theo nguồn của cả tệp."""
    inferred: str | None = field("suy_ra", "Suy ra vì", Prose(), last=True)
    """Chỉ điền khi điều này không in sẵn trong nguồn mà do ta suy ra: ghi rõ lý do. Trang sẽ hiện
    «suy ra» kèm lý do ấy."""
    note: str | None = field("ghi_chu", "Ghi chú", Prose(), last=True)
    """Điều người đọc cần biết thêm để hiểu đúng."""


@dataclass(frozen=True, kw_only=True)
class Fact(Sourced):
    """One statement with its source."""

    text: str = field("noi_dung", "Nội dung", Prose(), required=True)
    """Một câu bằng lời của ta; giữ đúng tên, số, ngày."""
    as_of: PartialDate | None = field("thoi_diem", "Thời điểm", Moment())
    """Số liệu hoặc sự việc ở thời điểm nào."""


@dataclass(frozen=True, kw_only=True)
class Claim(Sourced):
    """One side of a conflict."""

    value: str = field("gia_tri", "Giá trị", Text(), required=True)
    """Giá trị đúng như nguồn này ghi."""


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """Sources that do not agree; shown as such, never settled in silence."""

    about: str = field("ve", "Về điều gì", Text(), required=True)
    """Các nguồn không thống nhất về điều gì."""
    claims: tuple[Claim, ...] = field(
        "cac_gia_tri", "Các giá trị", ListOf(Group(Claim)), required=True
    )
    """Mỗi nguồn nói gì."""
    judgement: str | None = field("nhan_dinh", "Nhận định", Prose())
    """Ta dùng giá trị nào và vì sao; hoặc vì sao chưa kết luận."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change worth telling readers."""

    day: date = field("ngay", "Ngày", Day(), required=True)
    """Ngày đăng thay đổi."""
    text: str = field("noi_dung", "Nội dung", Text(), required=True)
    """Thay đổi gì, viết cho người đọc."""


@dataclass(frozen=True, kw_only=True)
class Entry(Sourced):
    """What every entry of every kind has."""

    KIND: ClassVar[str] = ""

    id: str = ""
    source: Source = dataclass_field(default=None, repr=False, compare=False)  # type: ignore[assignment]
    lines: dict[str, int] = dataclass_field(default_factory=dict, repr=False, compare=False)
    links: tuple[tuple[str, Link], ...] = dataclass_field(default=(), repr=False, compare=False)

    title: str = field("tieu_de", "Tiêu đề", Text(), required=True)
    """Tên gọi đầy đủ, không có dấu chấm cuối. Với văn bản là trích yếu, không lặp lại loại văn
    bản: viết «Về quản lý…», đừng viết «Hướng dẫn quản lý…»."""
    summary: str | None = field("tom_tat", "Tóm tắt", Prose())
    """Một, hai câu bằng lời của ta, đủ để người đọc biết có nên mở hay không."""
    topics: tuple[Option, ...] = field("linh_vuc", "Lĩnh vực", ListOf(Choice("linh-vuc")))
    """Mục này thuộc tiêu chí nào trong sáu tiêu chí của trường chính trị chuẩn."""
    facts: tuple[Fact, ...] = field("du_kien", "Dữ kiện khác", ListOf(Group(Fact)), last=True)
    """Những điều đã biết chưa có khoá riêng, mỗi điều một nguồn."""
    conflicts: tuple[Conflict, ...] = field(
        "mau_thuan", "Chưa thống nhất nguồn", ListOf(Group(Conflict)), last=True
    )
    """Chỗ các nguồn nói khác nhau."""
    unknowns: tuple[str, ...] = field("chua_ro", "Chưa rõ", ListOf(Text()), last=True)
    """Những điều người đọc sẽ hỏi mà chưa có nguồn trả lời."""
    keywords: tuple[str, ...] = field("tu_khoa", "Từ khoá", ListOf(Text(80)), last=True)
    """Cách gọi khác mà người đọc có thể gõ khi tìm."""
    published: date | None = field("ngay_dang", "Ngày đăng", Day(), last=True)
    """Ngày mục này lên trang."""
    changes: tuple[Change, ...] = field("thay_doi", "Thay đổi", ListOf(Group(Change)), last=True)
    """Các lần sửa đáng cho người đọc biết; hiện ở trang Có gì mới."""
    reviewed: date | None = field("ngay_ra_soat", "Ngày rà soát", Day(), last=True)
    """Lần gần nhất có người đối chiếu mục này với nguồn."""
    review_after: date | None = field("ra_soat_lai", "Rà soát lại sau", Day(), last=True)
    """Quá ngày này trang sẽ báo «quá hạn rà soát»."""
    owner: Link | None = field("phu_trach", "Đơn vị phụ trách", Ref("don-vi"), last=True)
    """Đơn vị giữ cho mục này đúng."""
    state: Option | None = field("trang_thai", "Trạng thái", Choice("trang-thai-dang"), last=True)
    """nhap: chỉ thấy khi xem thử; bỏ trống hoặc dang: được đăng."""
    moved_from: tuple[str, ...] = field("chuyen_huong", "Địa chỉ cũ", ListOf(Path()), last=True)
    """Địa chỉ trước đây của trang này; ai mở sẽ được đưa tới địa chỉ mới."""

    @property
    def name(self) -> str:
        """What links and lists call it."""
        return self.title

    @property
    def body(self) -> str:
        return self.source.body

    @property
    def is_draft(self) -> bool:
        return self.state is not None and self.state.value == "nhap"

    @property
    def link(self) -> Link:
        return Link(self.KIND, self.id)

    def line(self, where: str = "") -> int:
        """Line of a field in the entry's file; the nearest enclosing one where it has none."""
        while where and where not in self.lines:
            where = (
                where.rpartition(".")[0] if not where.endswith("]") else where.rpartition("[")[0]
            )
        return self.lines.get(where, 1)

    def problem(self, where: str, text: str, rule: str, mend: str = "", **more: Any) -> Problem:
        return Problem(self.source.path, self.line(where), where, text, rule, mend, **more)

    def anchors(self) -> dict[str, str]:
        """Places inside the entry that others may point to: id → name."""
        return {}


def groups(model: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """A model and every group in it, each with its place: `cong_nhan[2]`."""
    yield where, model
    for one in fields_of(type(model)):
        value = getattr(model, one.name)
        here = f"{where}.{one.key}" if where else one.key
        if is_model(value):
            yield from groups(value, here)
        for place, item in enumerate(value if isinstance(value, tuple) else (), 1):
            if is_model(item):
                yield from groups(item, f"{here}[{place}]")


def walk(model: Any, where: str = "") -> Iterator[tuple[str, Field, Any]]:
    """Every value of a model that is not itself a group, with its place: `cong_nhan[2].muc`."""
    for one in fields_of(type(model)):
        value = getattr(model, one.name)
        here = f"{where}.{one.key}" if where else one.key
        items = enumerate(value, 1) if isinstance(value, tuple) else ((0, value),)
        for place, item in items:
            at = f"{here}[{place}]" if place else here
            if is_model(item):
                yield from walk(item, at)
            elif item is not None:
                yield at, one, item


def prose(entry: Entry) -> Iterator[tuple[str, int, str]]:
    """Every Markdown text of an entry: field, line of its beginning, text; the body last."""
    for where, one, value in walk(entry):
        form = one.form.form if isinstance(one.form, ListOf) else one.form
        if isinstance(form, Prose):
            yield where, entry.line(where), value
    yield "", entry.source.body_line, entry.body


def is_model(value: Any) -> bool:
    """Whether a value is a group of declared fields (not an option, a link or a date)."""
    return _is_group(value.__class__)


@cache
def _is_group(model: type[Any]) -> bool:
    return is_dataclass(model) and not issubclass(model, (Link, Option, PartialDate))


def _no_check(entry: Any) -> Iterator[Problem]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an entry that has a page of its own: its id is the next segment of the address."""

    id: str
    title: str
    template: str
    value: Any
    sources: tuple[Link, ...] = ()


def _no_parts(entry: Any) -> Sequence[Part]:
    return ()


@dataclass(frozen=True, slots=True)
class Linked:
    """What an entry is to machines: its type in schema.org, and which attribute says what."""

    type: str
    properties: Mapping[str, str] = dataclass_field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of entry: one folder of content, one folder of code, one line in the register."""

    model: type[Entry]
    label: str
    """Plural, as in menus: «Văn bản»."""
    one: str
    """Singular in a sentence: «văn bản»."""
    lead: str
    """What the list page says to a reader who comes for the first time."""
    how: str = ""
    """How to use the list, in one or two sentences below it; empty where it shows by itself."""
    menu: str
    """The group of the menu its list page stands in."""
    text: bool = False
    """Markdown with front matter below `docs/`; else YAML below `data/`."""
    anywhere: bool = False
    """Its files stand anywhere below `docs/`, not in a folder of the kind's name."""
    needs_source: bool = True
    """Whether an entry without any source is a fault."""
    order: Callable[[Any], Any] = dataclass_field(default=lambda entry: sort_key(entry.name))
    newest_first: bool = False
    shelf: Callable[[Any], Any] = dataclass_field(default=lambda entry: "")
    """What entries share that are read one after another: previous and next lead no further. The
    entry's own id where they are looked up one by one."""
    parts: Callable[[Any], Sequence[Part]] = _no_parts
    linked: Linked | None = None
    """How its entries are told in schema.org; none where no type there fits."""
    made: tuple[str, ...] = ()
    """Segments below the kind's address where the views put pages of their own: no entry's id."""
    check: Callable[[Any], Iterator[Problem]] = _no_check
    """The kind's own rules, about one entry alone."""
    version: type[Entry] | None = None
    """Its entries may have dated texts, files of this model in a folder of the entry's name."""
    check_version: Callable[[Any], Iterator[Problem]] = _no_check

    @property
    def name(self) -> str:
        """Folder, address segment and id of the kind: `van-ban`."""
        return self.model.KIND

    @property
    def home(self) -> FilePath:
        """The folder with the kind's templates and example."""
        import sys

        module = sys.modules[self.model.__module__]
        assert module.__file__
        return FilePath(module.__file__).parent

    def example(self) -> str:
        """The text of the file editors copy; also the fixture of the tests."""
        return (self.home / f"example.{'md' if self.text else 'yml'}").read_text(encoding="utf-8")

    def path(self, id: str) -> str:
        """Where an entry's file stands below the content folder."""
        if self.anywhere:
            return f"docs/{id}.md"
        return f"docs/{self.name}/{id}.md" if self.text else f"data/{self.name}/{id}.yml"

    def read(self, source: Source, lists: Lists) -> tuple[Entry, list[Problem]]:
        """The typed entry of a source, and the faults of its fields and of the kind's own rules."""
        return self._read(self.model, self.check, source, lists)

    def read_version(self, source: Source, lists: Lists) -> tuple[Entry, list[Problem]]:
        """The same of a dated text."""
        assert self.version
        return self._read(self.version, self.check_version, source, lists)

    @staticmethod
    def _read(
        model: type[Entry],
        check: Callable[[Any], Iterator[Problem]],
        source: Source,
        lists: Lists,
    ) -> tuple[Entry, list[Problem]]:
        reader = Reader(source.path, lists)
        entry = read_model(model, source.values, "", reader, id=source.name, source=source)
        object.__setattr__(entry, "lines", reader.lines)
        object.__setattr__(entry, "links", tuple(reader.links))
        problems = reader.problems
        if not problems:
            problems = list(check(entry))
        return entry, problems
