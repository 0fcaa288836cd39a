"""The closed lists of `data/_danh-muc/`: what fields choose from.

Comes in: what room 1 read. Goes out: lists by name, and the faults of lists, each told once.
"""

from __future__ import annotations

from typing import Any

from portal.addresses import is_segment, segment
from portal.forms.places import WRITTEN
from portal.kinds import KINDS
from portal.kinds.base import Choice, ListOf, Lists, Option, walk_fields
from portal.letters.unseen import shows_nothing
from portal.problem import Problem
from portal.source import Listing, Mapping, Reading, Scalar
from portal.text import quote

FOLDER = "data/_danh-muc"


def lists_of(reading: Reading) -> tuple[Lists, list[Problem]]:
    """The closed lists, and their faults."""
    lists: dict[str, dict[str, Option]] = {}
    problems: list[Problem] = []
    for source in reading.sources:
        if not is_list(source.path):
            continue
        values = source.values.items.get("gia_tri")
        options: dict[str, Option] = {}
        if not isinstance(values, Listing):
            mend = "thêm gia_tri: rồi mỗi dòng một - {ma: ma-khong-dau, nhan: Nhãn có dấu}"
            problems.append(
                Problem(source.path, 1, "gia_tri", "thiếu danh sách.", "danh-muc", mend)
            )
        for place, item in enumerate(values.items if isinstance(values, Listing) else ()):
            texts = _texts(item)
            if shows_nothing(texts.get("ma", "")) or shows_nothing(texts.get("nhan", "")):
                problems.append(
                    Problem(
                        source.path,
                        item.line,
                        f"gia_tri[{place + 1}]",
                        "thiếu ma hoặc nhan.",
                        "danh-muc",
                        "viết {ma: ma-khong-dau, nhan: Nhãn có dấu}",
                    )
                )
                continue
            if not is_segment(texts["ma"]):
                problems.append(
                    Problem(
                        source.path,
                        item.line,
                        f"gia_tri[{place + 1}].ma",
                        f"{quote(texts['ma'])} không dùng làm mã được.",
                        "ma",
                        f"{WRITTEN}, ví dụ: {segment(texts['ma']) or segment(texts['nhan'])}",
                    )
                )
                continue
            if texts["ma"] in options:
                problems.append(
                    Problem(
                        source.path,
                        item.line,
                        f"gia_tri[{place + 1}]",
                        f"mã «{texts['ma']}» đã có.",
                        "danh-muc",
                        "mỗi mã một dòng",
                    )
                )
            options[texts["ma"]] = Option(texts["ma"], texts["nhan"], place, texts)
        lists[source.name] = options
    for name in sorted(_named_lists() - lists.keys()):
        path = f"{FOLDER}/{name}.yml"
        if path not in reading.unread:
            mend = "thêm tệp này: tieu_de, rồi gia_tri gồm các dòng {ma, nhan}"
            problems.append(Problem(path, 1, "", "chưa có danh mục này.", "danh-muc", mend))
    return lists, problems


def is_list(path: str) -> bool:
    """Whether a file is a closed list."""
    return path.startswith(f"{FOLDER}/")


def _named_lists() -> set[str]:
    """The closed lists that fields of any kind name."""
    forms = (one.form for kind in KINDS for _, one in walk_fields(kind.model))
    inner = (form.form if isinstance(form, ListOf) else form for form in forms)
    return {form.of for form in inner if isinstance(form, Choice)}


def _texts(item: Any) -> dict[str, str]:
    if not isinstance(item, Mapping):
        return {}
    return {key: value.text for key, value in item.items.items() if isinstance(value, Scalar)}
