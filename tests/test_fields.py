"""How a group of keys becomes a model: what is told of each key, and on which line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from portal.forms import ListOf, Reader, Segment, Text, Whole
from portal.kinds.fields import (
    Group,
    field,
    fields_of,
    form_of,
    key_of,
    model_schema,
    read_model,
    walk_fields,
)
from portal.kinds.lists import Publication, Shortened, Synonyms, Wording, named
from portal.problem import Problem
from portal.source import Listing, Mapping, Scalar


@dataclass(frozen=True, kw_only=True)
class Inner:
    word: str | None = field("chu", "Chữ", Text())
    """Một chữ."""


WITHIN = Group(Inner)


@dataclass(frozen=True, kw_only=True)
class Outer:
    """Bịa."""

    source: str | None = field("nguon", "Nguồn", Text(), last=True)
    """Lấy ở
    đâu."""
    title: str | None = field("tieu_de", "Tiêu đề", Text(), required=True, example="Họp")
    """Gọi là gì."""
    code: str | None = field("ma", "Mã", Segment(), required=True)
    count: int = field("so", "Số", Whole(1, 9), default=1)
    inner: Inner | None = field("trong", "Trong", WITHIN)  # noqa: RUF009 a declaration, as in the kinds
    several: tuple[Inner, ...] = field("nhieu", "Nhiều", ListOf(WITHIN))
    place: int = 0


def mapping(line: int = 3, **told: object) -> Mapping:
    """A key a line, the first on `line`."""
    items = {
        key: Scalar(value, at) if isinstance(value, str) else value
        for at, (key, value) in enumerate(told.items(), line)
    }
    return Mapping(items, {key: at for at, key in enumerate(items, line)}, line)  # type: ignore[arg-type]


def read(told: Mapping, where: str = "") -> tuple[Outer, list[Problem]]:
    reader = Reader("data/a.yml", {})
    return read_model(Outer, told, where, reader, place=7), reader.problems


def test_keys_become_fields_and_what_is_not_written_its_default() -> None:
    made, problems = read(mapping(tieu_de="Họp", ma="hop", trong=mapping(6, chu="a")))
    assert made == Outer(title="Họp", code="hop", inner=Inner(word="a"), place=7)
    assert (made.count, made.several, problems) == (1, (), [])
    made, problems = read(mapping(tieu_de="Họp", ma="hop", so="5", nguon=""))
    assert (made.count, made.source, problems) == (5, None, [])


@pytest.mark.parametrize(("where", "head"), [("", ""), ("a[1]", "a[1].")])
def test_a_key_that_is_not_there_is_told_on_its_line_with_the_nearest(
    where: str, head: str
) -> None:
    _, problems = read(mapping(tieu_de="Họp", ma="hop", nguom="x", zzzz="y"), where)
    assert [(one.line, one.field, one.rule) for one in problems] == [
        (5, f"{head}nguom", "khoa-la"), (6, f"{head}zzzz", "khoa-la")
    ]  # fmt: skip
    assert problems[0].remedy == "có phải nguon?"
    assert problems[1].remedy == "dùng một trong: tieu_de, ma, so, trong, nhieu, nguon"


def test_a_key_that_was_misspelt_is_not_told_to_be_missing_too() -> None:
    _, problems = read(mapping(tieu_dee="Họp", ma="hop"))
    assert [one.field for one in problems] == ["tieu_dee"]


@pytest.mark.parametrize(
    "empty", ["", "  ", "\u200b", Listing((), 4), Listing((Scalar("", 4),), 4)]
)
def test_what_is_asked_for_and_says_nothing_is_filled_on_its_own_line(empty: object) -> None:
    _, problems = read(mapping(ma="hop", tieu_de=empty))
    missing = [one for one in problems if one.text.startswith("thiếu")]
    assert [(one.line, one.field, one.text) for one in missing] == [
        (4, "tieu_de", "thiếu tiêu đề.")
    ]
    assert missing[0].remedy == "điền vào dòng này tieu_de: …, ví dụ Họp"


def test_what_is_not_written_is_added_below_or_on_the_one_line_of_the_group() -> None:
    (apart,) = read(mapping(ma="hop", so="2"))[1]
    assert (apart.line, apart.remedy) == (3, "thêm dòng tieu_de: …, ví dụ Họp")
    one = Mapping({"ma": Scalar("hop", 4), "so": Scalar("2", 4)}, {"ma": 4, "so": 4}, 4)
    (within,) = read(one, "b")[1]
    assert (within.line, within.field) == (4, "b.tieu_de")
    assert within.remedy.startswith("ghi thêm tieu_de")
    (alone,) = read(Mapping({"ma": Scalar("hop", 4)}, {"ma": 4}, 4))[1]
    assert alone.remedy.startswith("thêm dòng tieu_de")


def test_a_group_has_to_be_one_and_its_keys_are_told() -> None:
    _, problems = read(mapping(tieu_de="Họp", ma="hop", trong="chữ"))
    assert [(one.line, one.field, one.rule) for one in problems] == [(5, "trong", "kieu")]
    assert problems[0].remedy.endswith(": chu")


def test_fields_stand_in_their_order_those_of_the_tail_last() -> None:
    assert [one.key for one in fields_of(Outer)] == [
        "tieu_de",
        "ma",
        "so",
        "trong",
        "nhieu",
        "nguon",
    ]
    assert key_of(Outer, "count") == "so"
    told = " ".join(f"{model.__name__}.{one.key}" for model, one in list(walk_fields(Outer))[3:])
    assert told == "Outer.trong Inner.chu Outer.nhieu Inner.chu Outer.nguon"
    assert isinstance(form_of(fields_of(Outer)[4]), Group)
    assert {one.key: one.help for one in fields_of(Outer)} == {
        **dict.fromkeys(("so", "trong", "nhieu", "ma"), ""),
        **{"tieu_de": "Gọi là gì.", "nguon": "Lấy ở đâu."},
    }


def test_the_schema_lets_only_what_is_not_asked_for_be_empty() -> None:
    made = model_schema(Outer, {})
    assert (made["type"], made["additionalProperties"]) == ("object", False)
    assert made["required"] == ["tieu_de", "ma"]
    told = made["properties"]
    assert (told["tieu_de"]["title"], told["tieu_de"]["examples"]) == ("Tiêu đề", ["Họp"])
    assert "examples" not in told["ma"]
    assert "null" not in str(told["tieu_de"]) and "null" in str(told["nguon"])
    assert list(told["trong"]["properties"]) == ["chu"]


def test_values_of_lists_say_what_goes_with_them() -> None:
    wording = Wording(value="a", label="A", avoided=" một ;; hai; ", allowed=None)
    assert (wording.phrases, wording.exceptions) == (("một", "hai"), ())
    assert Wording(value="a", label="A", avoided="x", allowed="y; z").exceptions == ("y", "z")
    assert Synonyms(value="a", label="A", others="b; c").phrases == ("A", "b", "c")
    short = Shortened(value="a", label="A", short="b")
    assert (short.brief, Shortened(value="a", label="A").brief) == ("b", "A")
    bare = named({}, Publication, "nhap")
    assert (bare.value, bare.label) == ("nhap", "nhap")
    for held, withdrawn, keys in (
        (False, True, ["da_rut"]), (True, True, []), (False, False, []), (True, False, [])
    ):  # fmt: skip
        one = Publication(value="a", label="A", held_back=held, withdrawn=withdrawn)
        assert [key for key, _, _ in one.faults()] == keys
