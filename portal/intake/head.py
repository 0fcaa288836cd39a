"""The head of a document: number, type, issuer, place, day, subject.

Comes in: the pieces of its first page, the names of types, how names are written. Goes out: fields
with their places, and where the body begins. Numbers and days are read by `citations`; here is only
where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from portal.citations import numbers
from portal.citations.numbers import Number
from portal.citations.spelling import composed, plain
from portal.clauses.labels import Unit, label_of
from portal.dates import PartialDate
from portal.intake import issuer, subject
from portal.intake.fields import Fields, Found, Said, Sure
from portal.intake.naming import Casings, is_capitals
from portal.intake.segments import Segment
from portal.text import fold

_SENTENCE = 8
"""A line of more words that ends with a full stop is text."""
FARTHEST = 70
"""So many pieces are searched for a head."""
_NUMBER = re.compile(
    r"(?:(?:luat|bo luat|nghi quyet|phap lenh|nghi dinh|lenh)[ ]+)?(?:s[o06]|so ky hieu)"
    r"(?:[ ]*[:.;][ ]*|(?=[ ]*[0-9lio|]{1,5}[a-d]?[ ]*[-/])[ ]*|(?=[ ]{0,40}[-/.…_])[ ]*|[ ]*$)"
    r"(?P<rest>.*)"
)
_BLANK = re.compile(r"[ .…_]*[-/]{1,2}[ ]*[a-z]")
_SLIPS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "S": "5", "B": "8"})
_DATED = re.compile(
    r"(?P<place>[^,;:0-9(){}]{2,40}?)[ ]*,?[ ]*ng[a]?y[ ]*(?P<d>[0-9oli]{1,2}|[ .…_]*)[ ]*th[a]?ng"
    r"[ ]*(?P<m>[0-9oli]{1,2}|[ .…_]*)[ ]*n[a]m[ ]*(?P<y>[0-9oli]{4}|[ .…_]*)[ .]*"
)
_MOTTO = ("cong hoa xa hoi", "doc lap", "dang cong san viet nam", "nuoc cong hoa")
_LETTER = re.compile(r"kinh gui")
BASIS = re.compile(
    r"(?:-[ ]*)?(?:can cu|thuc hien|theo de nghi|xet de nghi|xet to trinh|de thuc hien)[ ]"
)


@dataclass(slots=True)
class Head:
    """A head as far as it has been read."""

    types: Mapping[str, str]
    letter: str
    """The type of letters, which do not print it."""
    casings: Casings
    today: date
    used: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def read(self, told: Sequence[Segment]) -> Fields:
        told = told[:FARTHEST]
        typed = self._type_line(told)
        end = typed if typed is not None else _body_begins(told)
        number, printed = self._number(told[:end] if typed is not None else told[: end + 1])
        dated = self._dated(told[: end + 1])
        type_ = self._type(told, typed, number)
        above = self._above(told[:end])
        is_head = number is not None or typed is not None or any(map(_is_motto, told[:end]))
        superior, body = issuer.read(above, number, self.casings, self.used, is_head=is_head)
        title = subject.read(told, typed, end, self.types, self.casings, self.used)
        return Fields(
            number=_said(number, printed),
            printed=printed[0] if printed and number and printed[0] != number.text else "",
            type=type_,
            issuer=body,
            superior=superior,
            place=dated[0],
            date=dated[1],
            title=title,
            used=tuple(self.used),
            doubts=tuple(self.doubts),
        )

    def _above(self, told: Sequence[Segment]) -> list[Segment]:
        """What stands above the number, or above the type where nothing does: stamps and notes of
        the receiving office stand below."""
        at = next((at for at, one in enumerate(told) if _NUMBER.match(one.folded)), len(told))
        free = [one for one in told[:at] if not self._is_used(one)]
        if any(is_capitals(one.text) for one in free):
            return free
        return [one for one in told if not self._is_used(one)]

    def _is_used(self, one: Segment) -> bool:
        folded = one.folded
        return (
            folded.startswith(_MOTTO)
            or bool(_NUMBER.fullmatch(folded))
            or bool(_DATED.fullmatch(folded))
            or numbers.read(one.text) is not None
        )

    def _type_line(self, told: Sequence[Segment]) -> int | None:
        """The line that is the name of a type, in capitals or alone and set apart."""
        for at, one in enumerate(told):
            if self._named_type(one):
                return at
            label = label_of(one.text) if at > 4 else None
            if label and label.unit <= Unit.ARTICLE:
                return None
        return None

    def _named_type(self, one: Segment) -> str:
        folded = " ".join(fold(one.text).split())
        if folded.endswith(":") or one.label:
            return ""
        capitals = is_capitals(one.text)
        best = ""
        for value, name in self.types.items():
            wanted = fold(name)
            alone = folded == wanted and (capitals or one.bold or one.centred)
            begins = capitals and folded.startswith(f"{wanted} ")
            if (alone or begins) and len(wanted) > len(fold(self.types.get(best, ""))):
                best = value
        return best

    def _type(
        self, told: Sequence[Segment], typed: int | None, number: Number | None
    ) -> Said | None:
        by_mark = self._types_of(number) if number else []
        if typed is not None:
            one = told[typed]
            value = self._named_type(one)
            self.used.append((one.place, "loai"))
            why = ""
            if by_mark and value not in by_mark:
                named = " hoặc ".join(f"«{self.types[one]}»" for one in by_mark)
                why = f"ký hiệu của số nói {named}"
            return Found(value, Sure.LIKELY if why else Sure.CERTAIN, one.place, why)
        letter = next((one for one in told if _LETTER.match(one.folded)), None)
        if len(by_mark) == 1:
            return Found(by_mark[0], Sure.LIKELY, "số, ký hiệu", "không có dòng tên loại")
        if letter and self.letter:
            sure = Sure.CERTAIN if any(subject.is_about(one) for one in told) else Sure.LIKELY
            return Found(self.letter, sure, letter.place, "" if sure > 2 else "chỉ thấy «Kính gửi»")
        return None

    def _types_of(self, number: Number) -> list[str]:
        """The types whose initials the first mark is, perhaps with more of the last word («QĐi»);
        some share theirs."""
        mark = fold(number.marks[0])
        found = []
        for value, name in self.types.items():
            *words, last = fold(name).split()
            first = "".join(word[0] for word in words)
            if mark.startswith(first + last[0]) and last.startswith(mark[len(first) :]):
                found.append(value)
        return found

    def _number(
        self, told: Sequence[Segment]
    ) -> tuple[Number | None, tuple[str, str, bool] | None]:
        """The number behind «Số», and (as printed, place, whether letters had to be guessed)."""
        for at, one in enumerate(told):
            found = _NUMBER.match(one.folded)
            if not found or len(one.text) > 90:
                continue
            rest = one.text[found.start("rest") :].strip()
            if not rest and at + 1 < len(told):
                rest = told[at + 1].text
                self.used.append((told[at + 1].place, "so_ky_hieu"))
            if read := self._read_number(rest):
                self.used.append((one.place, "so_ky_hieu"))
                return read[0], (read[1], one.place, read[2])
            if _BLANK.match(fold(rest)):
                self.doubts.append(f"{one.place}: chỗ ghi số để trống («{one.text}»).")
                self.used.append((one.place, "so_ky_hieu"))
                return None, None
        for one in told:
            if number := numbers.read(one.text):
                self.used.append((one.place, "so_ky_hieu"))
                return number, (one.text, one.place, False)
        return None, None

    def _read_number(self, text: str) -> tuple[Number, str, bool] | None:
        """As it stands; else with the digits that scanners mistake for letters."""
        whole = composed(text)[0]
        found = numbers.NUMBER.match(plain(whole))
        if found and numbers.is_whole(found, True, ()):
            number = numbers.taken_apart(found, whole)
            right = self._with_marks(number)
            return right, whole[: found.end()], right != number
        digits = re.match(r"[0-9lI|OoSB]{1,5}(?=[ ]?[-/])", whole)
        if digits and not digits[0].isdigit():
            mended = digits[0].translate(_SLIPS) + whole[digits.end() :]
            again = numbers.NUMBER.match(plain(mended))
            if again and numbers.is_whole(again, True, ()):
                return numbers.taken_apart(again, mended), whole[: again.end()], True
        return None

    def _with_marks(self, number: Number) -> Number:
        """«QD» of a scan is the «QĐ» of «Quyết định»."""
        mark = number.marks[0]
        for name in self.types.values():
            wanted = "".join(word[0] for word in name.split()).upper()
            if mark != wanted and fold(mark) == fold(wanted) and len(wanted) > 1:
                text = number.text.replace(mark, wanted, 1)
                return Number(number.serial, number.year, (wanted, *number.marks[1:]), text)
        return number

    def _dated(self, told: Sequence[Segment]) -> tuple[Said | None, Said | None]:
        for one in told:
            found = _DATED.fullmatch(one.folded)
            if not found:
                continue
            self.used.append((one.place, "noi_ban_hanh, ngay_ban_hanh"))
            place = one.text[slice(*found.span("place"))].strip(" ,")
            parts = [found[key].strip(" .…_") for key in ("y", "m", "d")]
            day = self._day(parts, one)
            sure = Sure.CERTAIN if place[:1].isupper() else Sure.LIKELY
            return Found(place, sure, one.place), day
        return None, None

    def _day(self, parts: Sequence[str], one: Segment) -> Said | None:
        guessed = any(not part.isdigit() for part in parts if part)
        digits = [part.translate(_SLIPS).replace("i", "1") for part in parts]
        if not digits[0] or not digits[1]:
            self.doubts.append(f"{one.place}: ngày chưa điền đủ («{one.text}»).")
            return None
        if not digits[2]:
            self.doubts.append(f"{one.place}: chưa điền ngày («{one.text}»), chỉ ghi tháng.")
        try:
            told = PartialDate.read("-".join(part.zfill(2) for part in digits if part))
        except ValueError:
            self.doubts.append(f"{one.place}: «{one.text}» không phải một ngày có thật.")
            return None
        why = "có chữ số đọc từ chữ cái" if guessed else ""
        if told.earliest > self.today:
            why = "ngày ở sau hôm nay"
        sure = Sure.LIKELY if why or not digits[2] else Sure.CERTAIN
        return Found(told.iso, sure, one.place, why)


def _is_motto(one: Segment) -> bool:
    return one.folded.startswith(_MOTTO)


def _said(number: Number | None, printed: tuple[str, str, bool] | None) -> Said | None:
    if number is None or printed is None:
        return None
    why = "có chữ đã đọc lại" if printed[2] else ""
    return Found(number.text, Sure.LIKELY if why else Sure.CERTAIN, printed[1], why)


def _body_begins(told: Sequence[Segment]) -> int:
    """The first piece that is text: a basis, an address, a clause, a long sentence."""
    for at, one in enumerate(told):
        folded = one.folded
        if BASIS.match(folded) or (len(one.text) > 220 and not is_capitals(one.text)):
            return at
        found = label_of(one.text) if not one.column else None
        if found and found.unit < Unit.DASH:
            return at
        if at and len(one.text.split()) > _SENTENCE and one.text.endswith("."):
            return at
    return len(told)
