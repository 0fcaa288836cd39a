"""Room 2: every kind of the register is complete, and everything made from its fields is fresh."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tiny
import yaml

from portal import road, source
from portal.desk import dictionary
from portal.forms import Form
from portal.kinds import BY_NAME, KINDS, LISTS, Entry, Kind
from portal.kinds.base import (
    Choice,
    Field,
    ListOf,
    Lists,
    Prose,
    Ref,
    Text,
    fields_of,
    groups,
    walk_fields,
)
from portal.kinds.document import Document
from portal.kinds.document.validity import validity
from portal.kinds.duty import Deadline
from portal.kinds.entry import Change
from portal.kinds.exemplar import Exemplar, FirstStep, Outcome
from portal.kinds.fields import form_of, model_schema
from portal.kinds.lists import ListFile
from portal.kinds.movement import Honoured, Movement
from portal.kinds.term import Term
from portal.kinds.walk import of_forms, values, walk
from portal.library.lists import lists_of
from portal.source.registers import ADDRESSES, CLAUSES
from portal.text import nfc

ROOT = Path(__file__).parent.parent
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@cache
def lists() -> Lists:
    made, problems = lists_of(source.read(ROOT))
    assert not problems
    return made


def read(kind: Kind, text: str) -> Entry:
    made, problems = source.read_text(kind.path("thu"), text)
    assert made, problems
    entry, faults = kind.read(made, lists())
    assert not [*problems, *faults], [str(fault) for fault in (*problems, *faults)]
    return entry


def inner(form: Form) -> Form:
    return form.form if isinstance(form, ListOf) else form


def all_fields() -> Iterator[tuple[type[Any], Field]]:
    models = [*(kind.model for kind in KINDS), ListFile, *LISTS.values()]
    seen = {(model, one.key): one for top in models for model, one in walk_fields(top)}
    yield from ((model, one) for (model, _), one in seen.items())


every_field = pytest.mark.parametrize(
    ("model", "one"), list(all_fields()), ids=lambda it: getattr(it, "key", None) or it.__name__
)


# The example: what editors copy


@every_kind
def test_the_example_is_valid_and_in_the_order_of_the_fields(kind: Kind) -> None:
    entry = read(kind, kind.example())
    assert list(entry.source.values.items) == [one.key for one in fields_of(kind.model)]


@every_kind
def test_the_example_shows_every_field_also_of_groups(kind: Kind) -> None:
    shown = {
        (type(group), one.key)
        for _, group in groups(read(kind, kind.example()))
        for one in fields_of(type(group))
        if getattr(group, one.name) not in (None, ())
    }
    wanted = {
        (model, one.key)
        for model, one in walk_fields(kind.model)
        # Source, inference and note may stand in every group; once in the file is enough.
        if not one.last or model is kind.model
    }
    assert not wanted - shown


@every_kind
def test_the_example_says_that_it_is_made_up(kind: Kind) -> None:
    assert "bịa ra" in kind.example().split("\n")[1 if kind.text else 0]


@every_kind
def test_the_smallest_entry_needs_only_the_required_fields(kind: Kind) -> None:
    example = read(kind, kind.example()).source.values
    lines = kind.example().split("\n")
    ends = [*sorted(example.lines.values())[1:], len(lines) + 1]
    blocks = dict(zip(example.lines, zip(example.lines.values(), ends, strict=True), strict=True))
    kept = [blocks[one.key] for one in fields_of(kind.model) if one.required]
    header = [line for start, end in kept for line in lines[start - 1 : end - 1] if line != "---"]
    text = "\n".join(["---", *header, "---"] if kind.text else header)
    assert read(kind, text).title


# The fields: declared once, told well


@every_field
def test_a_field_has_a_key_a_label_and_a_help(model: type[Any], one: Field) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", one.key)
    for told in (one.label, one.help, one.form.how):
        assert told
        assert nfc(told) == told
    assert one.label[0].isupper() or one.label[0].isdigit()
    assert one.help[-1] in ".…", f"{model.__name__}.{one.name}: câu phải có dấu chấm cuối"


@every_field
def test_a_field_names_lists_and_kinds_that_exist(model: type[Any], one: Field) -> None:
    form = inner(one.form)
    if isinstance(form, Choice):
        assert form.of in lists()
    if isinstance(form, Ref):
        assert set(form.kinds) <= {kind.name for kind in KINDS}


@pytest.mark.parametrize("model", dict.fromkeys(model for model, _ in all_fields()))
def test_no_key_and_no_label_stands_twice_in_a_group(model: type[Any]) -> None:
    for part in ("key", "label"):
        counted = Counter(getattr(one, part) for one in fields_of(model))
        assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", sorted(lists()))
def test_a_closed_list_has_kebab_case_values_and_labels(name: str) -> None:
    assert lists()[name], "danh mục trống"
    for value, option in lists()[name].items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value)
        assert nfc(option.label) == option.label.strip() != ""


def test_every_closed_list_is_used() -> None:
    named = {form.of for _, one in all_fields() if isinstance(form := inner(one.form), Choice)}
    optional = {name for name, model in LISTS.items() if model.OPTIONAL}
    reckoned = {name for name, model in LISTS.items() if model.NEEDED}
    assert named | optional | reckoned == set(LISTS) >= set(lists()) >= named


# What is made from the fields


@pytest.mark.parametrize("path", dictionary.generated(lists()))
def test_a_generated_file_is_fresh(path: str) -> None:
    file = ROOT / path
    wanted = dictionary.generated(lists())[path]
    fresh = file.is_file() and file.read_text(encoding="utf-8") == wanted
    assert fresh, f"{path} đã cũ: chạy python3 scripts/bless.py"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    files = (path for path in (ROOT / dictionary.FOLDER).rglob("*") if path.is_file())
    there = {path.relative_to(ROOT).as_posix() for path in files}
    assert there - {ADDRESSES, CLAUSES} <= dictionary.generated(lists()).keys()


class Core(yaml.SafeLoader):
    """YAML as editors' tools read it, by the core schema of version 1.2: days stay text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, shape, first in (
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+", "-+.0123456789"),
    ("bool", r"true|false", "tf"),
    ("null", r"|~|null", "~n"),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{shape})$"), [*first, ""]
    )

TYPES: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}
SAID = {"title", "description", "examples", "enumDescriptions", "format", "$schema"}
JUDGED = {"type", "enum", "pattern", "items", "properties", "required", "additionalProperties"}


def against(schema: dict[str, Any], value: Any, where: str = "") -> Iterator[str]:
    """What a JSON Schema tool would object to; only the words our schemas use."""
    assert not schema.keys() - SAID - JUDGED - {"anyOf"}
    if "anyOf" in schema:
        yield from min((list(against(one, value, where)) for one in schema["anyOf"]), key=len)
        return
    types = schema.get("type", [])
    if types and not any(
        TYPES[one](value) for one in (types if isinstance(types, list) else [types])
    ):
        yield f"{where}: {value!r} is no {types}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is not in the list"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} has another form"
    for place, item in enumerate(value if isinstance(value, list) and "items" in schema else ()):
        yield from against(schema["items"], item, f"{where}[{place}]")
    if isinstance(value, dict) and "properties" in schema:
        yield from (f"{where}: no {key}" for key in schema["required"] if key not in value)
        for key, item in value.items():
            if key not in schema["properties"]:
                yield f"{where}: unknown {key}"
            else:
                yield from against(schema["properties"][key], item, f"{where}.{key}")


def as_tools_read(kind: Kind, text: str) -> Any:
    header = text.split("---\n")[1] if kind.text else text
    return yaml.load(header, Loader=Core)


@every_kind
def test_the_schema_accepts_the_example_and_nothing_unknown(kind: Kind) -> None:
    schema = dictionary.schema(kind, lists())
    example = as_tools_read(kind, kind.example())
    assert not list(against(schema, example))
    assert list(against(schema, {**example, "la": 1})) == [": unknown la"]
    assert ": no tieu_de" in list(against(schema, {}))
    assert list(against(schema, {**example, "ngay_dang": "05/03/2026"}))


TYPED = (
    *("05/03/2026", "2026-03-05", "2026-03", "2026", "2026-Q1", "trước 2026-03-05", "010", "13:30"),
    *("no", "có", "true", "1", "1,5", "1.000", "-1", "a b", "Á", "van-ban/x", "x#y", "a/b/c"),
    *("", "~", "2026-2-1", "31/11/2026", "Trước 2026", "1e3", "0x1F", "[có, không]", "[a, [b]]"),
    *("https://a.example/", "www.a", "[a]", "[a, b]", "{a: b}", "[]", "5%", "x.pdf", "../x"),
)


@every_kind
def test_an_editors_tool_never_objects_to_what_the_check_takes(kind: Kind) -> None:
    """The other way round it may stay silent: the check knows more than a schema can say."""
    schema = dictionary.schema(kind, lists())["properties"]
    silent = asked = 0
    for one in fields_of(kind.model):
        for typed in TYPED:
            text = f"{one.key}: {typed}\n"
            head = f"---\n{text}---\n\nx\n" if kind.text else text
            made, _ = source.read_text(kind.path("x"), head)
            if made is None:
                continue
            told = kind.read(made, lists())[1]
            own = [it for it in told if re.split(r"[.\[]", it.field)[0] == one.key]
            faulty = any(
                it.level == "lỗi" and (it.rule != "thieu" or it.field == one.key) for it in own
            )
            objected = list(against(schema[one.key], yaml.load(text, Loader=Core)[one.key]))
            assert faulty or not objected, (text, objected)
            asked += 1
            silent += faulty and not objected
    assert silent < 0.02 * asked


@pytest.mark.parametrize("name", LISTS)
def test_the_schema_of_a_list_accepts_the_list_and_nothing_unknown(name: str) -> None:
    schema = dictionary.list_schema(LISTS[name], lists())
    text = (ROOT / f"data/_danh-muc/{name}.yml").read_text(encoding="utf-8")
    made = yaml.load(text, Loader=Core)
    assert not list(against(schema, made))
    made["gia_tri"][0]["la"] = "có"
    assert list(against(schema, made)) == [".gia_tri[0]: unknown la"]
    bound = dictionary.settings()["yaml.schemas"]
    assert bound[f"./data/_schema/danh-muc/{name}.json"] == f"data/_danh-muc/{name}.yml"


@every_kind
def test_editors_tools_are_bound_to_the_files_of_facts(kind: Kind) -> None:
    bound = dictionary.settings()["yaml.schemas"]
    expected = None if kind.text else f"data/{kind.name}/*.yml"
    assert bound.get(f"./data/_schema/{kind.name}.json") == expected


def test_the_dictionary_tells_every_key_of_every_kind() -> None:
    told = dictionary.dictionary()
    for _, one in all_fields():
        assert one.key in told
        assert one.label in told
    assert "\n|  |" not in told


def test_prose_in_lists_is_prose() -> None:
    (exemplar,) = (kind for kind in KINDS if kind.name == "mo-hinh")
    steps = next(one for one in fields_of(exemplar.model) if one.key == "cach_lam")
    assert isinstance(inner(steps.form), Prose)
    assert "anyOf" in model_schema(exemplar.model, {})["properties"]["cach_lam"]


# The validity of a document on a day


def document(id: str, header: str) -> Document:
    text = f"---\ntieu_de: A\nloai: quy-dinh\nco_quan: B\nchat_luong_ban: goc-so\n{header}\n---\n"
    kind = next(kind for kind in KINDS if kind.model is Document)
    made, _ = source.read_text(kind.path(id), text)
    assert made
    entry, problems = kind.read(made, lists())
    assert isinstance(entry, Document)
    assert not problems
    return entry


@pytest.mark.parametrize(
    ("header", "later", "expected"),
    [
        ("", "", "chua-ro"),
        ("cho_ban_hanh: có", "", "cho-ban-hanh"),
        ("hieu_luc: [{loai: co-hieu-luc, ngay: 2021-05-19}]", "", "con-hieu-luc"),
        ("hieu_luc: [{loai: co-hieu-luc}]", "", "con-hieu-luc"),
        ("hieu_luc: [{loai: co-hieu-luc, ngay: 2026-03-06}]", "", "chua-hieu-luc"),
        (
            "hieu_luc: [{loai: co-hieu-luc, ngay: 2027}, {loai: co-hieu-luc, ngay: 2027}]",
            "",
            "chua-hieu-luc",
        ),
        (
            "hieu_luc: [{loai: co-hieu-luc, ngay: 2021}, {loai: ngung-toan-bo, ngay: 2025}]",
            "",
            "ngung-toan-bo",
        ),
        (
            "hieu_luc: [{loai: ngung-toan-bo, ngay: 2024}, {loai: thoi-ngung, ngay: 2025}]",
            "",
            "con-hieu-luc",
        ),
        ("hieu_luc: [{loai: het-mot-phan, ngay: 2027}]", "", "chua-ro"),
        ("", "ngay_ban_hanh: 2026-01-01\nquan_he: [{loai: thay-the, van_ban: a}]", "het-toan-bo"),
        ("", "ngay_ban_hanh: 2026-12-01\nquan_he: [{loai: thay-the, van_ban: a}]", "chua-ro"),
        ("", "quan_he: [{loai: huong-dan, van_ban: a}]", "chua-ro"),
        (
            "hieu_luc: [{loai: het-mot-phan, ngay: 2026-02-01, boi: b}]",
            "ngay_ban_hanh: 2026-01-01\nquan_he: [{loai: thay-the, van_ban: a}]",
            "het-mot-phan",
        ),
    ],
)
def test_the_validity_of_a_document_is_computed_for_the_day(
    header: str, later: str, expected: str
) -> None:
    one, other = document("a", header), document("b", later)
    incoming = [(other, relation) for relation in other.relations]
    known = {"a": one, "b": other}
    state = validity(one, incoming, date(2026, 3, 5), lists(), known).state
    assert state.value == expected
    assert state.label
    assert validity(one, incoming, date(2026, 3, 5), {}, known).state.value == expected


@pytest.mark.parametrize(
    ("publisher", "title", "name"),
    [
        ("Báo Làng", "Hoa nở", "Báo Làng: Hoa nở"),
        ("Báo Làng, bản tiếng Anh", "Hoa nở, bản tiếng Anh", "Báo Làng, bản tiếng Anh: Hoa nở"),
        ("Báo Làng", "Hoa nở, bản tiếng Anh", "Báo Làng: Hoa nở, bản tiếng Anh"),
        ("Trường Làng", "Giới thiệu Trường Làng", "Giới thiệu Trường Làng"),
        ("", "Hoa nở", "Hoa nở"),
    ],
)
def test_the_name_of_a_source_tells_its_publisher_and_its_edition_once(
    publisher: str, title: str, name: str
) -> None:
    own = f"co_quan: {publisher}\n" if publisher else ""
    text = f"tieu_de: {title}\nhang: bao-chi\n{own}ngay_doc: 2026-01-05\n"
    kind = next(kind for kind in KINDS if kind.name == "nguon")
    assert read(kind, text).name == name


@pytest.mark.parametrize("forms", [(Prose,), (Prose, Text), (Ref,)], ids=repr)
def test_the_values_of_some_forms_are_those_a_whole_walk_meets(forms: tuple[type[Form]]) -> None:
    library, _ = road.load(tiny.CONTENT, tiny.DAY)
    met = 0
    for entry in library.everything:
        wanted = [one for one in walk(entry) if isinstance(form_of(one[1]), forms)]
        assert list(of_forms(entry, forms)) == wanted, entry.id
        met += sum("[" in where and "." in where for where, _, _ in wanted)
    assert met > len(KINDS), "the content has too few values in groups to show anything"


def test_an_entry_was_withdrawn_on_its_own_last_day_else_at_its_latest_change() -> None:
    days = (date(2026, 1, 2), date(2026, 3, 4), date(2026, 2, 3))
    changes = tuple(Change(day=day, text=f"Sửa ngày {day}.") for day in days)
    term = Term(id="bia", title="Bịa", definition="Bịa.", changes=changes)
    assert term.withdrawal == changes[1]
    expired = dataclasses.replace(term, expires=days[0], expired=True)
    assert expired.withdrawal and expired.withdrawal.day == days[0]
    assert dataclasses.replace(term, changes=()).withdrawal is None


# What a kind itself finds wrong


def faults_of(kind: str, text: str) -> list[tuple[str, str, int]]:
    """Field, rule and line of what its own checks find in a file that is otherwise sound."""
    found = BY_NAME[kind]
    path = found.path("mau")
    made, _ = source.read_text(path, text)
    assert made
    known = lists_of(source.read(tiny.LISTS.parents[1]))[0]
    own = {"dat-qua-tong", "moc-lap", "moc-la", "vinh-danh", "ngay-nguoc", "so-lieu-mo-hinh",
           "lien-he-rieng", "ngay", "thieu"}  # fmt: skip
    problems = found.read(made, known)[1]
    return [(one.field, one.rule, one.line) for one in problems if one.rule in own]


SERIES = "tieu_de: A\ndo_gi: B\ndon_vi_tinh: trường\nmoc:\n"


def test_a_count_may_be_all_of_its_total_and_each_day_has_one() -> None:
    marks = (
        "  - {thoi_diem: 2024-01-01, gia_tri: 5, tong: 5}\n"
        "  - {thoi_diem: 2024-01-02, gia_tri: 6, tong: 5}\n"
        "  - {thoi_diem: 2024-01-03, gia_tri: 9}\n"
        "  - {thoi_diem: 2024-01-01, gia_tri: 4}\n"
        "dinh_chinh:\n"
        "  - {ngay: 2024-02-01, thoi_diem: 2024-01-01, truoc: 4, ly_do: C}\n"
        "  - {ngay: 2024-02-01, thoi_diem: 2024-01-05, truoc: 4, ly_do: C}\n"
    )
    assert faults_of("so-lieu", SERIES + marks) == [
        ("moc[2].gia_tri", "dat-qua-tong", 6),
        ("moc[4].thoi_diem", "moc-lap", 8),
        ("dinh_chinh[2].thoi_diem", "moc-la", 11),
    ]


@pytest.mark.parametrize(
    ("counts", "wrong"),
    [
        ("dat: 5, tong: 5", ""),
        ("dat: 6, tong: 5", "dat"),
        ("dat: 5, vuot: 5", ""),
        ("dat: 5, vuot: 6", "vuot"),
        ("dat: 4, tong: 5, vuot: 5", "vuot"),
        ("tong: 5, vuot: 5", ""),
        ("tong: 5, vuot: 6", "vuot"),
        ("dat: 0, tong: 0", ""),
        ("dat: 0, vuot: 1", "vuot"),
        ("vuot: 6", ""),
        ("dat: 6", ""),
    ],
)
def test_no_school_meets_or_exceeds_more_than_there_is(counts: str, wrong: str) -> None:
    text = f"tieu_de: A\ntinh: hue\nanh_chup:\n  - ket_qua: [{{{counts}}}]\n"
    at = f"anh_chup[1].ket_qua[1].{wrong}"
    assert faults_of("truong", text) == ([(at, "dat-qua-tong", 4)] if wrong else [])


def test_nobody_is_honoured_before_a_movement_begins_or_twice_for_the_same() -> None:
    start = BY_NAME["phong-trao"].example()
    made, _ = source.read_text(BY_NAME["phong-trao"].path("mau"), start)
    assert made
    one = Movement(
        id="a",
        title="A",
        start=2024,
        source=made,
        honoured=tuple(
            Honoured(year=year, name=name, form=form)
            for year, name, form in (
                (2024, "Trường A", "Cờ"),
                (2023, "Trường A", "Cờ"),
                (2024, "Trường A", "Cờ"),
                (2024, "Trường A", "Bằng"),
                (2024, "Trường B", "Cờ"),
            )
        ),
    )
    check = BY_NAME["phong-trao"].check
    assert check
    assert [problem.field for problem in check(one)] == ["vinh_danh[2].nam", "vinh_danh[3].ten"]
    assert [it.field for it in check(dataclasses.replace(one, start=None))] == ["vinh_danh[3].ten"]


def test_the_days_of_a_model_stand_in_order_and_its_figures_are_figures() -> None:
    check = BY_NAME["mo-hinh"].check
    made, _ = source.read_text("docs/mo-hinh/a.md", "---\ntieu_de: A\n---\n\nB.\n")
    assert check and made

    def told(**more: Any) -> list[str]:
        one = Exemplar(id="a", title="A", source=made, **more)
        own = {"ngay-nguoc", "so-lieu-mo-hinh", "lien-he-rieng"}
        return [it.field for it in check(one) if it.rule in own]

    steps = tuple(FirstStep(day=day, text="Làm") for day in (30, 30, 29))
    assert told(first_days=steps) == ["ngay_dau[3].den_ngay"]
    assert told(outcomes=(Outcome(text="A", measure="Số", value="nhiều"),)) == [
        "ket_qua[1].gia_tri"
    ]
    assert told(outcomes=(Outcome(text="A", measure="Số", value="2"),)) == []
    assert told(outcomes=(Outcome(text="A", value="2"),)) == ["ket_qua[1].gia_tri"]
    assert told(outcomes=(Outcome(text="A", measure="Số"),)) == ["ket_qua[1].chi_so"]
    assert told(outcomes=(Outcome(text="A", before="1"),)) == ["ket_qua[1].truoc"]
    assert told(outcomes=(Outcome(text="A"),)) == []
    assert told(contact="Phòng Đào tạo") == []
    assert told(contact="Phòng Đào tạo, 0912 345 678") == ["dau_moi"]
    assert told(contact="a@example.org") == ["dau_moi"]
    assert told(contact="Quyết định 12/2024/QĐ, ngày 01/02/2024") == []


def test_the_last_day_in_every_year_is_the_one_before_where_the_document_says_before() -> None:
    def each(yearly: str | None, before: bool) -> tuple[int, int] | None:
        return Deadline(type=None, yearly=yearly, before=before).each  # type: ignore[arg-type]

    assert each(None, True) is None
    assert each("02-22", False) == (2, 22)
    assert each("02-22", True) == (2, 21)
    assert each("02-02", True) == (2, 1)
    assert each("02-01", True) == (1, -1)
    assert each("02-01", False) == (2, 1)
    assert each("01-01", True) == (12, -1)
    assert each("03-01", True) == (2, -1)


def test_the_line_of_a_place_is_its_own_or_that_of_what_it_stands_in() -> None:
    text = "tieu_de: A\nnghia: B\ndu_kien:\n  - {noi_dung: C}\n  - noi_dung: D\n    ghi_chu: E\n"
    made, _ = source.read_text("data/thuat-ngu/a.yml", text)
    assert made
    entry, _ = BY_NAME["thuat-ngu"].read(made, {})
    told = ("", "nghia", "du_kien", "du_kien[1]", "du_kien[2].ghi_chu", "du_kien[2].khong_co",
            "du_kien[9].noi_dung", "khong_co")  # fmt: skip
    assert [entry.line(one) for one in told] == [1, 2, 3, 4, 6, 5, 3, 1]
    assert [where for where, _ in groups(entry)] == ["", "du_kien[1]", "du_kien[2]"]
    assert [(where, value) for where, _, value in walk(entry)] == [
        ("tieu_de", "A"),
        ("nghia", "B"),
        ("du_kien[1].noi_dung", "C"),
        ("du_kien[2].noi_dung", "D"),
        ("du_kien[2].ghi_chu", "E"),
    ]
    assert [(value, inner) for _, value, inner in values(entry)] == [
        ("A", False), ("B", False), ("C", True), ("D", True), ("E", True)
    ]  # fmt: skip
