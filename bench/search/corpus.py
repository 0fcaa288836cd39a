"""A made-up portal of any size to be searched: numbered documents with clauses, living and dead,
pages that cite them, twins that only their marks tell apart, terms nobody has heard of.

In: a folder, a number of pages, a seed. Out: content as editors would write it, sound by the
portal's own rules. Every page says that it is made up.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bench.content import DAY, write
from bench.search import names, speech
from portal.library.lists import FOLDER

__all__ = ["DAY", "make"]

SHARES = {"van-ban": 45, "bai-viet": 25, "mo-hinh": 15, "hoi-dap": 14, "thuat-ngu": 1}
"""Of a hundred pages."""
KINDS = tuple(kind for kind in SHARES if kind != "thuat-ngu")
WORDS = {"van-ban": 520, "bai-viet": 560, "mo-hinh": 440, "hoi-dap": 360}
"""About so many words a page, as they were written."""
SIGNS = {
    **{"quyet-dinh": "QĐ", "ke-hoach": "KH", "cong-van": "CV", "thong-bao": "TB", "bao-cao": "BC"},
    **{"huong-dan": "HD", "quy-che": "QC", "chi-thi": "CT", "ket-luan": "KL", "nghi-quyet": "NQ"},
    **{"quy-dinh": "QĐ", "de-an": "ĐA", "thong-tu": "TT", "nghi-dinh": "NĐ"},
}
PARTY = ("TW", "TU", "HVCTQG", "TCT", "BTCTU", "BTGTU", "VPTU", "BTCTW")
STATE = ("UBND", "TTg", "SNV", "BNV", "BTTTT")
MADE_UP = "Trang tự tạo để đo tìm kiếm; không điều nào trong đó là thật."
HEADS = (
    *("Mục đích", "Phạm vi", "Cách làm", "Kết quả", "Phân công", "Điều còn vướng", "Bài học"),
    *("Kinh phí", "Hồ sơ kèm theo", "Thời hạn", "Ai chịu trách nhiệm", "Việc tiếp theo"),
)
ORGANS = ("Tổ", "Mạng lưới", "Quỹ", "Chương trình", "Hội đồng", "Cụm", "Ban", "Diễn đàn")


@dataclass
class Paper:
    """One page in the making."""

    kind: str
    id: str
    title: str
    random: Random
    number: str = ""
    type: str = ""
    replaces: Paper | None = None
    dead: bool = False
    cast: list[str] = field(default_factory=list)
    """Who and what it is about: said again and again on this page."""


def make(folder: Path, n: int, seed: int, lists: Path) -> None:
    """Write `n` pages into a new folder."""
    shutil.copytree(lists, folder / FOLDER, ignore=shutil.ignore_patterns("ngoai-le.yml"))
    for path, title in (("index", "Cổng tự tạo"), ("gioi-thieu/index", "Giới thiệu cổng tự tạo")):
        write(folder / f"docs/{path}.md", f"---\ntieu_de: {title}\n---\n\n{MADE_UP}\n")
    source = {"tieu_de": "Nguồn tự tạo", "hang": "bao-chi", "dia_chi": "https://vi-du.invalid/1"}
    school = {"tieu_de": "Trường tự tạo", "tinh": "ha-noi", "nguon": "[tu-tao]"}
    write(folder / "data/nguon/tu-tao.yml", _yaml(**source, ngay_doc="2026-01-05"))
    write(folder / "data/truong/tu-tao.yml", _yaml(**school))
    maker = Maker(n, seed)
    for paper in maker.papers:
        write(folder / "docs" / paper.kind / f"{paper.id}.md", maker.text(paper))
    for at, (title, short, other) in enumerate(maker.terms):
        values = {"tieu_de": title, "viet_tat": f"[{short}]", "cach_goi_khac": f'["{other}"]'}
        told = _yaml(**values, nghia=f"{title}. {MADE_UP}", nguon="[tu-tao]")
        write(folder / f"data/thuat-ngu/tu-{at + 1:05d}.yml", told)


class Maker:
    """Knows all pages before it writes the first, so that pages cite documents that exist."""

    def __init__(self, n: int, seed: int) -> None:
        self.seed, self.random = seed, Random(f"{seed} trang")
        self.titles: set[str] = set()
        self.numbers: set[str] = set()
        self.terms = list(self._terms(max(8, n * SHARES["thuat-ngu"] // 100)))
        self.papers = list(self._papers(n - len(self.terms) - 4))
        self.documents = [paper for paper in self.papers if paper.number]

    def _terms(self, count: int) -> Iterator[tuple[str, str, str]]:
        """A full name, its initials, and what people say instead."""
        taken: set[str] = set()
        while len(taken) < count:
            about = [word for word in self._told(0.8, 9).split() if word.isalpha()][-5:]
            title = (
                f"{self.random.choice(ORGANS)} {' '.join(about).lower()} {names.place(self.random)}"
            )
            short = "".join(word[0] for word in title.split() if word[0].isalpha()).upper()
            if 4 <= len(short) <= 9 and short not in taken:
                taken.add(short)
                yield title, short, f"nhóm {names.place(self.random).lower()}"

    def _papers(self, count: int) -> Iterator[Paper]:
        made = 0
        while made < count:
            for paper in self._group(made)[: count - made]:
                made += 1
                yield paper

    def _group(self, at: int) -> list[Paper]:
        """One page, or two that go together: twins, or a document and the one it replaced."""
        random = Random(f"{self.seed} {at}")
        kind = random.choices(KINDS, [SHARES[kind] for kind in KINDS])[0]
        chance = random.random()
        if chance < 0.06:
            one, other = names.twins(random)
            title = self._title(random, f" ở {one}")
            return [
                self._paper(kind, at, title, one),
                self._paper(kind, at + 1, title.replace(one, other), other),
            ]
        if chance < 0.10:
            title = self._title(random, "")
            old, new = self._paper("van-ban", at, title), self._paper("van-ban", at + 1, title)
            old.dead, new.replaces = True, old
            return [old, new]
        if chance < 0.16:
            return [
                self._paper(kind, at, self._title(random, f" của {random.choice(self.terms)[0]}"))
            ]
        tails = (" ở {}", " tại {}", ": cách làm của {}", ", nhìn từ {}", " cho {}", "", "", "")
        tail = random.choice(tails).format(names.place(random))
        return [self._paper(kind, at, self._title(random, tail))]

    def _paper(self, kind: str, at: int, title: str, about: str = "") -> Paper:
        random = Random(f"{self.seed} {at} {kind}")
        paper = Paper(kind, f"t-{at + 1:06d}", title, random)
        cast = (names.place(random), names.person(random), names.place(random), names.code(random))
        paper.cast = [about, *cast] if about else list(cast)
        if kind == "van-ban":
            paper.type = random.choice(list(SIGNS))
            paper.number = self._number(random, paper.type)
            paper.dead = random.random() < 0.12
        return paper

    def _title(self, random: Random, tail: str) -> str:
        while True:
            told = speech.told(random, speech.TITLES, 0.6, 16)
            told = speech.filled(told, random, lambda: str(random.randint(1, 900))) + tail
            if 5 <= told.count(" ") + 1 <= 26 and told not in self.titles:
                self.titles.add(told)
                return told[0].upper() + told[1:]

    def _number(self, random: Random, type: str) -> str:
        sign = SIGNS[type]
        while True:
            number = random.randint(1, 2600)
            if type in ("thong-tu", "nghi-dinh"):
                organ = "CP" if type == "nghi-dinh" else random.choice(STATE[2:])
                told = f"{number % 199 + 1}/{random.randint(2012, 2026)}/{sign}-{organ}"
            elif type == "cong-van" and random.random() < 0.3:
                told = f"{number}/{random.choice(PARTY)}-VTCT"
            elif random.random() < 0.35:
                told = f"{number}/{sign}-{random.choice(STATE)}"
            else:
                told = f"{number}-{sign}/{random.choice(PARTY)}"
            if told not in self.numbers:
                self.numbers.add(told)
                return told

    def _told(self, change: float, longest: int) -> str:
        told = speech.told(self.random, speech.SENTENCES, change, longest)
        return speech.filled(told, self.random, lambda: "kế hoạch")

    # What stands in the file of a page.

    def text(self, paper: Paper) -> str:
        values = {"tieu_de": _quoted(paper.title), "tom_tat": MADE_UP}
        if paper.kind == "van-ban":
            values |= self._document(paper)
        if paper.kind == "mo-hinh":
            values["truong"] = "tu-tao"
        if paper.kind != "van-ban":
            values["nguon"] = "[tu-tao]"
        body = self._clauses(paper) if paper.kind == "van-ban" else self._sections(paper)
        return f"---\n{_yaml(**values)}---\n\n{body}\n"

    def _document(self, paper: Paper) -> dict[str, str]:
        day = (
            paper.random.randint(2010, 2021),
            paper.random.randint(1, 9),
            paper.random.randint(10, 28),
        )
        issued = "{}-0{}-{}".format(*day)
        values = {
            **{"so_ky_hieu": paper.number, "loai": paper.type, "co_quan": "Cơ quan tự tạo"},
            "ngay_ban_hanh": "2024-05-06" if paper.replaces else issued,
        }
        if paper.dead:
            values["hieu_luc"] = "[{loai: het-toan-bo, ngay: 2024-06-01}]"
        if paper.replaces:
            values["quan_he"] = f"[{{loai: thay-the, van_ban: {paper.replaces.id}}}]"
        return values | {"chat_luong_ban": "goc-so"}

    def _clauses(self, paper: Paper) -> str:
        """Điều and khoản, or Mục with numbers and dashes: each with its id."""
        random, lines = paper.random, [self._sentence(paper), ""]
        by_articles = random.random() < 0.6
        count = random.randint(4, 8)
        each = WORDS[paper.kind] // (count * 4)
        for at in range(1, count + 1):
            roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")[at - 1]
            id = f"dieu-{at}" if by_articles else f"muc-{roman}"
            head = f"Điều {at}." if by_articles else f"{roman.upper()}."
            lines += [
                f"## {head} {self._heading(random)} {{#{id}}}",
                "",
                self._passage(paper, each),
                "",
            ]
            for item in range(1, 4):
                inner = f"{id}.khoan-{item}" if by_articles else f"{id}.{item}"
                lines += [f"{item}. {self._passage(paper, each)} {{#{inner}}}"]
            lines.append("")
        return "\n".join(lines)

    def _sections(self, paper: Paper) -> str:
        random, lines = paper.random, [self._passage(paper, 60), ""]
        count = random.randint(3, 6)
        for _ in range(count):
            lines += [f"## {self._heading(random)}", ""]
            for _ in range(2):
                lines += [self._passage(paper, WORDS[paper.kind] // (count * 2)), ""]
        return "\n".join(lines)

    def _heading(self, random: Random) -> str:
        if random.random() < 0.4:
            return f"{random.choice(HEADS)} {names.place(random)}"
        told = speech.told(random, speech.TITLES, 0.8, 9)
        return speech.filled(told, random, lambda: str(random.randint(1, 900)))

    def _passage(self, paper: Paper, words: int) -> str:
        told: list[str] = []
        while sum(one.count(" ") + 1 for one in told) < words:
            told.append(self._sentence(paper))
        return " ".join(told)

    def _sentence(self, paper: Paper) -> str:
        random = paper.random
        told = speech.told(random, speech.SENTENCES, 0.5, 40)
        told = speech.filled(told, random, lambda: self._cited(random))
        chance = random.random()
        if chance < 0.25:
            told += random.choice((" tại {}", " theo {}", ", như ở {}")).format(
                random.choice(paper.cast)
            )
        elif chance < 0.32:
            told += f" ({names.place(random)}, {names.person(random)})"
        elif chance < 0.38 and self.documents:
            told += f" theo {self._cited(random)}"
        elif chance < 0.40:
            told += f" cùng {random.choice(self.terms)[0]}"
        return told[0].upper() + told[1:] + "."

    def _cited(self, random: Random) -> str:
        """A few documents are cited everywhere, most of them hardly ever; some have no page."""
        if not self.documents or random.random() < 0.1:
            return f"{random.randint(3000, 9000)}-KH/TU"
        return self.documents[int(len(self.documents) * random.random() ** 4)].number


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", " ").replace('"', "'") + '"'


def _yaml(**values: str) -> str:
    return "".join(f"{key}: {value}\n" for key, value in values.items())
