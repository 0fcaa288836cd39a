"""Thuật ngữ: terms and abbreviations; schema.org `DefinedTerm`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import Entry, Kind, Link, Linked, ListOf, Prose, Ref, Text, field
from portal.problem import Problem
from portal.text import fold, sort_key


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """A word of the field with its meaning."""

    KIND: ClassVar[str] = "thuat-ngu"

    abbreviations: tuple[str, ...] = field("viet_tat", "Viết tắt", ListOf(Text(40)))
    """Các cách viết tắt."""
    synonyms: tuple[str, ...] = field("cach_goi_khac", "Cách gọi khác", ListOf(Text(120)))
    """Cách gọi khác gặp trong văn bản, báo chí."""
    unmarked: tuple[str, ...] = field("khong_tu_noi", "Không tự nối", ListOf(Text(120)))
    """Những cách viết trong tiêu đề, chữ viết tắt và cách gọi khác ở trên mà khi gặp trong bài thì
    không nối tới trang này, vì quá quen thuộc hoặc có nhiều nghĩa."""
    definition: str = field("nghia", "Nghĩa", Prose(), required=True)
    """Nghĩa bằng lời của ta."""
    related: tuple[Link, ...] = field(
        "lien_quan",
        "Liên quan",
        ListOf(Ref("thuat-ngu", "van-ban", "bo-tieu-chi", "don-vi", "quy-trinh")),
    )
    """Mục nên xem thêm."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to write it."""
        return (self.title, *self.abbreviations, *self.synonyms)

    @property
    def marked(self) -> tuple[str, ...]:
        """The ways to write it by which it is recognised in running text; an abbreviation that
        is written out explains itself."""
        names = self.abbreviations if self.title in self.abbreviations else self.names
        return tuple(dict.fromkeys(name for name in names if name not in self.unmarked))

    def expansion(self, abbreviation: str) -> str:
        """The name whose words begin with these letters; empty where none is known to."""
        wanted = _letters(abbreviation)
        full = [name for name in (self.title, *self.synonyms) if name not in self.abbreviations]
        exact = (name for name in full if _initials(name) == wanted)
        longer = (name for name in full if _initials(name).startswith(wanted))
        return next(exact, "") or next(longer, "")


def _letters(abbreviation: str) -> str:
    """`Vụ CTCT` → `vctct`: the letters that stand for words."""
    return fold("".join(letter for letter in abbreviation if letter.isupper()))


def _initials(name: str) -> str:
    """`Vụ Các trường chính trị` → `vctct`."""
    return fold("".join(word[0] for word in name.split() if word[0].isalnum()))


def _check(term: Term) -> Iterator[Problem]:
    """A name that is not to be marked has to be one of its names, or nothing would come of it."""
    for place, name in enumerate(term.unmarked, 1):
        if name not in term.names:
            yield term.problem(
                f"khong_tu_noi[{place}]",
                f"«{name}» không phải một cách viết của thuật ngữ này.",
                "khong-tu-noi",
                "chép đúng như ở tieu_de, viet_tat hoặc cach_goi_khac",
            )


KIND = Kind(
    model=Term,
    label="Thuật ngữ",
    one="thuật ngữ",
    lead="Từ ngữ và chữ viết tắt trong văn bản về trường chính trị chuẩn.",
    how="Chọn chữ cái để tới phần tương ứng.",
    menu="Tra cứu",
    called=(
        "từ điển",
        "giải thích từ ngữ",
        "danh mục viết tắt",
        "bảng chữ viết tắt",
        "chữ viết tắt",
    ),
    order=lambda term: sort_key(term.title),
    about=lambda term: term.definition,
    check=_check,
    linked=Linked(
        "DefinedTerm",
        {"definition": "description", "abbreviations": "termCode", "synonyms": "alternateName"},
    ),
)
