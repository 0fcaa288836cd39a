"""The closed lists of `data/_danh-muc/`: what fields choose from, typed by their declarations.

Comes in: what room 1 read. Goes out: lists by name, and the faults of lists, each told once.
Refuses to know: what a value is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from portal.forms import Lists, Option, Reader, Sibling, meant
from portal.kinds import LISTS
from portal.kinds.fields import fields_of, form_of, read_model
from portal.kinds.lists import RULE, Listed, ListFile
from portal.problem import Problem
from portal.source import Mapping, Reading, Source, Value
from portal.text import quote

FOLDER = "data/_danh-muc"


def lists_of(reading: Reading) -> tuple[Lists, list[Problem]]:
    """The closed lists, and their faults. A list that names values of another is read after it."""
    sources = {one.name: one for one in reading.sources if is_list(one.path)}
    lists: dict[str, dict[str, Option]] = {}
    problems: list[Problem] = []
    for name, model in LISTS.items():
        if source := sources.get(name):
            reader = Reader(source.path, lists)
            lists[name] = dict(_read(model, source, reader))
            problems += reader.problems
        elif not model.OPTIONAL and path_of(model) not in reading.unread:
            remedy = "thêm tệp này: tieu_de, rồi gia_tri gồm các dòng {ma, nhan}"
            problems.append(Problem(path_of(model), 1, "", "chưa có danh mục này.", RULE, remedy))
    problems += (_unknown(sources[name]) for name in sources.keys() - LISTS.keys())
    return lists, problems


def is_list(path: str) -> bool:
    """Whether a file is a closed list."""
    return path.startswith(f"{FOLDER}/")


def path_of(model: type[Option]) -> str:
    return f"{FOLDER}/{model.LIST}.yml"


def _unknown(source: Source) -> Problem:
    other = "đổi tên theo data/_schema/README.md, hoặc xoá tệp"
    remedy = meant(source.name, LISTS, other, "{}.yml")
    return Problem(source.path, 1, "", "cổng không dùng danh mục nào tên này.", RULE, remedy)


def _read(model: type[Listed], source: Source, reader: Reader) -> Iterator[tuple[str, Option]]:
    """The values that have a code of their own, whatever else is wrong with them."""
    file = read_model(ListFile, source.values, "", reader)
    made: dict[str, Listed] = {}
    for place, line in enumerate(file.values.items if file.values else ()):
        one = _value(model, line, place, reader)
        if one is None:
            continue
        if first := made.get(one.value):
            told = f"mã {quote(one.value)} đã có ở dòng {first.line}."
            reader.fault(f"gia_tri[{place + 1}]", one.line, told, RULE, "mỗi mã một dòng")
        else:
            made[one.value] = one
    if made:
        _needed(model, made, source.values.lines["gia_tri"], reader)
        _siblings(model, made, reader)
    return iter(made.items())


def _value(model: type[Listed], line: Value, place: int, reader: Reader) -> Listed | None:
    where = f"gia_tri[{place + 1}]"
    if not isinstance(line, Mapping):
        remedy = "viết {ma: ma-khong-dau, nhan: Nhãn có dấu}"
        reader.fault(where, line.line, "thiếu ma và nhan.", RULE, remedy)
        return None
    before = len(reader.problems)
    one = read_model(model, line, where, reader, place=place, line=line.line)
    if not one.value:
        return None
    for key, told, remedy in one.faults() if len(reader.problems) == before else ():
        reader.fault(f"{where}.{key}", line.lines.get(key, line.line), told, RULE, remedy)
    return one if one.label else replace(one, label=one.value)


def _needed(model: type[Listed], made: dict[str, Listed], line: int, reader: Reader) -> None:
    for name in model.NEEDED or ():
        if name.value not in made:
            told = f"thiếu mã {quote(name.value)}; không có mã này máy không tính được."
            remedy = f"thêm lại dòng {{ma: {name.value}, nhan: …}}"
            reader.fault("gia_tri", line, told, RULE, remedy)


def _siblings(model: type[Listed], made: dict[str, Listed], reader: Reader) -> None:
    """References inside one list: to what is in it."""
    mine = [one for one in fields_of(model) if isinstance(form_of(one), Sibling)]
    for option in made.values() if mine else ():
        for one in mine:
            told = getattr(option, one.name)
            for code in told if isinstance(told, tuple) else filter(None, [told]):
                if code not in made:
                    where = f"gia_tri[{option.place + 1}].{one.key}"
                    remedy = meant(code, made, "ghi một mã có trong danh mục này")
                    text = f"{quote(code)} không có trong danh mục này."
                    reader.fault(where, reader.lines[where], text, RULE, remedy)
