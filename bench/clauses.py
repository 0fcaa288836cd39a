"""Ids and numbers of clauses in real documents, pasted, mended and built, beside what their texts
print.

In: a folder of texts, one paragraph a line, as copied from the web; a folder to work in. Out: for
each document how many điều, khoản, điểm its text prints, how many have the right id and number on
the page, elements before a part is opened. What is printed is read here by rules of its own, which
know nothing of `portal.clauses`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from lxml import html

HOME = Path(__file__).parent.parent
DAY = "2026-03-05"
_HEAD = """---
tieu_de: Văn bản đo {at}
tom_tat: Văn bản để đo, không phải nội dung của cổng.
so_ky_hieu: {at}/2020/QH99
loai: luat
co_quan: Quốc hội
ngay_ban_hanh: 2020-01-01
chat_luong_ban: goc-so
dieu_khoan_du: có
linh_vuc: [{field}]
nguon: [van-ban/{name}]
---

"""
_ARTICLE = re.compile(r"[“\"‘ ]*Điều (\d+[a-zđ]?)(?:\s*[.:]|(?= \[)|$)")
_GLUED = re.compile(r".*?[.:;”\"\]] ?Điều (\d+[a-zđ]?)\. (?=[^\W\d_])")
_CLAUSE = re.compile(r"[“\"‘ ]*(\d{1,3}[a-zđ]?)[.)](?!\d)\s*(?:$|(?=\D))")
_POINT = re.compile(r"[“\"‘ ]*([a-zđ])\)")
_WIDER = re.compile(r"(?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC|Phụ lục|PHỤ LỤC) +\w+|[IVX]+\. ")
_UNITS = {"dieu": "Điều", "khoan": "khoản", "diem": "điểm"}
Printed = tuple[str, str]
"""Unit and number, as printed: («khoan», «2»)."""


@dataclass(slots=True)
class Judged:
    name: str
    printed: int = 0
    missed: list[Printed] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    elements: int = 0
    whole: int = 0
    faults: list[str] = field(default_factory=list)


def judged(texts: Path, folder: Path) -> list[Judged]:
    """Each document of the folder, through the doors that an editor uses."""
    files = sorted(texts.glob("*.txt"))
    content, site = _laid_out(files, folder), folder / "site"
    _door("fix.py", "--content", content)
    again = _door("fix.py", "--content", content)
    told = _door("build.py", "--content", content, "--site", site, "--ngay", DAY)
    made = []
    for at, file in enumerate(files, 1):
        name = f"do-{at}"
        one = Judged(file.stem)
        page = site / "van-ban" / name / "index.html"
        one.faults = [
            line for line in told.split("\n") if f"{name}.md:" in line and "nhắc" not in line
        ]
        if f"{name}.md" in again:
            one.faults.append("chạy fix.py lần hai còn đổi")
        if page.is_file():
            _judge(one, file.read_text(encoding="utf-8"), html.parse(str(page)).getroot())
        else:
            one.faults.append("trang chưa dựng được")
        made.append(one)
    return made


def _laid_out(files: Sequence[Path], folder: Path) -> Path:
    content = folder / "noi-dung"
    shutil.copytree(HOME / "data" / "_danh-muc", content / "data" / "_danh-muc")
    (content / "data" / "_danh-muc" / "ngoai-le.yml").unlink(missing_ok=True)
    fields = (content / "data" / "_danh-muc" / "linh-vuc.yml").read_text(encoding="utf-8")
    first = re.search(r"ma: ([a-z-]+)", fields)
    documents = content / "docs" / "van-ban"
    documents.mkdir(parents=True)
    for at, file in enumerate(files, 1):
        head = _HEAD.format(at=at, name=f"do-{at}", field=first[1] if first else "")
        text = head + file.read_text(encoding="utf-8")
        (documents / f"do-{at}.md").write_text(text, encoding="utf-8")
    return content


def _door(name: str, *words: object) -> str:
    command = [sys.executable, str(HOME / "scripts" / name), *map(str, words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def _judge(one: Judged, text: str, page: Any) -> None:
    body = page.xpath('//div[contains(@class, "document-body")]')[0]
    shown = list(_shown(body))
    wanted = list(printed(text))
    one.printed = len(wanted)
    matcher = SequenceMatcher(None, wanted, [told for told, _ in shown], autojunk=False)
    for sort, start, end, _, _ in matcher.get_opcodes():
        if sort in ("delete", "replace"):
            one.missed += wanted[start:end]
    one.wrong = list(_misplaced(shown))
    one.whole = len(page.xpath("//*"))
    hidden = len(page.xpath("//details[not(@open)]/*[not(self::summary)]/descendant-or-self::*"))
    one.elements = one.whole - hidden


def printed(text: str) -> Iterator[Printed]:
    """What a reader sees at the beginning of lines, behind the first heading, before «Nơi nhận»."""
    begun = foot = False
    above = ""
    for line in text.split("\n"):
        line = re.sub(r"\s+", " ", line).strip()
        article = _ARTICLE.match(line) or _GLUED.match(line)
        if article and article.end() == len(line) and above[-1:].isalnum() and not above.isupper():
            article = None  # «… tại khoản 1 / Điều 1.»: the copy broke a sentence
        above = line
        begun = begun or bool(article or _WIDER.match(line))
        foot = not (article or _WIDER.match(line)) and (foot or line.startswith("Nơi nhận"))
        if not begun or foot or not line:
            continue
        if article:
            yield "dieu", article[1]
        elif found := _CLAUSE.match(line):
            yield "khoan", found[1]
        elif found := _POINT.match(line):
            yield "diem", found[1]


def _shown(body: Any) -> Iterator[tuple[Printed, str]]:
    """Unit, number and id of every place on the page, the number as a reader sees it."""
    for element in body.xpath(".//*[@id][not(ancestor::div[@class='footnote'])]"):
        told = _words(element)
        if element.tag == "li" and element.getparent().tag == "ol":
            told = f"{_counted(element)}. {told}"
        if element.tag not in ("li", "h2", "h3", "h4", "h5", "h6"):
            continue
        for unit, shape in (("dieu", _ARTICLE), ("khoan", _CLAUSE), ("diem", _POINT)):
            if found := shape.match(told):
                yield (unit, found[1]), element.get("id")
                break


def _words(element: Any) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()


def _counted(item: Any) -> int:
    """The number a browser writes before an item."""
    number = int(item.getparent().get("start") or 1) - 1
    for one in item.getparent().iterchildren("li"):
        number = int(one.get("value") or number + 1)
        if one is item:
            break
    return number


def _misplaced(shown: Sequence[tuple[Printed, str]]) -> Iterator[str]:
    """Ids that do not end with the number printed there, that come twice, or that name another
    điều or khoản than the one printed last above; of new wording only the end is judged."""
    above: dict[str, str] = {}
    met: set[str] = set()
    for (unit, number), id in shown:
        plain = number.replace("đ", "dd")
        last = re.sub(r"-lan-\d+$", "", id.rpartition(".")[2])
        if id in met:
            yield f"{id} hai lần"
        met.add(id)
        if last.rpartition("-")[2] != plain:
            yield f"{id} đứng ở «{number}»"
        elif "loi-moi" not in id:
            steps = [re.sub(r"-lan-\d+$", "", one) for one in id.split(".")]
            for wider in list(_UNITS)[: list(_UNITS).index(unit)]:
                told = next((one for one in steps if one.startswith(f"{wider}-")), "")
                if told and told != f"{wider}-{above.get(wider, '')}":
                    yield f"{id} đứng dưới {_UNITS[wider]} {above.get(wider)}"
            above[unit] = plain
            for narrower in list(_UNITS)[list(_UNITS).index(unit) + 1 :]:
                above.pop(narrower, None)


def report(texts: Path, folder: Path) -> tuple[str, bool]:
    made = judged(texts, folder)
    lines = [
        f"{'văn bản':<28} {'in':>5} {'thiếu':>6} {'sai':>4} {'phần tử':>8} {'cả trang':>9}  lỗi"
    ]
    for one in made:
        told = "; ".join(one.faults[:2])
        lines.append(
            f"{one.name:<28} {one.printed:>5} {len(one.missed):>6} {len(one.wrong):>4}"
            f" {one.elements:>8} {one.whole:>9}  {told}"
        )
        lines += [f"    thiếu {_UNITS[unit]} {number}" for unit, number in one.missed[:8]]
        lines += [f"    {wrong}" for wrong in one.wrong[:8]]
    total = sum(one.printed for one in made)
    missed, wrong = (sum(len(getattr(one, name)) for one in made) for name in ("missed", "wrong"))
    lines.append(f"cộng {total}; thiếu {missed}; sai {wrong}")
    most = max((one.elements for one in made), default=0)
    return "\n".join(lines), not missed and not wrong and most <= 2000
