"""What every entry of every kind has, and what may be said in it: facts, conflicts, changes.

Comes in: nothing; `fields.read_model` fills it. Goes out: frozen models.
Refuses to know: what a kind is, other entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import Any, ClassVar

from portal.dates import PartialDate
from portal.forms import Choice, Day, Link, ListOf, Moment, OldAddress, Prose, Ref, Text
from portal.kinds.fields import Group, field
from portal.kinds.lists import Publication, Topic
from portal.problem import Problem
from portal.source import Source


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
    waits_until: date | None = dataclass_field(default=None, repr=False)
    """The day it will be published, where that has not come; the library knows today."""
    expired: bool = dataclass_field(default=False, repr=False)
    """Whether its last day is over."""

    title: str = field("tieu_de", "Tiêu đề", Text(), required=True)
    """Tên gọi đầy đủ, không có dấu chấm cuối. Với văn bản là trích yếu, không lặp lại loại văn
    bản: viết «Về quản lý…», đừng viết «Hướng dẫn quản lý…»."""
    summary: str | None = field("tom_tat", "Tóm tắt", Prose())
    """Một, hai câu bằng lời của ta, đủ để người đọc biết có nên mở hay không."""
    topics: tuple[Topic, ...] = field("linh_vuc", "Lĩnh vực", ListOf(Choice(Topic)))
    """Mục này thuộc tiêu chí nào trong sáu tiêu chí của trường chính trị chuẩn."""
    facts: tuple[Fact, ...] = field("du_kien", "Thông tin khác", ListOf(Group(Fact)), last=True)
    """Những điều đã biết chưa có khoá riêng, mỗi điều một nguồn."""
    conflicts: tuple[Conflict, ...] = field(
        "mau_thuan", "Nguồn chưa thống nhất", ListOf(Group(Conflict)), last=True
    )
    """Chỗ các nguồn nói khác nhau."""
    unknowns: tuple[str, ...] = field("chua_ro", "Chưa rõ", ListOf(Text()), last=True)
    """Những điều người đọc sẽ hỏi mà chưa có nguồn trả lời."""
    keywords: tuple[str, ...] = field("tu_khoa", "Từ khoá", ListOf(Text(80)), last=True)
    """Cách gọi khác mà người đọc có thể gõ khi tìm."""
    published: date | None = field("ngay_dang", "Ngày đăng", Day(), last=True)
    """Ngày mục này lên trang. Ghi một ngày sắp tới là hẹn đăng: trước ngày ấy chỉ thấy khi xem
    thử."""
    expires: date | None = field("ngay_go", "Ngày gỡ", Day(), last=True)
    """Từ ngày này mục thôi hiện trên trang, địa chỉ báo là đã rút. Bỏ trống nếu đăng lâu dài."""
    changes: tuple[Change, ...] = field("thay_doi", "Thay đổi", ListOf(Group(Change)), last=True)
    """Các lần sửa đáng cho người đọc biết; hiện ở trang Có gì mới."""
    reviewed: date | None = field("ngay_ra_soat", "Ngày rà soát", Day(), last=True)
    """Lần gần nhất có người đối chiếu mục này với nguồn."""
    review_after: date | None = field("ra_soat_lai", "Rà soát lại sau", Day(), last=True)
    """Quá ngày này trang sẽ báo «quá hạn rà soát»."""
    owner: Link | None = field("phu_trach", "Đơn vị phụ trách", Ref("don-vi"), last=True)
    """Đơn vị được giao giữ cho mục này đúng, khi có nguồn nêu việc giao đó; không thì bỏ trống."""
    state: Publication | None = field("trang_thai", "Trạng thái", Choice(Publication), last=True)
    """Bản nháp chỉ thấy khi xem thử; bỏ trống hoặc dang: được đăng."""
    moved_from: tuple[str, ...] = field(
        "chuyen_huong", "Địa chỉ cũ", ListOf(OldAddress()), last=True
    )
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
        return self.state is not None and self.state.held_back

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was published and is no more."""
        return self.expired or (self.state is not None and self.state.withdrawn)

    @property
    def withdrawal(self) -> Change | None:
        """On which day it was withdrawn, and why: its own last day, else its last change."""
        if self.expired and self.expires:
            return Change(day=self.expires, text="Hết thời gian đăng.")
        return max(self.changes, key=lambda one: one.day, default=None)

    @property
    def is_withheld(self) -> bool:
        """Whether readers do not see it today, for whatever reason."""
        return self.is_draft or self.expired or self.waits_until is not None

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

    def problem(self, where: str, text: str, rule: str, remedy: str = "", **more: Any) -> Problem:
        return Problem(self.source.path, self.line(where), where, text, rule, remedy, **more)

    def anchors(self) -> dict[str, str]:
        """Places inside the entry that others may point to: id → name."""
        return {}
