"""The look of the main pages, as it was looked at and found good; any other look is a question.

Pictures of the tiny portal, so that editing the real content changes none of them. A difference
leaves a picture beside the reference one: what was, what is, where they differ.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Serve
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.gallery import states, studio

REFERENCE = Path(__file__).parent / "gallery" / "reference"
PAGES = {
    "trang-chu": "",
    "van-ban": "van-ban/01-qd-lm/",
    "truong": "truong/lang-may/",
    "bo-tieu-chi": "bo-tieu-chi/01-qd-lm/",
    "danh-sach": "van-ban/",
}
LOOKS = {look.key: look for look in studio.LOOKS if look.key in ("may-tinh", "dien-thoai")}
TALLEST = 1300
COLOURS = 64
"""Enough for the eye, and a third of the bytes."""
BLUR = 3
"""Pictures are compared at a third of their size: how a browser smooths letters is no matter."""
APART = 48
"""Two points differ that are farther apart than this in one of their colours, of 255."""
MOST = 0.002
"""The share of points that may differ: about a badge more or less."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="ảnh mẫu chụp trên Linux; hệ khác vẽ chữ khác"
)


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    """The address of the tiny portal."""
    return serve(made_up_site)


@pytest.fixture(scope="module", params=LOOKS)
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, Page]]:
    page = studio.opened(browser, LOOKS[request.param])
    yield request.param, page
    page.context.close()


def share_of_difference(one: Image.Image, other: Image.Image) -> tuple[float, Image.Image]:
    """How much of two pictures differs, and where: white on black."""
    size = (max(one.width, other.width), max(one.height, other.height))
    small = [padded(picture, size).reduce(BLUR) for picture in (one, other)]
    bands = ImageChops.difference(*small).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    mask = most.point(lambda value: 255 if value > APART else 0)
    return mask.histogram()[255] / (mask.width * mask.height), mask


def padded(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The same picture on a sheet of that size, grey where it has nothing."""
    sheet = Image.new("RGB", size, (128, 128, 128))
    sheet.paste(picture.convert("RGB"))
    return sheet


def side_by_side(*pictures: Image.Image) -> Image.Image:
    sheet = Image.new("RGB", (sum(one.width for one in pictures), pictures[0].height))
    left = 0
    for one in pictures:
        sheet.paste(one.convert("RGB"), (left, 0))
        left += one.width
    return sheet


@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_was_found_good(
    name: str, site: str, reader: tuple[str, Page], bless: bool
) -> None:
    key, page = reader
    studio.show(page, LOOKS[key], site + PAGES[name])
    found = Image.open(io.BytesIO(studio.shoot(page, TALLEST))).convert("RGB")
    file = REFERENCE / f"{name}.{key}.png"
    left = file.with_suffix(".khac.png")
    left.unlink(missing_ok=True)
    if bless:
        REFERENCE.mkdir(exist_ok=True)
        if file.is_file() and share_of_difference(Image.open(file), found)[0] == 0:
            return
        plain = found.quantize(COLOURS, dither=Image.Dither.NONE)
        plain.save(file, optimize=True)
        return
    assert file.is_file(), f"chưa có ảnh mẫu {file.name}; {HOW}"
    kept = Image.open(file).convert("RGB")
    share, mask = share_of_difference(kept, found)
    if share > MOST:
        side_by_side(kept, padded(found, kept.size), mask.resize(kept.size)).save(left)
        told = f"{share:.1%} khác {file.name} (cho phép {MOST:.1%}); xem {left.name}"
        pytest.fail(f"{told}; {HOW}", pytrace=False)


HOW = (
    "nếu đúng như ý muốn, nhìn kỹ rồi nhận lấy:"
    " .venv/bin/python -m pytest tests/test_pictures.py --bless"
)


def test_the_gallery_shows_screens_and_paper_on_one_sheet(
    site: str, browser: Browser, tmp_path: Path
) -> None:
    looks = [look for look in studio.LOOKS if look.key in ("toi", "giay")]
    sample = states.STATES[0]
    pages = [(sample, site + sample.url, "mot")]
    shots = [shot for look in looks for shot in studio.take(browser, look, pages, tmp_path)]
    made = sorted(file.name for file in tmp_path.iterdir())
    assert made == ["mot.giay.pdf", "mot.giay.png", "mot.toi.png"]
    sheet = studio.contact_sheet(shots, "05/3/2026")
    assert sample.type in sheet
    assert all(name in sheet for name in made)


def test_a_change_of_the_look_is_seen_and_a_change_of_smoothing_is_not() -> None:
    sheet = Image.new("RGB", (300, 300), "white")
    sheet.paste((30, 30, 30), (20, 20, 280, 40))
    moved, softer = sheet.copy(), sheet.copy()
    moved.paste((158, 27, 32), (20, 60, 280, 66))
    softer.paste((200, 200, 200), (20, 40, 280, 41))
    assert share_of_difference(sheet, sheet)[0] == 0
    assert share_of_difference(sheet, softer)[0] <= MOST
    assert share_of_difference(sheet, moved)[0] > MOST


def test_the_reference_pictures_stay_small() -> None:
    files = [file for file in REFERENCE.glob("*.png") if not file.name.endswith(".khac.png")]
    assert sorted(file.stem for file in files) == sorted(f"{p}.{k}" for p in PAGES for k in LOOKS)
    assert sum(file.stat().st_size for file in files) < 1_000_000
