"""What the first visit to any type of page brings over the line; the aims are those of `vitals.py`.

Times depend on the machine, bytes do not: times are measured by hand (`scripts/bench.py trang`).
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from bench import vitals
from bench.line import serving
from tests.gallery.samples import samples

HEAVY = ("css", "js", "font")


def test_no_type_of_page_brings_more_than_its_share_of_bytes(
    browser: Browser, real_site: Path
) -> None:
    aims = [aim for aim in vitals.AIMS if aim.key in HEAVY]
    too_heavy = []
    with serving(real_site) as line:
        for page in samples(real_site):
            told = vitals.visit(browser, line.address + page.url, throttled=False)
            assert min(told[aim.key] for aim in aims) > 0, f"{page.url}: không đo được"
            too_heavy += [
                f"{page.url}: {aim.title} {told[aim.key]}"
                for aim in aims
                if told[aim.key] > aim.most
            ]
    assert too_heavy == []


def test_what_jumps_is_seen_by_the_measure(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>Nhảy</title><div id=a></div><p>Chữ bị đẩy xuống</p>"
        "<script>setTimeout(() => { a.style.height = '300px' }, 20)</script>",
        encoding="utf-8",
    )
    with serving(tmp_path) as line:
        told = vitals.visit(browser, line.address, throttled=True)
    assert told["cls"] > 0.02
    assert told["lcp"] > 100
