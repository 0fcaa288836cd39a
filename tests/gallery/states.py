"""The states a page can be in, made from the tiny portal: no real content has to be in them.

In: nothing. Out: small built sites, and the addresses in them where a state is seen.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests import tiny
from tests.gallery.samples import Sample

LATER = date(2026, 7, 1)
"""A day after the tiny regulation was replaced."""
PREVIEW = """
import sys
from datetime import date
from pathlib import Path
import builder
content, site, day = sys.argv[1:]
builder.build(builder.Order(Path(content), Path(site), date.fromisoformat(day), serving=True))
"""


@dataclass(frozen=True)
class State(Sample):
    """A page of one of the small sites."""

    site: str = field(default="nay", kw_only=True)


STATES = (
    State("van-ban/01-qd-lm/", "Văn bản còn hiệu lực"),
    State("van-ban/01-qd-lm/", "Văn bản hết hiệu lực", site="sau"),
    State("van-ban/huong-dan-trong-hoa/", "Văn bản chờ ban hành"),
    State("doi-chieu/02-kh-lm.2020-03-10/02-kh-lm/", "Hai bản của một văn bản đặt cạnh nhau"),
    State("van-ban/04-cv-lm/", "Nguồn chưa thống nhất, nhiều điều chưa rõ"),
    State("truong/lang-may/", "Quá hạn rà soát"),
    State("truong/doi-gio/", "Trường tiền thân, hầu như chưa biết gì"),
    State("bo-tieu-chi/01-qd-lm/", "Bộ tiêu chí thiếu ngưỡng"),
    State("su-kien/", "Sự kiện sắp tới và đã qua"),
    State("tim-kiem/?q=hoa", "Tìm kiếm: có kết quả"),
    State("tim-kiem/?q=hoa&loai-muc=van-ban&hieu-luc=con-hieu-luc", "Tìm kiếm: đã lọc"),
    State("tim-kiem/?q=zzzqqq", "Tìm kiếm: không thấy gì"),
    State("tim-kiem/?q=quy+dinh+01", "Tìm kiếm: văn bản hết hiệu lực", site="sau"),
    State("van-ban/01-qd-lm/?tim=hoa", "Chữ đã tìm được đánh dấu"),
    State("truong/lang-may/", "Danh mục đang mở", ".menu summary"),
    State("truong/lang-may/", "Hiển thị đang mở", ".display summary"),
    State("truong/lang-may/", "Chia sẻ đang mở", ".tools__share summary"),
    State("van-ban/01-qd-lm/", "Dấu ở điều khoản đang mở", ".document-body .headerlink"),
    State("mo-hinh/ban-nhap/", "Bản nháp, chỉ khi xem thử", site="xem-thu"),
    State("su-kien/hoi-hoa/", "Mục có lỗi, chỉ khi xem thử", site="xem-thu"),
    State("truong/lang-may/", "Lời nhắc người biên tập, chỉ khi xem thử", site="xem-thu"),
    State("hoi-dap/", "Danh sách chưa có mục nào", site="rong"),
    State("", "Trang chủ khi chưa có nội dung", site="rong"),
)


def build(name: str, folder: Path) -> Path:
    """One of the small sites, built into a folder."""
    content, site = folder / "content", folder / "site"
    tiny.lay_out(content, entries=name != "rong")
    if name == "xem-thu":
        spoil(content / "data/su-kien/hoi-hoa.yml")
        command = [sys.executable, "-c", PREVIEW, str(content), str(site), tiny.DAY.isoformat()]
        scripts = Path(__file__).parents[2] / "scripts"
        done = subprocess.run(command, cwd=scripts, capture_output=True, encoding="utf-8")
        code, said = done.returncode, done.stderr
    else:
        code, said = tiny.build(content, site, today=LATER if name == "sau" else tiny.DAY)
    if code:
        raise RuntimeError(f"Không dựng được «{name}»:\n{said}")
    return site


def spoil(event: Path) -> None:
    """A day written the wrong way, and a key that is not there."""
    text = event.read_text(encoding="utf-8")
    event.write_text(
        text.replace("2026-05-18", "18/05/2026").replace("dia_diem:", "dia_diem_hop:"),
        encoding="utf-8",
    )
