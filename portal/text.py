"""Vietnamese text: folding, slugs, sorting, dates and numbers. Pure, imports nothing of ours.

`đ` has no Unicode decomposition, so the stock slug turns «Điều 5» into `ieu-5`; the table here is
the only one, and `tests/fold.json` is read by the Python and the browser tests alike.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
NBSP = "\N{NO-BREAK SPACE}"


def nfc(text: str) -> str:
    """The composed form, the only one kept inside the portal."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without marks: `Đội ngũ` → `doi ngu`. Lengths may change."""
    plain = unicodedata.normalize("NFD", text.translate(_LETTERS_WITHOUT_DECOMPOSITION))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Kebab-case for addresses and anchors: `Điều 5. Đội ngũ` → `dieu-5-doi-ngu`."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


# Vietnamese dictionary order: base letters first, then tone (ngang huyền hỏi ngã sắc nặng).
# Ranks: 0 space, 1 punctuation, 2 a number, 20 and on the alphabet, 200 and on other letters.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_RANK = {letter: place for place, letter in enumerate(_ALPHABET, start=20)}


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Vietnamese alphabetical order, tones only between otherwise equal words; numbers by size."""
    letters: list[int] = []
    tones: list[int] = []
    for part in re.split(r"(\d+)", nfc(text).casefold()):
        if part.isdecimal():
            digits = "".join(str(int(digit)) for digit in part).lstrip("0")
            letters += [2, len(digits), *(int(digit) for digit in digits)]
            continue
        for char in unicodedata.normalize("NFD", part):
            if char in _TONES:
                if tones:
                    tones[-1] = _TONES[char]
            elif unicodedata.combining(char):
                letter = nfc(chr(_letter_code(letters[-1])) + char) if letters else ""
                if letter in _RANK:
                    letters[-1] = _RANK[letter]
            else:
                other = 200 + ord(char) if char.isalnum() else int(not char.isspace())
                letters.append(_RANK.get(char, other))
                tones.append(0)
    return tuple(letters), tuple(tones), text


def initial(text: str) -> str:
    """The letter a name stands under, without its tone: Ă Â Đ Ê Ô Ơ Ư are letters; else «0–9»."""
    first = next((char for char in nfc(text) if char.isalnum()), "")
    apart = unicodedata.normalize("NFD", first)
    plain = nfc("".join(char for char in apart if char not in _TONES))
    return plain.upper() if plain.isalpha() else "0–9"


def _letter_code(rank: int) -> int:
    return ord(_ALPHABET[rank - 20]) if 20 <= rank < 20 + len(_ALPHABET) else 0


def day(value: date) -> str:
    """`19/5/2021`: the form of Vietnamese documents (a zero before days below ten, months 1 and
    2)."""
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def number(value: Decimal | int) -> str:
    """`17.980` and `89,9`: dot for thousands, comma for decimals."""
    whole, _, rest = (f"{value:,}" if isinstance(value, int) else f"{value:,f}").partition(".")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def quote(text: str, longest: int = 60) -> str:
    """A value as messages show it: one line, in «…», its end left out where it is long."""
    told = " ".join(text.split())
    return f"«{told}»" if len(told) <= longest else f"«{told[:longest]}…»"


def upper_first(text: str) -> str:
    """A capital at the beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


_PARTIAL = re.compile(
    r"(?:(?P<bound>trước|sau|khoảng|đầu|giữa|cuối)\s+)?"
    r"(?P<year>(?:18|19|20)[0-9]{2})(?:-(?:Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_TYPED = tuple(
    re.compile(rf"(?P<bound>(?:trước|sau|khoảng|đầu|giữa|cuối)\s+)?{form}")
    for form in (
        r"(?:ngày\s+)?(?P<d>[0-9]{1,2})(?:[/.-]|\s+tháng\s+)(?P<m>[0-9]{1,2})(?:[/.-]|\s+năm\s+)(?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})[/.-](?P<m>[0-9]{1,2})[/.-](?P<d>[0-9]{1,2})",
        r"(?:tháng\s+)?(?P<m>[0-9]{1,2})(?:[/.-]|\s+năm\s+)(?P<y>[0-9]{4})",
    )
)


def iso_of(text: str) -> str:
    """`05/03/2026` → `2026-03-05`, «tháng 3/2026» → `2026-03`; empty where the text is no such
    date."""
    for found in (form.fullmatch(nfc(text.strip().lower())) for form in _TYPED):
        if found:
            told = {"d": "01"} | found.groupdict()
            iso = f"{told['y']}-{int(told['m']):02d}-{int(told['d']):02d}"
            try:
                date.fromisoformat(iso)
            except ValueError:
                return ""
            return (told["bound"] or "") + (iso if "d" in found.groupdict() else iso[:7])
    return ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, quarter or year, perhaps only a bound of it («trước 2026-01-30»)."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    bound: str = ""

    @classmethod
    def read(cls, text: str) -> PartialDate:
        """Raises ValueError where the text is no date, or an impossible one."""
        found = _PARTIAL.fullmatch(nfc(text.strip()))
        if not found:
            raise ValueError(text)
        parts = {
            name: int(value)
            for name, value in found.groupdict().items()
            if value and name != "bound"
        }
        made = cls(bound=found["bound"] or "", **parts)
        date(
            made.year, 1 if made.month is None else made.month, 1 if made.day is None else made.day
        )
        return made

    @property
    def earliest(self) -> date:
        """The first day it can mean, for sorting; bounds are not moved."""
        month = self.month or (self.quarter * 3 - 2 if self.quarter else 1)
        return date(self.year, month, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can mean; bounds are not moved."""
        month = self.month or (self.quarter * 3 if self.quarter else 12)
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def is_before(self, other: PartialDate) -> bool:
        """Surely before: «2025» is not before «2025-07-01», nor is «sau 2020» before anything."""
        unsure = self.bound in ("sau", "khoảng") or other.bound in ("trước", "khoảng")
        return not unsure and self.latest < other.earliest

    def reached(self, today: date) -> bool | None:
        """Whether it is past on a day; None where it is known too roughly to say."""
        first, last = self.earliest, self.latest
        if self.bound == "khoảng":
            margin = timedelta(days=max(31, (last - first).days))
            first, last = first - margin, last + margin
        if self.bound != "sau" and last <= today:
            return True
        return None if self.bound == "trước" or first <= today else False

    def __str__(self) -> str:
        if self.day and self.month:
            told = day(date(self.year, self.month, self.day))
        elif self.month:
            told = f"{self.month:02d}/{self.year}"
        elif self.quarter:
            told = f"quý {('I', 'II', 'III', 'IV')[self.quarter - 1]}/{self.year}"
        else:
            told = str(self.year)
        if self.bound in ("đầu", "giữa", "cuối") and not self.month:
            return f"{self.bound} năm {told}" if not self.quarter else f"{self.bound} {told}"
        return f"{self.bound} {told}" if self.bound else told

    @property
    def iso(self) -> str:
        """`2024-12`, without the bound: for `<time datetime>`; a quarter gives its year."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)
