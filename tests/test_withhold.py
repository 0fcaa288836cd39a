"""One rule: what only the last rank of sources says is told nowhere, whatever field it stands in.

Walks the fields of every kind, so a new field or kind is tried without a word here.
"""

from __future__ import annotations

import dataclasses
import gzip
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import tiny

from portal.forms import Form, Link, ListOf, Prose, Text
from portal.kinds import KINDS, Kind
from portal.kinds.base import Field, Group, Sourced, fields_of
from portal.kinds.entry import Claim
from portal.library.withhold import publishable
from portal.problem import report
from portal.road import judge
from portal.source import read_text
from portal.views import Edition

SECRET = "zyxwvq"
GZIP = b"\x1f\x8b"
LAST = frozenset({"loi-don"})
TO_LAST = Link("nguon", "loi-don", "")
TO_GOOD = Link("nguon", "bao-lang", "")
LEADING = f"{SECRET}, theo [lời đồn](nguon/loi-don)."
Path_ = tuple[str, ...]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def inner(form: Form) -> Form:
    return form.form if isinstance(form, ListOf) else form


def places(model: type[Any], path: Path_ = ()) -> Iterator[tuple[Path_, type[Any], Field]]:
    """Every field of a model and of the groups in it, with the names that lead there."""
    for one in fields_of(model):
        yield (*path, one.name), model, one
        if isinstance(form := inner(one.form), Group):
            yield from places(form.model, (*path, one.name))


def filled(model: type[Any], at: Path_, text: str, sources: tuple[Link, ...]) -> Any:
    """A model with a harmless text in every field; below `at`, the given text and sources."""
    values: dict[str, Any] = {}
    for one in fields_of(model):
        form = inner(one.form)
        here = bool(at) and at[0] == one.name
        value: Any = None
        if isinstance(form, Group):
            value = filled(form.model, at[1:] if here else (), text, sources if here else ())
            if here and len(at) == 1:
                value = secret(form.model, text, sources)
        elif isinstance(form, (Text, Prose)):
            value = text if here else "lời thường"
        elif one.name == "sources":
            value = TO_GOOD
        if isinstance(one.form, ListOf):
            twice = isinstance(form, Group) and form.model is Claim
            plain = filled(Claim, (), "", ()) if twice else None
            value = () if value is None else (value, plain) if twice else (value,)
        if value is not None:
            values[one.name] = value
    if "inferred" in values and not (at and at[0] == "inferred"):
        del values["inferred"]
    return model(**values)


def secret(model: type[Any], text: str, sources: tuple[Link, ...]) -> Any:
    """A group that says nothing but the secret, in every field it has."""
    values: dict[str, Any] = {}
    for one in fields_of(model):
        form = inner(one.form)
        value: Any = None
        if isinstance(form, Group):
            value = secret(form.model, text, ())
        elif isinstance(form, (Text, Prose)):
            value = text
        if value is not None:
            values[one.name] = (value,) if isinstance(one.form, ListOf) else value
    if sources:
        values["sources"] = sources
    return model(**values)


def entry_of(kind: Kind, **given: Any) -> Any:
    made, _ = read_text(kind.path("thu"), kind.example())
    assert made
    return dataclasses.replace(
        filled(kind.model, given["at"], given["text"], given["sources"]), id="thu", source=made
    )


def statements(kind: Kind) -> Iterator[Path_]:
    for path, _, one in places(kind.model):
        form = inner(one.form)
        if isinstance(form, Group) and issubclass(form.model, Sourced):
            yield path


def texts(kind: Kind) -> Iterator[Path_]:
    for path, _, one in places(kind.model):
        if isinstance(inner(one.form), Prose):
            yield path


@every_kind
def test_a_statement_that_rests_on_the_last_rank_is_told_in_no_field(kind: Kind) -> None:
    for at in statements(kind):
        entry = entry_of(kind, at=at, text=SECRET, sources=(TO_LAST,))
        assert SECRET in repr(entry), at
        shown, withheld = publishable(entry, LAST)
        assert SECRET not in repr(shown), at
        assert len(withheld) == 1, at


@every_kind
def test_a_text_that_leads_to_the_last_rank_is_left_out_or_a_fault(kind: Kind) -> None:
    for at in texts(kind):
        entry = entry_of(kind, at=at, text=LEADING, sources=())
        assert SECRET in repr(entry), at
        shown, (withheld,) = publishable(entry, LAST)
        assert withheld.stuck == (SECRET in repr(shown)), at
        bound = next(one.required for one in fields_of(kind.model) if one.name == at[0])
        assert withheld.stuck <= (bound or at == ("inferred",)), at


@every_kind
def test_a_source_of_the_last_rank_is_named_beside_no_better_one(kind: Kind) -> None:
    for at in statements(kind):
        entry = entry_of(kind, at=at, text=SECRET, sources=(TO_GOOD, TO_LAST))
        shown, withheld = publishable(entry, LAST)
        assert SECRET in repr(shown), at
        assert "loi-don" not in repr(shown), at
        assert not withheld, at


def test_a_conflict_keeps_the_sides_that_may_be_told_as_long_as_there_are_two() -> None:
    kind = next(kind for kind in KINDS if kind.name == "su-kien")
    entry = entry_of(kind, at=("conflicts", "claims"), text=SECRET, sources=(TO_LAST,))
    (conflict,) = entry.conflicts
    more = dataclasses.replace(conflict, claims=(*conflict.claims, conflict.claims[1]))
    assert not publishable(entry, LAST)[0].conflicts
    (kept,) = publishable(dataclasses.replace(entry, conflicts=(more,)), LAST)[0].conflicts
    assert len(kept.claims) == 2


# The whole road: no output of any sort

RUMOUR = f"tieu_de: Trang {SECRET}\nhang: khong-ro\nco_quan: Ông {SECRET}\nngay_doc: 2026-01-05\n"
ASIDE = f"""
du_kien:
  - noi_dung: Chuyện {SECRET} kể.
    nguon: [loi-don]
    ghi_chu: Chú {SECRET}.
mau_thuan:
  - ve: Chuyện {SECRET}
    cac_gia_tri:
      - {{gia_tri: {SECRET}, nguon: [loi-don]}}
      - {{gia_tri: Không phải thế, nguon: [bao-lang]}}
    nhan_dinh: Không theo {SECRET}.
ghi_chu: "Chú {LEADING}"
"""


def rumoured(folder: Path) -> Path:
    """The tiny content, in which a rumour of the last rank is told by an entry of every kind."""
    content = tiny.lay_out(folder)
    (content / "data/nguon/loi-don.yml").write_text(RUMOUR, encoding="utf-8")
    for kind in KINDS:
        pattern = "docs/*.md" if kind.anywhere else f"*/{kind.name}/*"
        for file in content.glob(pattern):
            if file.is_file() and file.stem != "loi-don":
                file.write_text(spoil(file.read_text(encoding="utf-8")), encoding="utf-8")
    return content


def spoil(text: str) -> str:
    keys = [line.partition(":")[0] for line in ASIDE.splitlines() if line[:1].isalpha()]
    head, body = text[4:].split("\n---", 1) if text.startswith("---\n") else (text, None)
    if any(f"\n{key}:" in f"\n{head}" for key in keys):
        return text
    spoilt = head.rstrip("\n") + ASIDE
    return f"---\n{spoilt}---{body}" if body is not None else spoilt


def unpacked(content: bytes) -> bytes:
    """All that stands in a Word file: what it says, and what it says of itself."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return b"\n".join(map(archive.read, archive.namelist()))


def outputs(edition: Edition) -> Iterator[tuple[str, str]]:
    for page in edition.pages:
        yield page.url, f"{page.html} {page.title} {page.description} {page.data} {page.tags}"
        yield page.url, f"{page.outline}"
    for asset in edition.assets:
        content = asset.content
        if asset.path.endswith(".docx"):
            content = unpacked(content)
        elif content.startswith(GZIP):  # words of the search: folded, the shared beginning cut off
            content = gzip.decompress(content).replace(SECRET[1:].encode(), SECRET.encode())
        yield asset.path, content.decode("utf-8", errors="replace")
    yield "menu", str(edition.menu)


def test_a_rumour_reaches_no_page_file_record_or_menu(tmp_path: Path) -> None:
    content = rumoured(tmp_path / "tiny")
    edition = tiny.draw(content)
    assert "nguon/loi-don/" not in tiny.by_url(edition)
    assert [path for path, said in outputs(edition) if SECRET in said] == []
    held = tiny.html(edition, "khiem-khuyet/").partition('id="chua-dang"')[2]
    assert held.count("1 thông tin khác") > len(KINDS) // 2


def test_the_same_words_of_a_better_source_reach_them(tmp_path: Path) -> None:
    """So the test above looks where something can be found."""
    content = rumoured(tmp_path / "tiny")
    better = RUMOUR.replace("khong-ro", "bao-chi")
    (content / "data/nguon/loi-don.yml").write_text(better, encoding="utf-8")
    found = [path for path, said in outputs(tiny.draw(content)) if SECRET in said]
    assert {"nguon/loi-don/", "khiem-khuyet/", "truong/doi-gio/"} <= set(found)
    assert [path for path in found if path.endswith(".docx")]
    assert [path for path in found if path.startswith("assets/search/")]


def test_an_entry_allowed_to_rest_on_the_last_rank_names_its_source(tmp_path: Path) -> None:
    content = rumoured(tmp_path / "tiny")
    unit = "tieu_de: Hội kể chuyện\nloai: nhom\nnguon: [loi-don]\n"
    (content / "data/don-vi/hoi-ke.yml").write_text(unit, encoding="utf-8")
    assert "[nguon-hang-cuoi]" in report(judge(content, tiny.DAY)[1])
    allowed = (
        "tieu_de: Ngoại lệ\ngia_tri:\n  - {ma: hoi-ke, nhan: Ai cũng biết hội ấy, "
        'quy_tac: nguon-hang-cuoi, tep: data/don-vi/hoi-ke.yml, ngay: "2026-01-05"}\n'
    )
    (content / "data/_danh-muc/ngoai-le.yml").write_text(allowed, encoding="utf-8")
    assert "[nguon-hang-cuoi]" not in report(judge(content, tiny.DAY)[1])
    pages = tiny.by_url(tiny.draw(content))
    row = pages["don-vi/"].html.partition('<li id="hoi-ke">')[2].partition("</li>")[0]
    assert 'href="../nguon/loi-don/"' in row
    assert "nguon/loi-don/" in pages
