"""A document's own places: «khoản 1 Điều này», «điểm a khoản này», «Điều 12», «Chương này».

Comes in: plain text of a document, what of it names other documents. Goes out: places as `pins`
writes them. A place behind which, or in whose sentence, another document is named is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from portal.citations import pins
from portal.citations.citation import Citation
from portal.citations.pins import Chain

_NEAR = re.compile(
    r"(?:dieu|khoan|diem|chuong|muc|phan|phu[ \n]luc|tiet|doan)[ \n](?:nay|[0-9IVXa-z])",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"(?:iều|hoản|iểm|hương|ục|hần|iết|oạn) (?:này|[0-9IVXa-zđ])")
_LAW = (
    r"(?:[Bb]o luat|[Ll]uat|[Hh]ien phap|[Nn]ghi dinh|[Tt]hong tu|[Pp]hap lenh|[Cc]ong uoc"
    r"|[Hh]iep (?:dinh|uoc))"
)
LETTERS = r"(?:BL[A-Z]{2,6}(?![A-Za-z])|(?:ND|TT|QD|NQ)(?=[ \n](?:so[ \n])?[0-9]))"
"""«BLTTDS», «NĐ 105/2025»: a document by the first letters of its type."""
DOCUMENT = (
    rf"(?:{_LAW}|{LETTERS}"
    r"|Nghi quyet|Quyet dinh|Quy dinh|Quy che|Dieu le|Chi thi|Ket luan|Ke hoach|Huong dan"
    r"|Thong bao|Chuong trinh|De an|Cong van|Noi quy|Quy chuan|Tieu chuan|Van ban|Hop dong"
    r"|Bieu|Danh muc|VBHN)"
)
_OTHER = re.compile(
    rf"[ \n]nay(?![A-Za-z])|,?[ \n](?:sua doi|bo sung|bai bo|thay the)(?![A-Za-z])"
    r"|[ \n]?[,)]?[ \n]{0,2}(?:(?:va|hoac)[ \n])?"
    r"(?:(?:cua|thuoc)[ \n](?!Chuong|Muc|Phan|Phu luc)"
    rf"|(?:(?:tai|trong|theo|o|(?:ban hanh )?kem theo)[ \n])?(?:cac[ \n])?{DOCUMENT}(?![A-Za-z]))"
)
"""Behind a place: of another document than this; «Điều 8 này» is one that was spoken of, «Điều 25
sửa đổi …» one that amends."""
_PAPER = re.compile(
    r"[ \n](?:cua[ \n])?(?:hop dong|noi quy|ke hoach|de an|to trinh|bien ban|cong uoc|hiep dinh"
    r"|hiep uoc|dieu le|dieu uoc|quy che|cong van|bai|giao trinh)(?![A-Za-z])"
)
"""Other papers, in small letters too: «Điều 5 hợp đồng»."""
_LED = re.compile(
    r"(?:(?<![a-z])(?:tai|theo|trong|o|cua|va|hoac|cac|tu|den|tru|thuoc|voi|nhu)|[(,;:])"
    r"[ \n]{1,2}$",
    re.IGNORECASE,
)
"""What stands before a place in small letters: «điều 5», «mục 2» begin no sentence of law."""
_AMENDED = re.compile(r"[ \n](?:(?:da[ \n])?duoc[ \n](?:sua doi|bo sung|thay the|bai bo)|nhu sau)")
_CHANGES = re.compile(
    r"nhu sau[ ]?:[ \n]{1,2}(?:[0-9a-z]{1,2}[.)][ ])?(?:Bai bo|Sua doi|Bo sung|Thay the)"
    r"(?:,? (?:va )?(?:bo sung|sua doi))?(?: (?:ten|noi dung|mot so noi dung))?[ \n]$"
)
"""«… một số khoản của Luật A như sau: a) Bãi bỏ khoản 2 Điều 9»."""
_SPOKEN = re.compile(
    rf"(?<![A-Za-z])(?:{_LAW}[ \n](?!nay)(?:[A-Z]|so[ \n]|ve[ \n]|sua doi[ \n])|{LETTERS})"
)
_TOO = re.compile(
    r"[ \n](?:va|hoac)[ \n][^.;:?!\[\]]{0,120}?[ \n](?:[Kk]hoan|[Dd]ieu)[ \n][0-9]"
    rf"[^.;:?!\[\]]{{0,24}}?[ \n](?:cua[ \n])?{_LAW}[ \n](?!nay)(?:[A-Z]|so[ \n])"
)
"""«quy định tại Điều 9 và hành vi quy định tại Điều 13 của Luật …»: both are of that law."""
_PART = re.compile(r"[.?!\]][ \n]|\n\n|\x01|\[")
"""What ends a sentence for a place in brackets: its items name one document in the beginning."""
_SENTENCE = re.compile(r"[.;?!\]][ \n]|\n\n|\x01|\[|nhu sau[ ]?:")
_LOUD = re.compile(r"[ \n](?:[-–—][ \n])?[A-Z]{2,}[ \n][A-Z]{2,}|[ \n][-–—][ \n][A-Z]")
_LOUD_BEFORE = re.compile(r"[A-Z]{2,}[ \n][A-Z]{2,}[ \n]$")
_LABEL = re.compile(r"(?:.*[\n\x01])?[ ]*(?:[0-9]{1,2}[.)/-]){1,3}")
"""«1- Điều 9 (khoản 2): …»: a row that says what it is about."""
_QUOTES = ('"', "“", "‘", "'")
_TITLE = re.compile(r"\)?\\?[.:](?:[ \n]|$)|[ \n](?:\\?\[|[\"“][0-9])|\x00")
_BY = re.compile(r"[ \n](?:boi|cua|theo[ \n]cac)[ \n](?:cac[ \n])?$")
"""«được sửa đổi bởi khoản 2 Điều 1»: of the document that amends, named later or not at all."""
_PART_OF = re.compile(
    r"(?:quy[ \n]dinh|noi[ \n]dung|ten|diem|khoan|doan)[ \n]cua[ \n](?:cac[ \n])?$"
)
"""«một số điểm, khoản của Điều 42»: what is told is in the place, not done by it."""
_CUT_OFF = re.compile(r"[ ]*(?:$|\x00|\n[ ]*\n)")
"""Nothing ends the sentence: who pastes cuts it there, and goes on with the document's name."""
_WORDS_TOO = ("dieu", "phan", "muc", "doan", "diem")
_BEGINS = re.compile(r"(?:^|[.!?\x00\x01\n])[ \n\x00]*$")
_SET = re.compile(
    r"(?:(?:quy dinh|neu|huong dan) (?:tai|o|trong)|(?<![a-z])ten)[ \n]$", re.IGNORECASE
)
"""«quy định tại điểm này», «tên mục này» are places."""
_A_THING = re.compile(
    r"[ \n](?:cho|co nghia|la|khien|doi hoi|dong nghia|chung|giup|the hien)(?![A-Za-z])"
)
_SAID_ABOVE = re.compile(r"[ \n](?:(?:da[ \n])?(?:neu|noi|dan|ke)[ \n](?:o[ \n])?tren)(?![A-Za-z])")
_TOLD = re.compile(r"[ \n](?:quy[ \n]dinh|neu|noi)[ \n](?:tai|o)[ \n](?:cac[ \n])?$")
_NAMED = re.compile(rf"(?<![A-Za-z]){DOCUMENT}(?![A-Za-z]|[ \n]nay)")
_ENDS = re.compile(r"[ \n]?(?:[.;](?![\w])|$)")
"""«… quy định tại điểm a, b.»: no article behind it, so of this clause."""
_AROUND = {"diem": "khoan", "khoan": "dieu"}
HERE, AMENDED, AGAIN = "này", "sửa", "lại"
_BLOCK = re.compile(r"\n\n|\x01")
FARTHEST, FARTHEST_OF_LIST = 300, 900
"""So many letters before a place are searched for another document in its sentence, or for the one
that leads a list."""


def may_be_in(text: str) -> bool:
    """Cheap and generous, of text with its marks."""
    return bool(_MAYBE.search(text))


def find(bare: str, whole: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """The places that may be the document's own; `found`: what else is cited. The type tells which:
    «này» of the clause in which it stands, «sửa» of what is amended, «lại» of what was cited just
    before with the same places."""
    if not _NEAR.search(bare):
        return
    ends = [one.end for one in found]
    for chain in pins.loose(bare, whole, [(one.start, one.end) for one in found]):
        if chain.here:
            if _is_this(bare, whole, chain):
                yield _cited(chain, HERE)
        elif not chain.pins or _OTHER.match(bare, chain.end) or _is_heading(bare, chain):
            continue
        elif (at := bisect_right(ends, chain.start)) and _is_again(bare, chain, found[at - 1]):
            yield _cited(chain, AGAIN)
        elif _is_alone(bare, whole, chain):
            if above := _above(bare, chain, ends[at - 1] if at else 0):
                yield above
            else:
                yield _cited(chain, AMENDED if _is_amended(bare, chain) else "")


def _cited(chain: Chain, type: str) -> Citation:
    span = (chain.start, chain.end)
    return Citation(*span, span, "đây", type, pins=chain.pins)


def _is_amended(bare: str, chain: Chain) -> bool:
    """Whether the words around say that the place is changed: one of another document then."""
    if _AMENDED.match(bare, chain.end):
        return True
    left = bare[max(0, chain.start - 60) : chain.start]
    return "nhu sau" in left and bool(_CHANGES.search(left))


def _above(bare: str, chain: Chain, least: int) -> Citation | None:
    """«điểm a, b nêu trên», «… quy định tại điểm a, b.»: of the clause in which the words stand."""
    roots = {pin.id.partition("-")[0] for pin in chain.pins}
    if len(roots) > 1:
        return None
    if not (_SAID_ABOVE.match(bare, chain.end) or _is_told_alone(bare, chain, least)):
        return None
    around = _AROUND.get(roots.pop())
    if around is None:
        return None
    inside = (
        replace(pin, id=f"{around}.{pin.id}", upto=f"{around}.{pin.upto}" if pin.upto else "")
        for pin in chain.pins
    )
    return replace(_cited(chain, HERE), pins=tuple(inside))


def _is_told_alone(bare: str, chain: Chain, least: int) -> bool:
    """Whether a sentence ends with a place of no article, and no document was named in it; `least`:
    where the last one ends."""
    if "." in "".join(pin.id for pin in chain.pins) or not _ENDS.match(bare, chain.end):
        return False
    if not _TOLD.search(bare, max(0, chain.start - 24), chain.start):
        return False
    cuts = [one.end() for one in _SENTENCE.finditer(bare, least, chain.start)]
    return bool(cuts or not least) and not _NAMED.search(bare, cuts[-1] if cuts else 0, chain.start)


def _is_again(bare: str, chain: Chain, last: Citation) -> bool:
    """«khoản 1 Điều 9 của Luật A … Sửa đổi khoản 1 Điều 9 như sau»."""
    if not last.pins or chain.start - last.end > FARTHEST:
        return False
    ids = {pin.id for pin in chain.pins}
    if not ids <= {pin.id for pin in last.pins} or not all(id.startswith("dieu-") for id in ids):
        return False
    return not _BLOCK.search(bare, last.end, chain.start)


def _is_this(bare: str, whole: str, chain: Chain) -> bool:
    """«điều này» is a thing, «Điều này cho thấy» too; «các điều khoản này» is no place."""
    if len(chain.pins) == 1 and chain.pins[0].id in _WORDS_TOO:
        begins = bool(_BEGINS.search(bare[max(0, chain.start - 4) : chain.start]))
        small = whole[chain.start].islower()
        small = small and not _SET.search(bare[max(0, chain.start - 16) : chain.start])
        if small or (begins and _A_THING.match(bare, chain.end)):
            return False
    return not bare[max(0, chain.start - 5) : chain.start].lower().endswith("dieu ")


def _is_alone(bare: str, whole: str, chain: Chain) -> bool:
    told = whole[chain.start : chain.end]
    if _CUT_OFF.match(bare, chain.end) or told.isupper() or told.startswith("phần "):
        return False
    if _PAPER.match(bare, chain.end):
        return False
    small = told.startswith(("điều ", "mục "))
    if small and not _LED.search(bare, max(0, chain.start - 12), chain.start):
        return False
    bracketed = bare.startswith(")", chain.end) and bare[chain.start - 1 : chain.start] == "("
    most = FARTHEST_OF_LIST if bracketed else FARTHEST
    left = bare[max(0, chain.start - most) : chain.start]
    if (
        (_BY.search(left) and not _PART_OF.search(left))
        or left.rfind("[") > left.rfind("]")
        or _TOO.match(bare, chain.end)
    ):
        return False
    cuts = [one.end() for one in (_PART if bracketed else _SENTENCE).finditer(left)]
    return not _SPOKEN.search(left, cuts[-1] if cuts else 0)


def _is_heading(bare: str, chain: Chain) -> bool:
    """«Điều 5. Tên gọi» at the beginning of a block, or of what is quoted, or behind a title in
    capitals; «Chương I TÊN GỌI»."""
    before = bare[max(0, chain.start - 8) : chain.start].strip(' "“‘#*')
    begins = not before or before[-1] in "\n\x01.”" or bool(_LABEL.fullmatch(before))
    titled = bool(_TITLE.match(bare, chain.end))
    if begins:
        behind = bare[chain.end : chain.end + 1]
        return titled or not behind or behind in "\n\x00" or bool(_LOUD.match(bare, chain.end))
    left = bare[max(0, chain.start - 40) : chain.start]
    quoted = left.endswith(_QUOTES) and (titled or _LOUD.match(bare, chain.end))
    return bool(quoted or (titled and _LOUD_BEFORE.search(left)))
