"""What files hold, each once; what of a former build is taken over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_status import lists

from portal import source
from portal.kinds import BY_NAME
from portal.library.gather import Memo, gather, identities, is_version, kind_of
from tests import tiny


@pytest.mark.parametrize(
    ("path", "folder", "kind"),
    [
        ("docs/van-ban/a.md", "van-ban", "van-ban"),
        ("docs/truong/a.md", "truong", None),
        ("docs/gioi-thieu.md", "", "trang"),
        ("docs/huong-dan/a.md", "huong-dan", "trang"),
        ("data/truong/a.yml", "truong", "truong"),
        ("data/van-ban/a.yml", "van-ban", None),
        ("data/la/a.yml", "la", None),
    ],
)
def test_the_folder_of_a_file_says_its_kind(path: str, folder: str, kind: str | None) -> None:
    found = kind_of(path, folder)
    assert (found.name if found else None) == kind


def test_a_dated_text_stands_one_folder_below_the_entries_of_a_kind_that_has_such() -> None:
    assert is_version(BY_NAME["van-ban"], "docs/van-ban/a/2020-01-01.md")
    assert not is_version(BY_NAME["van-ban"], "docs/van-ban/a.md")
    assert not is_version(BY_NAME["bai-viet"], "docs/bai-viet/a/2020-01-01.md")


def test_files_that_cannot_be_read_are_known_by_their_places() -> None:
    paths = [
        *("docs/van-ban/a.md", "docs/van-ban/a/2020-01-01.md", "data/truong/b.yml"),
        *("docs/gioi-thieu.md", "docs/huong-dan/c.md", "data/la/d.yml"),
    ]
    found = list(identities(paths))
    assert found[:2] == [("van-ban", "a"), ("truong", "b")]
    assert [kind for kind, _ in found[2:]] == ["trang", "trang"]
    assert found[2][1] == "gioi-thieu" and found[3][1].endswith("c")


def test_an_entry_is_read_again_only_where_its_source_or_a_list_is_another() -> None:
    reading = source.read(tiny.LISTS.parents[1])
    memo, mine = Memo(), lists()
    first = gather(reading, mine, memo).sound
    again = gather(reading, mine, memo).sound
    assert first and all(one is other for one, other in zip(first, again, strict=True))
    paths = set(memo.entries)
    changed = replace(reading, sources=[replace(reading.sources[-1]), *reading.sources[:-1]])
    third = {one.source.path: one for one in gather(changed, mine, memo).sound}
    assert {one.source.path for one in first if third[one.source.path] is not one} <= {
        reading.sources[-1].path
    }
    assert set(memo.entries) == paths
    last = {one.source.path: one for one in gather(reading, dict(mine), memo).sound}
    assert all(last[one.source.path] is not one for one in first)
    gather(replace(reading, sources=[]), mine, memo)
    assert memo.entries == {}
