"""Articles: where they were printed, and their series in order."""

from __future__ import annotations

from pathlib import Path

import tiny

from portal.road import judge
from portal.views import draw


def test_an_article_says_its_journal_and_leads_to_the_others_of_its_series(
    tiny_content: Path,
) -> None:
    built = draw(judge(tiny_content, tiny.DAY)[0])
    page = tiny.html(built, "bai-viet/vi-sao-hat/")
    assert "Báo Làng, số 1" in page
    assert "Chuyện hát, bài 2" in page
    series = page.partition('id="loat-bai"')[2].partition("</section>")[0]
    first, second = series.find("Ai hát đầu tiên?</a>"), series.find("Vì sao phải hát?</li>")
    assert -1 < first < second
