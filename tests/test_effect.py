"""What an imported document says of its effect and of what ends with it. All texts are made up."""

from __future__ import annotations

from pathlib import Path

import pytest
import tiny

from portal.intake.effect import Effect
from portal.intake.fields import Sure
from portal.intake.importing import Imported, take
from portal.intake.opening import pasted
from portal.intake.report import report
from portal.problem import errors
from portal.road import judge, load
from portal.text import fold

PAPER = """LÀNG MÂY HẠ
BAN HOA
Số: 216/QĐ-BH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mây Hạ, ngày 15 tháng 02 năm 2026

QUYẾT ĐỊNH
Về việc quản lý vườn hoa

Điều 1. Phạm vi
Quyết định này quy định việc quản lý vườn hoa.
Điều 2. Hiệu lực thi hành
{}

TRƯỞNG BAN
Nguyễn Văn Mây
"""
KNOWN = "Quyết định số 01-QĐ/LM ngày 10/01/2026 của Làng Mây"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tiny.lay_out(tmp_path_factory.mktemp("effect") / "content")
    return made


def imported(content: Path, words: str) -> Imported:
    library, _ = load(content, tiny.DAY)
    return take(pasted(PAPER.format(words).encode()), library, content, tiny.DAY)


def effect(content: Path, words: str) -> Effect:
    return imported(content, words).imports[0].effect


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2026.", "2026-05-01"),
        ("1. Quy định này có hiệu lực từ ngày 01/5/2026.", "2026-05-01"),
        ("Quyết định có hiệu lực từ ngày ký.", "2026-02-15"),
        ("Quyết định này có hiệu lực kể từ ngày ký, ban hành và thay thế bản cũ.", "2026-02-15"),
        ("Quy chế này có hiệu lực kể từ ngày ký quyết định ban hành.", "2026-02-15"),
        ("Quyết định này có hiệu lực từ ngày 01-5-2026. Các bên chịu trách nhiệm.", "2026-05-01"),
    ],
)
def test_a_day_that_is_said_of_the_whole_text_is_sure(words: str, day: str, content: Path) -> None:
    found = effect(content, words).begins
    assert found and (found.value, found.sure) == (day, Sure.CERTAIN)


@pytest.mark.parametrize(
    "words",
    [
        "Quyết định này có hiệu lực từ ngày 01/5/2026, trừ quy định tại khoản 2 Điều này.",
        "1. Quy định này có hiệu lực từ ngày 01/5/2026.\n2. Quy định có hiệu lực từ ngày ký.",
        "Nội quy số 3 hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.",
        "Quyết định có hiệu lực từ năm 2027.",
        "Quyết định này có hiệu lực thi hành từ ngày 31 tháng 4 năm 2026.",
        "Quyết định này không có hiệu lực với vườn nhà từ ngày 01/5/2026.",
    ],
)
def test_what_an_editor_must_judge_is_told_and_not_filled_in(words: str, content: Path) -> None:
    found = effect(content, words)
    assert found.begins is None
    assert any("chưa điền" in one for one in found.told)


@pytest.mark.parametrize(
    "words",
    [
        "Hợp đồng có hiệu lực từ ngày 01/5/2026.",
        "Trưởng ban chịu trách nhiệm thi hành.",
        "Nội quy là quy định có hiệu lực pháp lý cao nhất của làng.",
        "Tưới hoa. [Điều này hết hiệu lực từ ngày 01/5/2026 theo Nội quy số 3 của làng bên]",
        "Người được tuyển thay thế người nghỉ theo " + KNOWN + ".",
        "Quyết định này được thay thế bằng " + KNOWN + ".",
    ],
)
def test_what_is_not_said_of_the_text_itself_is_nothing(words: str, content: Path) -> None:
    assert effect(content, words) == Effect()


def test_a_day_that_is_counted_is_a_guess_and_not_written(content: Path) -> None:
    made = imported(content, "Quyết định này có hiệu lực sau 45 ngày, kể từ ngày ký.").imports[0]
    assert made.effect.begins and made.effect.begins.sure is Sure.GUESSED
    assert "# hieu_luc: máy đoán từ ngày 2026-04-01" in made.text
    assert "\nhieu_luc:" not in made.text


def known(content: Path) -> str:
    library, _ = load(content, tiny.DAY)
    found = library.entries["van-ban"]["01-qd-lm"]
    return f"{found.type.label} số {found.number}"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "replaced"),
    [
        ("Quyết định này có hiệu lực từ ngày ký và thay thế {}.", True),
        ("Quyết định này thay thế cho {} ngày 02/01/2020 của Ban Gió.", None),
        ("2. Bãi bỏ {}.", False),
        ("Quyết định này có hiệu lực từ ngày 01/5/2026; thay thế {}.", True),
    ],
)
def test_a_known_document_that_ends_becomes_a_relation(
    words: str, replaced: bool | None, content: Path
) -> None:
    made = imported(content, words.format(known(content))).imports[0]
    if replaced is None:  # of another day: another document
        assert made.effect.ended == ()
        return
    (one,) = made.effect.ended
    assert (one.id, one.replaced) == ("01-qd-lm", replaced)
    assert f"van_ban: 01-qd-lm\n    tai: {one.at}" in made.text


def test_an_unknown_document_and_a_part_of_a_known_one_are_told(content: Path) -> None:
    words = f"Quyết định này thay thế Quyết định số 9/QĐ-BH.\n2. Bãi bỏ Điều 2 {known(content)}."
    found = effect(content, words)
    assert found.ended == ()
    assert "thay thế «Quyết định số 9/QĐ-BH»: cổng chưa có" in found.told[0]
    assert found.told[1].startswith("một phần của")


def test_what_stands_in_the_title_of_an_ended_document_does_not_end(content: Path) -> None:
    words = f"Quyết định này thay thế Quyết định số 9/QĐ-BH về việc thực hiện {known(content)}."
    assert effect(content, words).ended == ()


def test_the_draft_that_was_made_holds_and_the_report_says_so(content: Path) -> None:
    words = f"Quyết định này có hiệu lực từ ngày 01/5/2026 và thay thế {known(content)}."
    found = imported(content, words)
    told = report(found)
    assert "hiệu lực từ: 2026-05-01 (chắc; " in told and "thay thế: van-ban/01-qd-lm" in told
    made = found.imports[0]
    (content / made.path).write_text(made.text, encoding="utf-8")
    try:
        assert errors(judge(content, tiny.DAY)[1]) == []
    finally:
        (content / made.path).unlink()
    assert "khong doc duoc" in fold(report(imported(content, "Không nói gì.")))
