"""Laws cited by name: «Luật Đất đai 2024», «Bộ luật Lao động năm 2019», «Hiến pháp 2013».

Comes in: the types that are cited so, the titles that are known, plain text. Goes out: places, the
documents that have that name, the year or day told. A name counts whole: the longest one wins,
known or not, «sửa đổi» is a part of it, and the title of a law that amends others is one name.
Refuses to know: which of the versions of a law a bare name means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.citations import dates, initials
from portal.citations.initials import Ids
from portal.citations.titles import Titles, words
from portal.dates import PartialDate
from portal.text import fold

_COUNTRY = words("nuoc cong hoa xa hoi chu nghia viet nam")
_YEAR_OF_TITLE = re.compile(r"(?:19|20)[0-9]{2}")
_AMENDS = re.compile(
    r"(?:sua doi|bo sung)(?:, bo sung| va bo sung)?(?: mot so dieu)?(?: cua)?"
    r" (?P<type>bo luat|luat|phap lenh) (?P<title>.+)"
)
_AMENDED = re.compile(
    r"[ \n]?\(?[ \n]?(?:sua doi|bo sung)(?:,? (?:va )?bo sung)?\)?(?=[ \n]|$|[.,;:)\]])"
)
"""«Luật Đất đai (sửa đổi) …» is another law than «Luật Đất đai»."""
_YEAR = re.compile(r"[ \n]?\(?(?<=[ \n(])(?P<year>(?:19|20)[0-9]{2})(?![\w%]|[-/.,][0-9A-Z])\)?")
_NEXT = """
    có được bị quy_định về thì không là hiện_hành cho để trong tại đã phải do mà nêu chưa đang
    sẽ khi từ theo nhưng còn cũng năm ngày ban_hành hướng_dẫn vào ra nói trên mới như nếu cần
    đến thay_thế đối_với của_Quốc của_Việt của_nước của_Nhà của_Ủy áp_dụng phân_loại viết ghi
    gọi coi giao đòi yêu_cầu điều_chỉnh bảo_đảm cấm nghiêm_cấm xác_định buộc bắt_buộc bãi_bỏ
    hết ngừng ngưng bắt_đầu mở dành chỉ vẫn đều lại nên bởi vì lần cùng gồm bao_gồm đặt đề_ra
    thừa_nhận công_nhận giải_thích khẳng_định liệt_kê dùng tương_ứng nhằm ở qua bằng với
    tiếp_tục cho_phép thực_hiện tổ_chức thành_lập cấp xử_lý tiến_hành lập nộp gửi kể trước sau
    tới đồng_thời trở thông_qua làm khác liên_quan có_liên_quan trừ trường_hợp thuộc song hay
    ngoài đủ tham_gia nhất tuy đặc_biệt phát_sinh gây quy_về hoàn_toàn
"""
_NEXT_AND = """
    các những quy_định pháp_luật luật văn_bản khoản điều điểm điều_ước hướng_dẫn nghị thông_tư
    quyết_định phải được không đã sẽ bị cam_đoan cam_kết chịu_trách_nhiệm đề_nghị yêu_cầu theo_quy
"""


def _any_of(phrases: str) -> str:
    return "|".join(phrase.replace("_", r"[ \n]") for phrase in phrases.split())


_BEHIND = re.compile(
    r"[ \n]?(?:$|[.,;:()\[\]…?!“”\"«»|\x00]|\n|&quot;|[-–—] )"
    rf"|[ \n](?:và|hoặc|hay|với)[ \n](?:[A-ZĐ]|(?:{_any_of(_NEXT_AND)})(?!\w))"
    rf"|[ \n](?:{_any_of(_NEXT)})(?!\w)"
)
"""What may stand behind a bare name; else it goes on: «Luật Đầu tư công» is no «Luật Đầu tư»."""
_STOPS = frozenset(
    _any_of(
        "được có tại từ đến hết thì này khi mà số của trong về vào ở với bị bởi đã là không phải"
        " nêu do mới cũ luật để cho như nếu năm ngày tháng kể ban thông quyết nghị điều khoản điểm"
    ).split("|")
)
"""Words that no name of a law has, but for those in pairs of `_NAMED`."""
_NAMED = {("thông", "tin"), ("ban", "đêm"), ("điều", "ước"), ("luật", "sư")}
_VERBS = {("quy", "định"), ("hướng", "dẫn")}
_ONE_OF_MANY = re.compile(
    r"(?:(?:cac|nhung|moi|hai|ba|bon|nam)[ \n]ban|(?<![a-z])(?:lam|lap)|sua[ \n]doi)[ \n]$"
)
"""«các bản Hiến pháp», «làm Hiến pháp và sửa đổi Hiến pháp»: not the one in force."""
_BILL = re.compile(r"du (?:an|thao)[ \n]$")
"""«dự án Luật Giá» is not yet the law of that name."""
_NO_LAW = re.compile(r"[ \n](?:phap|le)(?![A-Za-z])")
"""«Luật pháp», «luật lệ»."""
_ENACTS = re.compile(r"quoc hoi ban hanh[ \n]$")
"""«Quốc hội ban hành Luật …»: the very law that says so."""
_WHOLE_WORD = re.compile(r"[ \n]{0,2}(?:,[ \n])?(?P<word>[^\W\d_]+)")
_TITLE_ENDS = re.compile(
    r",?[ \n](?=(?:nam[ \n])?(?:19|20)[0-9]{2}(?![0-9])|ngay[ \n][0-9]|so[ \n]:?[ \n]?[0-9]"
    r"|(?:co|het)[ \n]hieu|duoc[ \n]|da[ \n]|nhu[ \n]sau|cua[ \n]Quoc|do[ \n]|thi[ \n]"
    r"|quy[ \n]dinh[ \n])|[.;:()\[\]“”\"«»|\x00]|\n\n|&quot;"
)
LONGEST_NAME, LONGEST_TITLE = 16, 320
"""Words of the name of an unknown law; letters of the title of an amending one."""


@dataclass(frozen=True, slots=True)
class Law:
    """One law as it is named."""

    start: int
    end: int
    type: str
    ids: tuple[str, ...]
    date: PartialDate | None


class Laws:
    """The names of the laws that are known, and how any law is named."""

    def __init__(self, labels: Mapping[str, str], titles: Mapping[str, tuple[str, str]]) -> None:
        """`labels`: types cited by name → their names; `titles`: id → (type, title)."""
        self._types = {fold(label): value for value, label in labels.items()}
        self.titles = {value: Titles() for value in labels}
        self._alone: dict[str, list[str]] = {}
        for id, (type, title) in titles.items():
            if type in self.titles:
                self._add(id, type, title)
        labels = {value: word for word, value in self._types.items()}
        named = {
            id: (type, labels[type], _names(title, labels[type])[0])
            for id, (type, title) in titles.items()
            if type in labels
        }
        self._initials = initials.of(named)
        codes = [code for _, code in self._initials if " " not in code]
        self._code = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(codes)})(?![A-Za-z0-9])")
        self._codes = {code: type for type, code in self._initials if code in codes}
        self._begun = {code[:2] for code in codes}

    def may_be_in(self, text: str) -> bool:
        """Cheap and generous: whether a law may be named by letters, `BLTTDS`."""
        return any(one in text for one in self._begun)

    def _add(self, id: str, type: str, title: str) -> None:
        label = next(one for one, value in self._types.items() if value == type)
        for name in _names(title, label):
            self.titles[type].add(name, id)
            self.titles[type].add(initials.abbreviated(name), id)
            if not name:
                self._alone.setdefault(type, []).append(id)
        told = " ".join(fold(title).split()).removeprefix(f"{label} ")
        if amended := _AMENDS.match(told):
            base = _names(amended["title"], "")[0]
            kind = self._types.get(amended["type"], "")
            if kind:
                self.titles[kind].add([*base, *words("sua doi")], id)
                self.titles[kind].add([*base, *words("sua doi bo sung")], id)

    def find(self, bare: str, low: str, whole: str) -> Iterator[Law]:
        """`bare` without marks, `low` in lower case too."""
        least = 0
        for start, end, type in sorted([*self._named(low), *self._coded(bare)]):
            if start < least:
                continue
            if bare[start].isupper() and _amending(low, end):
                law, least = self._amending_law(bare, low, (start, end), type)
            else:
                law = self._law(bare, low, whole, (start, end), type)
            if law:
                least = max(least, law.end)
                yield law

    def _coded(self, bare: str) -> Iterator[tuple[int, int, str]]:
        """«Điều 17 BLTTDS»; but not «Bộ luật Tố tụng dân sự (BLTTDS)», which is named already."""
        for found in self._code.finditer(bare) if self._codes else ():
            start, end = found.span()
            if bare[start - 1 : start] != "(" or bare[end : end + 1] != ")":
                yield start, end, self._codes[found[0]]

    def _lettered(self, bare: str, span: tuple[int, int], type: str) -> tuple[int, Ids] | None:
        """«BLTTDS», «Luật XLVPHC»: by the first letters of its title."""
        start, place = span
        if ids := self._initials.get((type, bare[start:place])):
            return place, ids
        found = initials.LETTERS.match(bare, place)
        ids = self._initials.get((type, f" {found['letters']}")) if found else None
        return (found.end(), ids) if found and ids else None

    def _named(self, low: str) -> Iterator[tuple[int, int, str]]:
        """Where the words of a type stand, but not «pháp luật đất đai», «luật pháp»."""
        for word, type in self._types.items():
            at = low.find(word)
            while at >= 0:
                end = at + len(word)
                before = low[max(0, at - 5) : at]
                if not (before[-1:].isalnum() or low[end : end + 1].isalnum()) and not (
                    before.endswith((" bo ", "phap ")) or before == "bo " or _NO_LAW.match(low, end)
                ):
                    yield at, end, type
                at = low.find(word, end)

    def _amending_law(
        self, bare: str, low: str, span: tuple[int, int], type: str
    ) -> tuple[Law | None, int]:
        """The law that amends, its title taken whole, and where that title ends."""
        known = self.titles[type].longest(low, span[1])
        stop = _TITLE_ENDS.search(bare, span[1], span[1] + LONGEST_TITLE)
        end = stop.start() if stop else min(len(bare), span[1] + LONGEST_TITLE)
        if known and known[0] > end:
            end = known[0]
        date, until = _when(bare, end)
        ids = known[1] if known and known[0] == end else ()
        if not ids and date is None:
            return None, end
        return Law(span[0], until, type, ids, date), until

    def _law(self, bare: str, low: str, whole: str, span: tuple[int, int], type: str) -> Law | None:
        start, place = span
        if _ENACTS.search(low, max(0, start - 20), start):
            return None
        known = self.titles[type].longest(low, place) or self._lettered(bare, span, type)
        if known is None and type in self._alone:
            if _ONE_OF_MANY.search(low, max(0, start - 14), start):
                return None
            known = place, tuple(self._alone[type])
        capital = bare[start].isupper()
        if known:
            end, ids = known
            changed = _AMENDED.match(low, end) or "sua doi" in low[place:end]
            end += bool(changed and bare[end : end + 1] == ")")
            date, stop = _when(bare, end)
            if date and (capital or bare[place + 1 : place + 2].isupper()):
                return Law(start, stop, type, ids, date)
            bill = _BILL.search(low, max(0, start - 9), start)
            if not (date or changed or bill) and self._is_bare(bare, whole, span, end):
                return Law(start, end, type, ids, None)
        told = self._dated(bare, whole, place) if capital else None
        return Law(start, told[1], type, (), told[0]) if told else None

    def _is_bare(self, bare: str, whole: str, span: tuple[int, int], end: int) -> bool:
        name = bare[span[1] : end].strip()
        capital = bare[span[0]].isupper() or name[:1].isupper()
        return bool(capital and not (name.isupper() and " " in name) and _BEHIND.match(whole, end))

    def _dated(self, bare: str, whole: str, place: int) -> tuple[PartialDate, int] | None:
        """The date behind a name that is not known: «Luật Giáo dục 2019»."""
        before = ""
        for _ in range(LONGEST_NAME):
            date, end = _when(bare, place)
            if date:
                return (date, end) if before else None
            found = _WHOLE_WORD.match(whole, place)
            if found is None:
                return None
            word = found["word"].lower()
            after = _WHOLE_WORD.match(whole, found.end())
            pair = (word, after["word"].lower() if after else "")
            named = pair in _NAMED or (before, word) in _NAMED
            if pair in _VERBS or (word in _STOPS and not named):
                return None
            before, place = word, found.end()
        return None


def _amending(low: str, place: int) -> bool:
    return low.startswith(("sua doi", "bo sung"), place + 1)


def _when(bare: str, place: int) -> tuple[PartialDate | None, int]:
    """The day or year right behind a name, «năm» or not."""
    date, end, _ = dates.at(bare, place)
    if date is None and (found := _YEAR.match(bare, place)):
        return PartialDate(int(found["year"])), found.end() - (
            found[0].endswith(")") and "(" not in found[0]
        )
    return date, end


def _names(title: str, label: str) -> list[Sequence[str]]:
    """The words of a title, without its type, its year and the name of the country."""
    told = words(" ".join(fold(title).split()))
    kind = label.split()
    if kind and told[: len(kind)] == kind:
        told = told[len(kind) :]
    if len(told) > 1 and _YEAR_OF_TITLE.fullmatch(told[-1]):
        told = told[:-2] if told[-2] == "nam" else told[:-1]
    elif told and _YEAR_OF_TITLE.fullmatch(told[-1]):
        told = []
    bare = told[: -len(_COUNTRY)] if told[-len(_COUNTRY) :] == _COUNTRY else told
    return [told] if bare == told else [told, bare]
