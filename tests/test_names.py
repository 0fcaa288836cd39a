"""What a page calls things and where it finds them: addresses seen from a page, cut texts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from portal.forms import Link
from portal.kinds import BY_NAME
from portal.views import names

CASES = [
    ("van-ban/x/", "truong/y/", "../../van-ban/x/"),
    ("van-ban/x/", "van-ban/y/", "../x/"),
    ("van-ban/", "van-ban/y/", "../"),
    ("van-ban/x/", "van-ban/", "x/"),
    ("van-ban/x/y/", "van-ban/x/", "y/"),
    ("van-ban/x/", "van-ban/x/y/", "../"),
    ("van-ban/x/", "van-ban/x/", "./"),
    ("", "", "./"),
    ("", "van-ban/x/", "../../"),
    ("van-ban/", "", "van-ban/"),
    ("van-ban/x/#dieu-5", "van-ban/x/", "#dieu-5"),
    ("van-ban/x/#dieu-5", "van-ban/y/", "../x/#dieu-5"),
    ("van-ban/x/#", "van-ban/x/", "./#"),
    ("#cho", "van-ban/x/", "../../#cho"),
    ("tep/anh.png", "van-ban/x/", "../../tep/anh.png"),
    ("van-ban/x/a.docx", "van-ban/x/", "a.docx"),
    ("a/b/c/", "a/x/c/", "../../b/c/"),
]


@pytest.mark.parametrize(("target", "page", "told"), CASES)
def test_an_address_is_seen_from_the_page_that_leads_to_it(
    target: str, page: str, told: str
) -> None:
    assert names.relative(target, page) == told


@pytest.mark.parametrize(
    ("target", "told"),
    [
        (Link("van-ban", "x"), "van-ban/x/"),
        (Link("van-ban", "x", "dieu-5"), "van-ban/x/#dieu-5"),
        (Link("trang", "index"), ""),
        (Link("trang", "index", "cho"), "#cho"),
        (Link("trang", "gioi-thieu"), "gioi-thieu/"),
        (Link("trang", "a/b", "cho"), "a/b/#cho"),
        ("van-ban/x/", "van-ban/x/"),
        (BY_NAME["truong"], "truong/"),
    ],
)
def test_everything_has_one_address(target: Link | str, told: str) -> None:
    assert names.address(target) == told


@pytest.mark.parametrize(
    ("number", "told"), [(1, "don-vi/"), (2, "don-vi/trang-2/"), (10, "don-vi/trang-10/")]
)
def test_the_first_page_of_a_list_is_the_list(number: int, told: str) -> None:
    assert names.list_url("don-vi", number) == told


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (0, "don-vi/#x"),
        (names.LONGEST_LIST - 1, "don-vi/#x"),
        (names.LONGEST_LIST, "don-vi/trang-2/#x"),
        (2 * names.LONGEST_LIST, "don-vi/trang-3/#x"),
    ],
)
def test_what_has_no_page_is_found_on_its_page_of_the_list(row: int, told: str) -> None:
    kind = next(iter(sorted(names.ROWED)))
    library: Any = SimpleNamespace(rows={f"{kind}/x": row})
    assert names.place_of(library, Link(kind, "x")) == told.replace("don-vi", kind)
    assert names.place_of(library, Link(kind, "y")) == f"{kind}/y/"
    assert names.place_of(library, Link("van-ban", "x", "dieu-1")) == "van-ban/x/#dieu-1"
