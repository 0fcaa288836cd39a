"""Ten tasks that readers come with, done on the real site without script: how many clicks each
takes, from the home page unless the task begins with a document.

The table in overrides/README.md says the same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Serve
from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
TABLE = (ROOT / "overrides" / "README.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Task:
    """What is wanted, the links a reader follows, and what he then sees."""

    wanted: str
    ways: tuple[str, ...]
    found: str
    start: str = ""


TASKS = (
    Task(
        "từ một kế hoạch tới điều khoản giao việc cho một đơn vị",
        ("Nhiệm vụ văn bản giao", "^Mục II.2, gạch đầu dòng 1$"),
        r"#muc-ii\.2\.gach-1$",
        "van-ban/380-kh-hvctqg/",
    ),
    Task("tình trạng của một trường", ("^Phú Thọ$",), "Đang thẩm định mức 1"),
    Task(
        "việc và thời hạn của một đơn vị",
        ("^Nhiệm vụ của từng đơn vị$", "^Vụ Các trường chính trị$"),
        r"Chủ trì 3 việc.*2021–2025",
    ),
    Task(
        "văn bản không còn hiệu lực đầy đủ và văn bản quy định việc đó",
        ("^Tra văn bản$", "^Hết hiệu lực một phần$"),
        r"494-CV/HVCTQG.*theo Công văn 2174-CV/HVCTQG",
    ),
    Task(
        "đối chiếu hai quy định về trường chính trị chuẩn",
        ("^Quy định 11-QĐ.TW$", "^Đối chiếu với Quy định 396-QĐ.TW$"),
        r"[Hh]ai bên.*Quy định 396-QĐ/TW",
    ),
    Task("ngưỡng các chỉ tiêu của một tiêu chí", ("^Đội ngũ cán bộ, viên chức$",), "≥ 75%"),
    Task(
        "phiếu tự đánh giá để in",
        ("^Phú Thọ$", "^Phiếu tự đánh giá$"),
        "Người lập phiếu|Kết quả tự đánh giá",
    ),
    Task("các bước công nhận và hồ sơ", ("^Quy trình$", "^Công nhận trường"), "Các bước"),
    Task("trường nào đã được công nhận, khi nào", ("^Tiến độ từng trường$",), "Lễ đón Bằng"),
    Task(
        "quy định nào đang được áp dụng",
        ("^Hiện nay áp dụng quy định nào",),
        "Chưa đủ căn cứ để kết luận",
    ),
)
AT_MOST = 2


@pytest.fixture(scope="module")
def site(real_site: Path, serve: Serve) -> str:
    return serve(real_site, "/chuyen-muc/")


def done(page: Page, site: str, task: Task) -> int:
    """The clicks it takes: links, and whatever has to be unfolded to see them."""
    page.goto(site + task.start)
    clicks = 0
    for way in task.ways:
        link = page.locator("main").get_by_role("link", name=re.compile(way)).first
        if not link.is_visible():
            link.locator("xpath=ancestor::details[not(@open)]/summary").first.click()
            clicks += 1
        link.click()
        clicks += 1
    return clicks


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.wanted)
def test_a_task_takes_two_clicks_at_most_and_ends_where_it_is_answered(
    site: str, open_page: Callable[..., Page], task: Task
) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    clicks = done(page, site, task)
    if task.found.startswith("#"):
        assert re.search(task.found, page.url)
    else:
        told = " ".join(page.locator("main").inner_text().split())
        assert re.search(task.found, told)
    assert clicks <= AT_MOST
    assert f"| {task.wanted} | {clicks} |" in TABLE


def test_the_table_tells_these_tasks_and_no_others() -> None:
    told = re.findall(r"^\| ([^|]+) \| \d \|", TABLE, re.MULTILINE)
    assert told == [task.wanted for task in TASKS]
    assert len(TASKS) >= 10
