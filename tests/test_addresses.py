"""What an address may be made of, and the guard before anything is written."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import builder
import pytest
import tiny
from hypothesis import given
from hypothesis import strategies as st

from portal import addresses, views
from portal.views.outputs import Copy

SOUND = ["m1-2-01", "a", "2021", "dieu-5", "concert", "con-nguoi", "a" * addresses.LONGEST]
UNSOUND = [
    *("", ".", "..", "a/b", "a\\b", "#x", '"', "a b", "a?b", "a%2fb", "a.b", "a:b", "Đ", "A"),
    *("a--b", "-a", "a-", "a\n", "\na", "a\x00", "a\u202e", "a\u200b", "ａ", "١", "con", "aux"),
    *("nul", "prn", "com0", "com9", "lpt1", "a" * (addresses.LONGEST + 1)),
]


@pytest.mark.parametrize("name", SOUND)
def test_a_plain_name_is_a_segment(name: str) -> None:
    assert addresses.is_segment(name)
    assert addresses.segment(name) == name


@pytest.mark.parametrize("name", UNSOUND, ids=ascii)
def test_whatever_else_is_no_segment(name: str) -> None:
    assert not addresses.is_segment(name)


@given(st.one_of(st.text(), st.sampled_from(UNSOUND)))
def test_a_segment_can_be_made_of_any_text_that_says_something(text: str) -> None:
    made = addresses.segment(text)
    assert made == "" or addresses.is_segment(made)
    assert addresses.is_file(addresses.file(text))


@pytest.mark.parametrize(
    ("text", "longest", "made"),
    [
        ("Hội nghị", 8, "hoi-nghi"),  # just as long
        ("Hội nghị", 7, "hoi"),  # whole words only
        ("Hội nghị lớn", 8, "hoi-nghi"),
        ("Hội nghị lớn", 9, "hoi-nghi"),
        ("nghiêng", 7, "nghieng"),
        ("nghiêng", 4, "nghi"),  # one word is cut
        ("CON", 80, "con-1"),
    ],
)
def test_a_segment_is_cut_after_the_last_whole_word(text: str, longest: int, made: str) -> None:
    assert addresses.segment(text, longest) == made


@given(st.text(alphabet="aB1._- /\\:%?#()đ\x00\u202e", max_size=20))
def test_what_may_be_a_file_may_be_written(name: str) -> None:
    if addresses.is_file(name):
        assert addresses.is_output(f"tep/{name}")
        assert not addresses.leaves(name)


@pytest.mark.parametrize(
    "path",
    [
        *("../x", "..", "a/../../x", "/etc/passwd", "C:\\a", "c:/a", "\\\\may\\chung", "a\\..\\b"),
        *("./a", "a/./b", "https://x.vn/a", "file:///etc/passwd"),
    ],
)
def test_a_path_that_leads_out_is_known_on_any_system(path: str) -> None:
    assert addresses.leaves(path)


@pytest.mark.parametrize("path", ["a", "a/b.pdf", "a..b", "Báo cáo (1).pdf", "a:b.pdf", "...a"])
def test_a_path_that_stays_inside_is_not_accused_of_leaving(path: str) -> None:
    assert not addresses.leaves(path)


# The last guard

PLAIN = ["index.html", "404.html", "van-ban/11-qd-tw/index.html", "tep/QD_11-2021.v2.pdf"]


def test_plain_outputs_pass_the_guard() -> None:
    assert list(addresses.unplain(PLAIN)) == []


@pytest.mark.parametrize(
    "path",
    [
        *("", "/a", "../a", "a/../b", "a/./b", "./a", "a//b", "a/", "a\\b", "C:/a", "a b", "a\nb"),
        *(
            "a\x00",
            "a?b",
            "a#b",
            "a%2fb",
            "a.",
            "a./b",
            "con",
            "a/Aux.html",
            "x/com1/y",
            ".htaccess",
        ),
        *("a/.git/b", "a\u202eb", "đ"),
    ],
    ids=ascii,
)
def test_an_output_that_is_no_plain_path_is_refused(path: str) -> None:
    assert [told for told, _ in addresses.unplain([*PLAIN, path])] == [path]


@pytest.mark.parametrize(
    "more", ["index.html", "404.html", "INDEX.html", "van-ban/11-qd-tw", "index.html/a", "Tep"]
)
def test_an_output_taken_twice_is_refused_where_case_does_not_count_too(more: str) -> None:
    assert list(addresses.unplain([*PLAIN, more]))


@pytest.fixture
def mkdocs() -> Iterator[Mock]:
    """Hears what MkDocs says."""
    ear = Mock(level=logging.ERROR)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(ear)
    yield ear
    logger.removeHandler(ear)


@pytest.mark.parametrize(
    "path",
    [
        "../evil.html",
        "../../evil.html",
        "/evil.html",
        "van-ban/index.html",
        "ASSETS/css/portal.css",
    ],
)
def test_a_build_writes_nothing_that_the_guard_refuses(
    path: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mkdocs: Mock,
) -> None:
    planned = views.plan

    def careless(inputs: views.Inputs) -> views.Programme:
        programme = planned(inputs)
        evil = Copy(path, tmp_path / "evil.html")
        return dataclasses.replace(programme, copies=(*programme.copies, evil))

    (tmp_path / "evil.html").write_text("evil")
    monkeypatch.setattr(views, "plan", careless)
    content, home = tiny.lay_out(tmp_path / "content"), tmp_path / "home" / "below"
    home.mkdir(parents=True)
    before = {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()}
    with pytest.raises(builder.BuildFault):
        builder.build(builder.Order(content, home / "site", tiny.DAY))
    (call,) = mkdocs.handle.call_args_list
    assert "không được ghi ra" in call.args[0].getMessage()
    assert {one: one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()} == before


def test_a_redirect_is_published_whatever_its_folder_is_called(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "content")
    page = content / "docs" / "moi.md"
    page.write_text("---\ntieu_de: Mới\nchuyen_huong: [templates/cu]\n---\n\nBịa.\n")
    assert tiny.build(content, tmp_path / "site")[0] == 0
    assert "moi/" in (tmp_path / "site" / "templates" / "cu" / "index.html").read_text()
