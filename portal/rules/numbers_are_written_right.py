"""A document's number is written as such numbers are: `11-QĐ/TW`, its signs with their letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.citations import numbers, signs
from portal.kinds.document import Document
from portal.kinds.document.lists import DocumentType
from portal.kinds.lists import values
from portal.library import Library
from portal.problem import Level, Problem

RULE = "so-viet-sai"
_PRINTED = "cách in khác của bản gốc thì ghi ở so_nhu_in"
_ALLOWED = "bản gốc ghi đúng thế thì ghi vào ngoai-le.yml"


def check(library: Library) -> Iterator[Problem]:
    documents = [one for one in library.everything if isinstance(one, Document) and one.number]
    of_types = {
        one.value: signs.of_type(one.label)
        for one in values(library.lists, DocumentType).values()
        if not one.no_name
    }
    known = signs.of_numbers(one.number for one in documents if one.number)
    for one in documents:
        yield from _spelled(one, of_types, known)
        yield from _strange(one, of_types)


def _spelled(
    document: Document, of_types: Mapping[str, str], known: Mapping[str, str]
) -> Iterator[Problem]:
    told = document.number or ""
    sure = signs.written(told, [*of_types.values()], {})
    right = signs.written(told, [*of_types.values()], known)
    if sure and right != told:
        text = f"«{told}» chưa đúng cách viết; {_PRINTED}."
        level: Level = "lỗi" if sure != told else "nhắc"
        yield document.problem("so_ky_hieu", text, RULE, f"có phải {right}?", level=level)


def _strange(document: Document, of_types: Mapping[str, str]) -> Iterator[Problem]:
    number = numbers.read(document.number or "")
    wanted = of_types.get(document.type.value)
    if number is None or wanted is None or document.type.letter:
        return
    if mark := signs.strange(number, [*of_types.values()]):
        right = number.text.replace(mark, wanted, 1)
        text = f"«{number.text}»: «{mark}» không phải chữ của loại văn bản nào; {_ALLOWED}."
        yield document.problem("so_ky_hieu", text, RULE, f"có phải {right}?", level="nhắc")
