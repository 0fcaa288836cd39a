"""What every public entry has, and what can be said in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.views.api.v1.models.values import Code, Link, Moment, Source, Standing
from portal.views.api.v1.properties import Model, public


@dataclass(frozen=True, kw_only=True)
class Statement(Model):
    """Một điều có nguồn và căn cứ riêng."""

    sources: tuple[Source, ...] = public(
        "Nguồn",
        "Nguồn riêng, hoặc nguồn của cả mục.",
        made=lambda c, one, e: c.sources(one, e),
        last=True,
    )
    standing: Standing = public("Độ tin", made=lambda c, one, e: c.standing(one, e), last=True)
    note: str | None = public(
        "Ghi chú", "Điều cần biết thêm để hiểu đúng.", optional=True, last=True
    )


@dataclass(frozen=True, kw_only=True)
class Fact(Statement):
    """Một dữ kiện."""

    text: str = public("Nội dung")
    as_of: Moment | None = public("Thời điểm", unknown="Nguồn không nêu thời điểm.")


@dataclass(frozen=True, kw_only=True)
class Claim(Statement):
    """Một bên của chỗ chưa thống nhất."""

    value: str = public("Giá trị", "Như nguồn ghi.")


@dataclass(frozen=True, kw_only=True)
class Conflict(Model):
    """Chỗ các nguồn chưa thống nhất."""

    about: str = public("Về điều gì")
    claims: tuple[Claim, ...] = public("Các giá trị", "Mỗi nguồn nêu gì.")
    judgement: str | None = public("Nhận định", unknown="Chưa kết luận được.")


@dataclass(frozen=True, kw_only=True)
class Change(Model):
    """Một lần cập nhật."""

    day: date = public("Ngày")
    text: str = public("Nội dung")


@dataclass(frozen=True, kw_only=True)
class Section(Model):
    """Một phần của bài, dẫn tới được."""

    id: str = public("Mã", "Đứng sau dấu # trong địa chỉ trang.")
    label: str = public("Tên")
    text: str = public("Lời", "Chữ thường, mỗi đoạn một dòng.")


@dataclass(frozen=True, kw_only=True)
class Body(Model):
    """Bài của mục, chữ thường."""

    text: str = public("Phần mở đầu", "Lời trước phần thứ nhất, mỗi đoạn một dòng.")
    sections: tuple[Section, ...] = public("Các phần", "Điều khoản, tiểu mục, theo thứ tự.")


def _of_entry(attribute: str) -> Any:
    return lambda c, one, e: getattr(c, attribute)(one)


@dataclass(frozen=True, kw_only=True)
class Entry(Statement):
    """Một mục của cổng."""

    kind: str = public("Loại", "Như ở index.json.", made=lambda c, one, e: one.KIND)
    id: str = public("Mã", "Cùng với loại thì chỉ đúng một mục.")
    title: str = public("Tiêu đề")
    name: str = public("Tên đầy đủ", "Như danh sách và liên kết ghi.")
    path: str = public("Địa chỉ trang", "Tính từ trang chủ của cổng.", made=_of_entry("path"))
    url: str | None = public(
        "Địa chỉ đầy đủ", "Khi cổng biết địa chỉ công khai.", made=_of_entry("url"), optional=True
    )
    data_path: str = public(
        "Địa chỉ dữ liệu", "Tệp JSON riêng của mục.", made=_of_entry("data_path")
    )
    summary: str | None = public("Tóm tắt", unknown="Chưa có tóm tắt.")
    topics: tuple[Code, ...] = public("Lĩnh vực", "Sáu lĩnh vực ứng với sáu tiêu chí.")
    facts: tuple[Fact, ...] = public("Dữ kiện khác", "Mỗi dữ kiện có nguồn.", last=True)
    conflicts: tuple[Conflict, ...] = public(
        "Chưa thống nhất", "Chỗ các nguồn khác nhau.", last=True
    )
    unknowns: tuple[str, ...] = public("Chưa rõ", "Điều chưa có nguồn trả lời.", last=True)
    keywords: tuple[str, ...] = public("Từ khóa", last=True)
    published: date | None = public("Ngày đăng", unknown="Không ghi ngày đăng.", last=True)
    changes: tuple[Change, ...] = public("Các lần cập nhật", last=True)
    reviewed: date | None = public("Ngày rà soát", unknown="Chưa ghi lần rà soát nào.", last=True)
    review_after: date | None = public(
        "Rà soát lại sau", unknown="Chưa đặt hạn rà soát lại.", last=True
    )
    owner: Link | None = public("Đơn vị phụ trách", unknown="Chưa ghi đơn vị phụ trách.", last=True)
    moved_from: tuple[str, ...] = public("Địa chỉ cũ", "Tính từ trang chủ của cổng.", last=True)
    body: Body | None = public("Bài", made=_of_entry("body"), alone=True, last=True)
