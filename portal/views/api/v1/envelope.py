"""What every file of the data is: one envelope around its items, and what became of those gone.

Comes in: the day, the public address, items. Goes out: mappings ready to be written.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from portal.kinds.base import Kind
from portal.views.api.v1 import NOTICE, VERSION, places
from portal.views.api.v1.models.entry import Entry
from portal.views.api.v1.models.values import Link
from portal.views.api.v1.properties import Model, public
from portal.views.api.v1.written import told

UNDATED = "Chưa ghi ngày nào."


class State(StrEnum):
    """What there is at the address."""

    CURRENT = "current"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class Envelope(Model):
    """Vỏ chung của mọi tệp."""

    schema_version: str = public("Bản của khuôn dữ liệu", "Số đầu đổi khi có thay đổi phá vỡ.")
    generated_at: date = public("Ngày của bộ dữ liệu")
    notice: str = public("Điều kiện sử dụng")
    site: str | None = public(
        "Địa chỉ của cổng", "Mọi path tính từ đây; vắng khi chưa biết.", optional=True
    )
    schema: str = public("Lược đồ", "JSON Schema của tệp này, tính từ trang chủ của cổng.")
    kind: str = public("Loại", "Loại của các mục trong tệp.")
    status: State = public("Tình trạng", "Địa chỉ còn dùng, đã chuyển, hay mục đã rút.")
    to: Link | None = public("Nay ở", "Khi đã chuyển.", optional=True)
    to_data: str | None = public("Dữ liệu nay ở", "Khi đã chuyển.", optional=True)
    on: date | None = public("Rút từ ngày", "Khi đã rút.", optional=True)
    why: str | None = public("Vì sao", "Khi đã rút.", optional=True)
    total: int = public("Tổng số mục", "Của cả danh sách, không riêng tệp này.")
    page: int = public("Tệp thứ", "Từ 1.")
    pages: int = public("Số tệp", "Của cả danh sách.")
    next: str | None = public("Tệp sau", "Tính từ trang chủ của cổng.", optional=True)
    items: tuple[Entry, ...] = public("Các mục", last=True)


@dataclass(frozen=True, kw_only=True)
class Collection(Model):
    """Một loại mục, ở index.json."""

    kind: str = public("Loại")
    label: str = public("Nhãn")
    told: str | None = public("Gồm những gì", optional=True)
    total: int = public("Số mục")
    list_path: str = public("Danh sách", "Tính từ trang chủ của cổng.")
    table_path: str = public("Bảng CSV", "Tính từ trang chủ của cổng.")
    schema_path: str = public("Lược đồ", "Tính từ trang chủ của cổng.")
    latest: date | None = public("Cập nhật gần nhất", unknown=UNDATED)


@dataclass(frozen=True, kw_only=True)
class Index(Envelope):
    """Vỏ của index.json."""

    archive: str = public("Tất cả trong một tệp", "Tính từ trang chủ của cổng.")
    openapi: str = public("Mô tả OpenAPI", "Tính từ trang chủ của cổng.")
    changelog: str = public("Các thay đổi của khuôn dữ liệu", "Tính từ trang chủ của cổng.")
    items: tuple[Collection, ...] = public("Các loại mục", last=True)  # type: ignore[assignment]


@dataclass(frozen=True)
class Wrapper:
    """The envelopes of one build."""

    today: date
    site: str

    def around(self, total: int, kind: str, schema: str, **more: Any) -> dict[str, Any]:
        """The envelope as a mapping, without its items."""
        values: dict[str, Any] = {
            "schema_version": VERSION,
            "generated_at": self.today,
            "notice": NOTICE,
            "site": self.site or None,
            "schema": schema,
            "kind": kind,
            "status": State.CURRENT,
            "total": total,
            "page": 1,
            "pages": 1,
        }
        model = Index if "archive" in more else Envelope
        return told(model(**{**values, **more, "items": ()}))

    def listed(self, total: int, kind: Kind, page: int, pages: int) -> dict[str, Any]:
        """One file of a list."""
        after = places.listed(kind, page + 1) if page < pages else None
        more = {"page": page, "pages": pages, "next": after}
        return self.around(total, kind.name, places.schema(kind), **more)
