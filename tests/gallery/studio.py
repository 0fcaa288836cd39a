"""Pictures of pages as different readers see them.

In: addresses. Out: PNG files (and a PDF of what the printer gets), and a page that shows them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.gallery.samples import Sample

DESK, PHONE, PAPER = (
    {"width": 1280, "height": 900},
    {"width": 390, "height": 844},
    {"width": 680, "height": 960},
)
TALLEST = 3200
"""Longer pages are cut here: what follows repeats itself."""

SETTLED = 300
"""Milliseconds until what was pressed has shown what it has to show."""


@dataclass(frozen=True)
class Look:
    """One way of seeing a page."""

    key: str
    title: str
    context: dict[str, Any]
    media: dict[str, Any] = field(default_factory=dict)
    style: str = ""


LOOKS = (
    Look("may-tinh", "Máy tính", {"viewport": DESK}),
    Look("dien-thoai", "Điện thoại", {"viewport": PHONE}),
    Look("toi", "Nền tối", {"viewport": DESK, "color_scheme": "dark"}),
    Look("toi-dien-thoai", "Nền tối, điện thoại", {"viewport": PHONE, "color_scheme": "dark"}),
    Look("giay", "Bản in", {"viewport": PAPER}, {"media": "print"}),
    Look("xam", "Thang xám", {"viewport": DESK}, style="html { filter: grayscale(1) }"),
    Look(
        "mau-ep",
        "Màu ép của hệ điều hành",
        {"viewport": DESK, "forced_colors": "active", "color_scheme": "dark"},
    ),
    Look("khong-ma", "Không JavaScript", {"viewport": PHONE, "java_script_enabled": False}),
)


def opened(browser: Browser, look: Look) -> Page:
    """A page of a reader of that kind, without motion and with a still cursor."""
    usual = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "reduced_motion": "reduce"}
    context = browser.new_context(**{**usual, **look.context})
    page = context.new_page()
    if look.media:
        page.emulate_media(**look.media)
    return page


def show(page: Page, look: Look, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    if look.style:
        page.add_style_tag(content=look.style)


def press(page: Page, selector: str) -> None:
    """The first of them that this reader sees, if any."""
    wanted = page.locator(selector).first
    if wanted.is_visible():
        wanted.click()
        page.wait_for_timeout(SETTLED)


def shoot(page: Page, tallest: int = TALLEST) -> bytes:
    """The page from its top, its pictures and letters in place."""
    tall = page.evaluate("() => document.documentElement.scrollHeight")
    clip = {**page.viewport_size, "x": 0, "y": 0, "height": min(tall, tallest)}  # type: ignore[dict-item]
    return page.screenshot(full_page=True, clip=clip, caret="hide", animations="disabled")  # type: ignore[arg-type]


@dataclass(frozen=True)
class Shot:
    """One picture that was taken."""

    sample: Sample
    look: Look
    name: str


def take(
    browser: Browser, look: Look, pages: Sequence[tuple[Sample, str, str]], folder: Path
) -> Iterator[Shot]:
    """Pictures of pages as one reader sees them: (sample, address, name of the file)."""
    page = opened(browser, look)
    for sample, address, name in pages:
        show(page, look, address)
        if sample.press:
            press(page, sample.press)
        file = folder / f"{name}.{look.key}.png"
        file.write_bytes(shoot(page))
        if look.media:
            page.pdf(path=file.with_suffix(".pdf"), format="A4", prefer_css_page_size=True)
        yield Shot(sample, look, file.name)
    page.context.close()


def contact_sheet(shots: Sequence[Shot], day: str) -> str:
    """All pictures on one page, a row for each sample."""
    rows: dict[tuple[str, str], list[Shot]] = {}
    for shot in shots:
        rows.setdefault((shot.sample.type, shot.name.split(".")[0]), []).append(shot)
    body = "".join(
        f"<section><h2>{escape(type_)}</h2><p>{escape(found[0].sample.url or 'trang chủ')}</p>"
        f"<div>{''.join(map(figure, found))}</div></section>"
        for (type_, _), found in rows.items()
    )
    return (
        '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bộ ảnh các trang</title>'
        "<style>body{font:16px/1.4 system-ui;margin:1rem}div{display:flex;gap:1rem;overflow:auto}"
        "figure{margin:0;flex:0 0 16rem}img{width:16rem;height:22rem;object-fit:cover;"
        "object-position:top;border:1px solid #888}figcaption{font-size:14px}</style>"
        f"<h1>Bộ ảnh các trang, ngày {escape(day)}</h1>{body}</html>\n"
    )


def figure(shot: Shot) -> str:
    paper = f' (<a href="{shot.name[:-4]}.pdf">PDF</a>)' if shot.look.media else ""
    return (
        f'<figure><a href="{shot.name}"><img src="{shot.name}" alt="" loading="lazy"></a>'
        f"<figcaption>{escape(shot.look.title)}{paper}</figcaption></figure>"
    )
