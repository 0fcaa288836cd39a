"""Made-up content of every registered kind, sound by the portal's own rules.

In: a number of entries and a seed. Out: a content folder. The values follow from the fields that
the kinds declare, so a new kind or field is filled without a word here; what must hold between
fields (dates in order, numbers that differ, lineage) stands in `shapes`.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench import shapes, words
from bench.shapes import Spot, Values, id_of
from portal import source
from portal.forms import OldAddress
from portal.kinds import KINDS
from portal.kinds import base as forms
from portal.kinds.base import Kind, fields_of
from portal.library.lists import FOLDER, lists_of

DAY = date(2026, 12, 1)
"""The day the made-up portal is built on."""
SHARES = {
    **{"van-ban": 200, "nhiem-vu": 140, "bai-viet": 120, "truong": 100, "su-kien": 100},
    **{"nguon": 200, "mo-hinh": 60, "hoi-dap": 60, "thuat-ngu": 60, "don-vi": 50},
    **{"phong-trao": 4, "quy-trinh": 4, "bo-tieu-chi": 2},
}
"""Of a thousand entries, about as in the real portal; a kind not named has one in a hundred."""
OFTEN = {
    **{"tom_tat": 1.0, "phu_trach": 1.0, "ngay_dang": 1.0, "ngay_ra_soat": 1.0, "ra_soat_lai": 1.0},
    **{"linh_vuc": 0.5, "nguon": 0.4, "du_kien": 0.5, "chua_ro": 0.2, "tu_khoa": 0.3},
    **{"ghi_chu": 0.15, "suy_ra": 0.05, "mau_thuan": 0.04, "thay_doi": 0.1, "khiem_khuyet": 0.1},
    # Drafts, awaited documents, files, old addresses, menu: other tests' matter.
    **dict.fromkeys(("trang_thai", "ngay_go", "cho_ban_hanh", "tep", "chuyen_huong", "menu"), 0.0),
    # Of 50 real documents one names another to be set beside it.
    "doi_chieu_voi": 0.05,
    # What must name something that stands elsewhere in the same file.
    **dict.fromkeys(("khong_tu_noi", "dieu_khoan_cu", "tuong_ung", "giay_to", "doi_chieu"), 0.0),
    **dict.fromkeys(("chuong_trinh", "loat_bai", "bai_thu"), 0.0),
    **dict.fromkeys(("chi_so", "gia_tri", "truoc", "ngay_dau", "ap_dung"), 0.0),
    **dict.fromkeys(("muc_minh_chung", "ly_do_muc"), 0.0),
    "dang_tai": 1.0,
    # Only as `shapes` gives them.
    **dict.fromkeys(("hop_nhat_tu", "ket_thuc", "hieu_luc", "tai", "vi_tri"), 0.0),
    **dict.fromkeys(("khong_neu_nam_cuoi", "bai_viet"), 0.0),
}
"""How often a field that may stay empty is filled; any other in three of five entries."""
PAGE = """\
---
tieu_de: {title}
---

Cổng này gồm {n} mục tự tạo để đo tốc độ; không điều nào trong đó là thật.
"""
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def make(folder: Path, n: int, seed: int, lists: Path) -> None:
    """Write `n` entries into a new folder; the values are chosen from `lists`."""
    shutil.copytree(lists, folder / FOLDER, ignore=shutil.ignore_patterns("ngoai-le.yml"))
    for path, title in (("index", "Cổng tự tạo để đo"), ("gioi-thieu/index", "Giới thiệu")):
        write(folder / "docs" / f"{path}.md", PAGE.format(title=title, n=n))
    maker = Maker(folder, n - 2, seed)
    for kind in KINDS:
        for place in range(maker.counts.get(kind.name, 0)):
            maker.write(kind, place)


def counts(n: int) -> dict[str, int]:
    """How many entries of each kind: `n` together, and none without any."""
    shares = {kind.name: SHARES.get(kind.name, 10) for kind in KINDS if kind.name != "trang"}
    made = {name: max(1, n * share // sum(shares.values())) for name, share in shares.items()}
    made["van-ban"] += n - sum(made.values())
    return made


class Maker:
    """Knows how many entries of each kind there are, so that every reference leads somewhere."""

    def __init__(self, folder: Path, n: int, seed: int) -> None:
        self.folder, self.counts, self.seed = folder, counts(n), seed
        self.lists = lists_of(source.read(folder))[0]

    def write(self, kind: Kind, place: int) -> None:
        """One entry's file."""
        id = id_of(kind.name, place)
        spot = Spot(kind, place, self.counts[kind.name], Random(f"{self.seed} {id}"))
        values = self.group(kind.model, spot) or {}
        if kind.needs_source:
            values["nguon"] = self.sources(spot)
        values |= shapes.of(self, spot)
        text = yaml.dump(values, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=120)
        if kind.text:
            text = f"---\n{text}---\n\n{shapes.body(self, spot)}"
        write(self.folder / kind.path(id), text)

    def group(self, model: type[Any], spot: Spot) -> Values | None:
        """The fields of a model; None where one that must not be empty cannot be filled."""
        made: Values = {}
        for one in fields_of(model):
            if one.required or spot.random.random() < OFTEN.get(one.key, 0.6):
                value = self.value(one.key, one.form, spot)
                if value not in (None, []):
                    made[one.key] = value
                elif one.required:
                    return None
        return made

    def value(self, key: str, form: Any, spot: Spot) -> Any:
        """Something the form takes; the key only tells which years come first."""
        random, early = spot.random, key in shapes.EARLY
        if key in shapes.EXACT:
            return shapes.EXACT[key]
        if key in shapes.LEFT_OUT:
            return None
        match form:
            case forms.ListOf():
                found = [self.value(key, form.form, spot) for _ in range(random.choice((2, 2, 3)))]
                told = [one for at, one in enumerate(found) if one not in (None, *found[:at])]
                return told if len(told) >= shapes.LEAST.get(key, 1) else None
            case forms.Group():
                return self.group(form.model, spot)
            case forms.Choice():
                lines = self.lists[form.of]
                shares = [shapes.share(one) for one in lines.values()]
                return random.choices(list(lines), shares)[0]
            case forms.Ref():
                return self.link(random.choice(form.kinds), form.kinds[0], spot)
            case forms.Day():
                start = date(2018 if early else 2022, 1, 1)
                return (start + timedelta(random.randrange(1400))).isoformat()
            case forms.Whole() if key in shapes.LEVELS:
                return random.choice(shapes.LEVELS[key])
            case forms.Whole(least=1945):
                return random.randint(2016, 2020) if early else random.randint(2021, 2026)
            case forms.Number():
                return random.randint(form.least or 0, min(form.most or 100, 100))
            case forms.YesNo():
                return "có"
            case forms.Address():
                return f"https://vi-du.invalid/{random.randrange(10**6):06d}"
            case forms.FilePath() | OldAddress():
                return None
            case forms.Segment():
                return f"m-{random.randrange(10**6)}"
            case forms.Prose():
                return words.paragraph(random, 20)
        return words.phrase(random)[: form.longest].strip()

    def link(self, kind: str, usual: str, spot: Spot) -> str | None:
        """An entry, the first ones most often; of its own kind an earlier one, so no circles."""
        count = spot.place if kind == spot.kind.name else self.counts[kind]
        if not count:
            return None
        id = id_of(kind, int(count * spot.random.random() ** 2))
        anchors = shapes.ANCHORS.get(kind, ())
        anchor = f"#{spot.random.choice(anchors)}" if anchors and spot.random.random() < 0.6 else ""
        return f"{id}{anchor}" if kind == usual else f"{kind}/{id}{anchor}"

    def sources(self, spot: Spot) -> list[str]:
        """Its own source, by turns so that every one is used, and one or none more."""
        own = id_of("nguon", spot.place % self.counts["nguon"])
        more = self.link("nguon", "nguon", spot) if spot.random.random() < 0.5 else None
        return [own] if more in (None, own) else [own, str(more)]


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
