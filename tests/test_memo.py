"""What was made of single files is recalled by another process, as long as nothing decides
otherwise; whatever else is found in its place costs time and nothing more."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
import tiny
from cache import READ, Cache
from recall import recalled

from portal import memo, source
from portal.road import Memo, judge

ARTICLE = "docs/bai-viet/vi-sao-hat.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tiny.lay_out(tmp_path / "cong")


@pytest.fixture
def read_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose text was looked into."""
    found: list[str] = []
    judged = source.judged

    def noted(below: str, raw: str) -> source.Outcome:
        found.append(below)
        return judged(below, raw)

    monkeypatch.setattr(source, "judged", noted)
    return found


def in_another_process(known: Memo) -> Memo:
    found = memo.read(memo.written(known, "mã"), "mã")
    assert found is not None
    return found


def test_only_what_changed_is_read_again_and_all_comes_out_the_same(
    content: Path, read_files: list[str]
) -> None:
    known = Memo()
    judge(content, tiny.DAY, memo=known)
    assert len(read_files) == len(known.files) > 20
    read_files.clear()
    with (content / ARTICLE).open("a", encoding="utf-8") as file:
        file.write("\nThêm một câu: KH 99/2020.\n")
    recalled_library, faults = judge(content, tiny.DAY, memo=in_another_process(known))
    assert read_files == [ARTICLE]
    library, expected = judge(content, tiny.DAY)
    assert faults == expected
    assert recalled_library.everything == library.everything
    assert recalled_library.mentions == library.mentions


def test_a_file_that_only_looks_unchanged_is_read_again(
    content: Path, read_files: list[str]
) -> None:
    """Its size and time say nothing: the text does."""
    known = Memo()
    judge(content, tiny.DAY, memo=known)
    file = content / ARTICLE
    told = file.stat()
    raw = file.read_bytes()
    file.write_bytes(raw.replace(b"a", b"o"))
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))
    read_files.clear()
    judge(content, tiny.DAY, memo=in_another_process(known))
    assert read_files == [ARTICLE]


def test_files_that_are_gone_are_forgotten(content: Path) -> None:
    known = Memo()
    judge(content, tiny.DAY, memo=known)
    assert ARTICLE in known.files
    assert ARTICLE in known.entries.entries
    (content / ARTICLE).unlink()
    judge(content, tiny.DAY, memo=known)
    assert ARTICLE not in known.files
    assert ARTICLE not in known.entries.entries


def test_a_changed_closed_list_makes_every_entry_anew(content: Path) -> None:
    known = Memo()
    judge(content, tiny.DAY, memo=known)
    lists = next((content / "data/_danh-muc").glob("loai-van-ban.yml"))
    text = lists.read_text(encoding="utf-8")
    lists.write_text(text.replace("nhan: Quy định", "nhan: Quy ước", 1), encoding="utf-8")
    library, faults = judge(content, tiny.DAY, memo=in_another_process(known))
    fresh, expected = judge(content, tiny.DAY)
    assert faults == expected
    names = [one.name for one in library.everything]
    assert names == [one.name for one in fresh.everything]
    assert any(name.startswith("Quy ước") for name in names)


def test_what_is_not_ours_and_whole_is_not_recalled(content: Path) -> None:
    known = Memo()
    judge(content, tiny.DAY, memo=known)
    sound = memo.written(known, "mã")
    assert memo.read(sound, "mã khác") is None
    foreign = random.Random(1).randbytes(len(sound))
    places = random.Random(2).sample(range(len(sound)), 50)
    turned = (bytes([*sound[:at], sound[at] ^ 1, *sound[at + 1 :]]) for at in places)
    for harmed in (b"", sound[:-7], sound + b"x", foreign, *turned):
        assert memo.read(harmed, "mã") is None


def test_it_is_left_only_where_something_changed_and_the_disk_takes_it(
    content: Path, tmp_path: Path
) -> None:
    cache = Cache(tmp_path / "du-an")
    (tmp_path / "du-an").mkdir()
    left = cache.folder / READ

    def go_on(code: str = "mã") -> None:
        known, leave = recalled(cache, code, None)
        judge(content, tiny.DAY, memo=known)
        leave()

    go_on("")
    assert not left.exists()
    go_on()
    before = left.stat().st_mtime_ns
    go_on()
    assert left.stat().st_mtime_ns == before
    go_on("mã khác")
    assert left.stat().st_mtime_ns != before
    shutil.rmtree(cache.folder)
    cache.folder.write_text("ở đây là một tệp", encoding="utf-8")
    go_on()


def test_a_process_that_knows_more_recalls_nothing(content: Path, tmp_path: Path) -> None:
    own = Memo()
    judge(content, tiny.DAY, memo=own)
    cache = Cache(tmp_path)
    known, leave = recalled(cache, "mã", own)
    assert known is own
    own.files.popitem()
    leave()
    assert not (cache.folder / READ).exists()


def test_a_process_that_goes_on_knows_from_then_on_what_was_recalled(
    content: Path, tmp_path: Path, read_files: list[str]
) -> None:
    cache = Cache(tmp_path)
    known, leave = recalled(cache, "mã", None)
    judge(content, tiny.DAY, memo=known)
    leave()
    read_files.clear()
    own = Memo()
    known, leave = recalled(cache, "mã", own)
    judge(content, tiny.DAY, memo=known)
    leave()
    judge(content, tiny.DAY, memo=own)
    assert read_files == []
