"""Rules as data: one table of cases for both evaluators, and the public model of criteria sets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import criteria_oracle
import pytest
import tiny

from portal.assess import evaluate, plain, read
from portal.assess.model import Comparison, Quantity, Rounding, Rule, Threshold, Way
from portal.views import Edition
from portal.views.assess import published

TABLE = json.loads(criteria_oracle.FILE.read_text(encoding="utf-8"))


def quantity(told: dict[str, Any]) -> Quantity:
    return Quantity(
        told["id"],
        told["title"],
        told["unit"],
        within=tuple(told["within"]),
        fractional=told["fractional"],
    )


def rule(told: dict[str, Any]) -> Rule:
    how = told["rounding"]
    return Rule(
        tuple(told["numerator"]),
        tuple(told["denominator"]),
        told["scale"],
        Rounding(Way(how["way"]), how["digits"]) if how else None,
    )


def threshold(told: dict[str, Any] | None) -> Threshold | None:
    if told is None:
        return None
    return Threshold(Comparison(told["comparison"]), told["sign"], told["unit"], told["value"])


QUANTITIES = tuple(map(quantity, TABLE["quantities"]))


def test_the_table_is_what_the_oracle_says() -> None:
    assert criteria_oracle.text() == criteria_oracle.FILE.read_text(encoding="utf-8")
    assert len(TABLE["outcomes"]) > 300


@pytest.mark.parametrize("one", TABLE["outcomes"], ids=lambda one: one["name"])
def test_a_rule_comes_out_as_the_table_says(one: dict[str, Any]) -> None:
    made = evaluate(rule(one["rule"]), threshold(one["threshold"]), QUANTITIES, one["values"])
    assert plain(made) == one["outcome"]


@pytest.mark.parametrize("one", TABLE["numbers"], ids=lambda one: repr(one["text"]))
def test_a_typed_number_is_read_asked_about_or_refused(one: dict[str, Any]) -> None:
    made = read(one["text"], one["whole"])
    assert plain(made) == {name: one[name] for name in ("value", "asked", "slip")}


# The public model


def faults(value: Any, schema: dict[str, Any], of: dict[str, Any], at: str = "$") -> list[str]:
    """What in a value is not as a schema of ours says: the few words that `wire` uses."""
    if "$ref" in schema:
        return faults(value, of["$defs"][schema["$ref"].rpartition("/")[2]], of, at)
    if "anyOf" in schema:
        found = [faults(value, one, of, at) for one in schema["anyOf"]]
        return [] if [] in found else found[0]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value!r}"]
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    kinds["null"] = type(None)
    if type(value) is not kinds[schema["type"]]:
        return [f"{at}: {value!r} is no {schema['type']}"]
    if isinstance(value, list):
        told = (faults(one, schema["items"], of, f"{at}[{n}]") for n, one in enumerate(value))
        return [one for each in told for one in each]
    if isinstance(value, dict):
        lost = [f"{at}: {name} is missing" for name in schema["required"] if name not in value]
        new = [f"{at}: {name} is not told of" for name in value if name not in schema["properties"]]
        told = (
            faults(value[name], one, of, f"{at}.{name}")
            for name, one in schema["properties"].items()
            if name in value
        )
        return [*lost, *new, *(one for each in told for one in each)]
    return []


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    return tiny.draw(tiny_content)


@pytest.fixture(scope="module")
def given(built: Edition) -> tuple[dict[str, Any], dict[str, Any]]:
    told = {one.path: one.content for one in built.assets}
    return json.loads(told[published.DATA]), json.loads(told[published.SCHEMA])


def test_the_published_sets_are_as_their_schema_says(
    given: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    data, schema = given
    assert faults(data, schema, schema) == []
    broken = json.loads(json.dumps(data))
    del broken["sets"][0]["levels"]
    broken["sets"][0]["criteria"][0]["indicators"][0]["threshold"]["comparison"] = "about"
    broken["answers"][0]["mood"] = "good"
    assert len(faults(broken, schema, schema)) == 3


def indicators(data: dict[str, Any]) -> dict[str, Any]:
    return {
        one["id"]: one
        for each in data["sets"]
        for criterion in each["criteria"]
        for one in criterion["indicators"]
    }


def test_a_rule_is_published_with_its_threshold_and_its_quantities(
    given: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    told = indicators(given[0])["m1-1-01"]
    assert told["rule"] == {
        "numerator": ["biet-hat"],
        "denominator": ["thay-co"],
        "scale": 100,
        "rounding": {"way": "nearest", "digits": 1},
    }
    assert told["threshold"]["value"] == "89.5"
    assert told["threshold"]["comparison"] == "atLeast"
    assert told["url"] == "bo-tieu-chi/01-qd-lm/m1-1-01/"
    quantities = {one["id"]: one for one in given[0]["sets"][0]["quantities"]}
    assert quantities["biet-hat"]["within"] == ["thay-co"]


def test_what_rests_on_a_source_of_the_last_rank_is_not_published(
    given: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    """A rule of which a quantity is withheld is not told; a chỉ tiêu that is withheld is not."""
    told = indicators(given[0])
    assert "m2-1-02" not in told
    assert told["m1-2-01"]["rule"] is None
    ids = {one["id"] for one in given[0]["sets"][0]["quantities"]}
    assert ids == {"biet-hat", "thay-co"}
