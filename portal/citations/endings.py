"""Where the name of a law ends: what may stand behind a bare name, what no name has in it.

Comes in: plain text, a place in it. Goes out: whether a name ends there, the year or day told right
behind. Refuses to know: which laws there are.
"""

from __future__ import annotations

import re

from portal.citations import dates
from portal.dates import PartialDate

_YEAR = re.compile(
    r"(?:[ \n]cua[ \n]nam)?[ \n]?\(?(?<=[ \n(])(?P<year>(?:19|20)[0-9]{2})"
    r"(?![\w%]|[-/.,][0-9A-Z])\)?"
)
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
    quyết_định phải được không đã sẽ bị dự_án trường_hợp
    cam_đoan cam_kết chịu_trách_nhiệm đề_nghị yêu_cầu theo_quy
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
_WHOLE_WORD = re.compile(r"[ \n]{0,2}(?:,[ \n])?(?P<word>[^\W\d_]+)")
LONGEST = 16
"""Words of the name of a law that is not known."""


def ends(whole: str, place: int) -> bool:
    """Whether a bare name may end here."""
    return bool(_BEHIND.match(whole, place))


def dated(bare: str, whole: str, place: int) -> tuple[PartialDate, int] | None:
    """The date behind a name that is not known: «Luật Giáo dục 2019»."""
    before = ""
    for _ in range(LONGEST):
        date, end = when(bare, place)
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


def when(bare: str, place: int) -> tuple[PartialDate | None, int]:
    """The day or year right behind a name, «năm» or not."""
    date, end, _ = dates.at(bare, place)
    if date is None and (found := _YEAR.match(bare, place)):
        return PartialDate(int(found["year"])), found.end() - (
            found[0].endswith(")") and "(" not in found[0]
        )
    return date, end
