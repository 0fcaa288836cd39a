"""Whole sets of criteria, made up: no regulation says any of it. 55 chỉ tiêu at level 1, 64 at 2.

In: how many. Out: the public model as browsers get it, and what a made-up school answers. Real sets
are known only in part, so what a full one weighs and how it works is tried on these.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from portal.assess import model, plain
from portal.views.assess.published import inline
from portal.views.compact import compact

ID, DOCUMENT = "bia-55-64", "00-QĐ/BỊA"
LEVELS = {1: 55, 2: 64}
FIELDS = ("Thể chế", "Đội ngũ", "Đào tạo", "Nghiên cứu", "Văn hoá", "Cơ sở")
WHOLES = 6
"""Each tiêu chí has a whole and four parts of it that are counted."""
_DATA = re.compile(r"(<script type=\"application/json\" data-sets>).*?(</script>)", re.DOTALL)
PLACE = "tu-ra-soat"


def criteria_set(levels: dict[int, int] | None = None) -> model.CriteriaSet:
    """A set with so many chỉ tiêu at each level, three of four with a rule."""
    asked = levels or LEVELS
    made = [_indicator(level, at) for level, many in asked.items() for at in range(1, many + 1)]
    criteria = tuple(
        model.Criterion(
            number, f"{name} (bịa)", indicators=tuple(one for at, one in made if at == number)
        )
        for number, name in enumerate(FIELDS, 1)
    )
    counted = tuple(
        model.Level(level, f"Mức {level} (bịa)", (model.Count(many),))
        for level, many in asked.items()
    )
    quantities = tuple(one for number in range(1, WHOLES + 1) for one in _quantities(number))
    return model.CriteriaSet(ID, "Bộ tiêu chí bịa", DOCUMENT, "", counted, quantities, criteria)


def _quantities(number: int) -> list[model.Quantity]:
    whole = f"tong-{number}"
    parts = [
        model.Quantity(
            f"phan-{number}-{at}", f"Phần {at} của nhóm {number}", "người", None, None, (whole,)
        )
        for at in range(1, 5)
    ]
    return [model.Quantity(whole, f"Tổng số nhóm {number}", "người"), *parts]


def _indicator(level: int, at: int) -> tuple[int, model.Indicator]:
    number = at % len(FIELDS) + 1
    told = model.Indicator(
        f"b{level}-{number}-{at:02d}",
        level,
        f"Chỉ tiêu bịa số {at} của mức {level}: điều kiện thứ {at} mà trường bịa phải có",
        evidence=(f"Giấy tờ bịa số {at}",),
    )
    if at % 4 == 0:
        return number, told
    part = f"phan-{number}-{at % 4 + 1}"
    limit = str(40 + at % 50)
    return number, replace(
        told,
        threshold=model.Threshold(model.Comparison.AT_LEAST, "≥", "%", limit),
        rule=model.Rule((part,), (f"tong-{number}",), 100),
    )


def published(like: model.Published, levels: dict[int, int] | None = None) -> Any:
    """Beside the answers that the portal gives, only the made-up set."""
    return plain(replace(like, sets=(criteria_set(levels),)))


def put_into(site: Path, levels: dict[int, int] | None = None) -> Path:
    """A built site whose page asks the made-up set, and the one file too."""
    for name in ("index.html", f"{PLACE}.html"):
        file = site / PLACE / name
        text = file.read_text(encoding="utf-8")
        found = _DATA.search(text)
        assert found, f"{name}: không có bộ tiêu chí nào"
        told = json.loads(found[0].removeprefix(found[1]).removesuffix(found[2]))
        told["sets"] = [plain(criteria_set(levels))]
        data = inline(compact(told))
        file.write_text(
            text[: found.start()] + found[1] + data + found[2] + text[found.end() :],
            encoding="utf-8",
        )
    return site


def assessment(level: int, levels: dict[int, int] | None = None) -> dict[str, Any]:
    """What a made-up school entered: every chỉ tiêu answered, written of, with its paper."""
    told = [one for each in criteria_set(levels).criteria for one in each.indicators]
    asked = [one for one in told if one.level == level]
    answers = {
        one.id: {
            "verdict": ("vuot", "dat", "chua-dat")[at % 3],
            "narrative": {
                "state": f"Hiện trạng bịa {at}: trường bịa đã làm việc thứ {at}. " * 4,
                "strengths": f"=Điểm mạnh {at}",
                "weaknesses": f"-Tồn tại {at}",
                "remedy": f"@Khắc phục {at}",
            },
            "evidence": {f"mc-{at % 40 + 1}": True},
        }
        for at, one in enumerate(asked)
    }
    papers = {
        f"mc-{at}": {
            "order": at,
            "code": f"MC{at:02d}",
            "name": f"+Giấy tờ bịa {at}",
            "number": f"{at}/QĐ-BỊA",
            "date": f"{at % 28 + 1}/3/2026",
            "place": "Tủ bịa",
            "keeper": "Người bịa",
        }
        for at in range(1, 41)
    }
    gaps = [one.id for at, one in enumerate(asked) if at % 3 == 2]
    plan = {
        f"v{at}": {
            "order": at,
            "indicator": id,
            "task": f"Việc bịa {at}",
            "lead": "Phòng bịa",
            "due": f"{at % 28 + 1}/12/2027",
        }
        for at, id in enumerate(gaps, 1)
    }
    numbers = {
        one.id: "1.234" if one.id.startswith("tong") else "789"
        for one in criteria_set(levels).quantities
    }
    return {
        "id": "bia",
        "name": "Trường Bịa 2026",
        "school": "Trường Bịa",
        "unit": "Phòng Bịa",
        "year": "2026",
        "set": ID,
        "level": level,
        "filing": "30/6/2027",
        "window": "5",
        "quantities": numbers,
        "answers": answers,
        "evidence": papers,
        "own": {"indicators": {}, "thresholds": {}},
        "plan": plan,
        "report": {"opening": "Mở đầu bịa.", "conclusion": "Kết luận bịa."},
    }
