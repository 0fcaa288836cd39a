"""«Tính thử» on the page of a chỉ tiêu: words without script, the evaluator once it is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import tiny
from conftest import Serve
from playwright.sync_api import Page, expect

from portal.assess import model
from portal.kinds.criteria.view.calculator import _example, _formula

PLACE = "bo-tieu-chi/11-qd-tw/m1-2-01/"


def made_up(rule: model.Rule, value: str | None, way: model.Comparison) -> model.CriteriaSet:
    """One chỉ tiêu that no regulation knows."""
    quantities = tuple(
        model.Quantity(id, title, "người")
        for id, title in (("a", "Biết hát"), ("b", "Biết trống"), ("c", "Tất cả"))
    )
    limit = model.Threshold(way, "?", "%", value)
    one = model.Indicator("m", 1, "Bịa", threshold=limit, rule=rule)
    alone = model.Criterion(0, "", indicators=(one,))
    return model.CriteriaSet("bia", "", "", "", quantities=quantities, criteria=(alone,))


RATIO = model.Rule(("a", "b"), ("c",), 100)
LEAST, EQUAL, MOST = model.Comparison.AT_LEAST, model.Comparison.EQUAL, model.Comparison.AT_MOST


@pytest.mark.parametrize(
    ("rule", "value", "way", "told"),
    [
        (RATIO, "66.6", LEAST, "phải từ 27 người trở lên."),
        (RATIO, "100", EQUAL, "phải đúng 40 người."),
        (RATIO, "33.3", EQUAL, ""),  # no whole number of people is 33,3 % of 40
        (RATIO, "10", MOST, ""),
        (RATIO, None, LEAST, ""),
        (model.Rule(("a",)), "3", LEAST, ""),
    ],
)
def test_the_example_says_what_the_evaluator_says_or_nothing(
    rule: model.Rule, value: str | None, way: model.Comparison, told: str
) -> None:
    example = _example(made_up(rule, value, way))
    assert example.endswith(told) if told else not example


def test_the_formula_is_told_in_words() -> None:
    ratio = _formula(made_up(RATIO, "50", LEAST)).replace("\u00a0", " ")
    assert ratio == "(«Biết hát» + «Biết trống») ÷ «Tất cả» × 100%"
    assert _formula(made_up(model.Rule(("a",)), "5", LEAST)) == "«Biết hát»"


def test_only_a_chi_tieu_with_a_rule_can_be_reckoned(tiny_content: Path) -> None:
    built = tiny.draw(tiny_content)
    assert "data-calculator" in tiny.html(built, "bo-tieu-chi/01-qd-lm/m1-1-01/")
    assert "data-calculator" not in tiny.html(built, "bo-tieu-chi/01-qd-lm/m2-1-01/")


# In a browser


@pytest.fixture(scope="module")
def root(real_site: Path, serve: Serve) -> str:
    return serve(real_site)


def opened(page: Page) -> Page:
    page.locator("[data-calculator] > summary").click()
    expect(page.get_by_label("Giảng viên cơ hữu")).to_be_visible()
    return page


def fill(page: Page, own: str, joint: str, all: str) -> None:
    page.get_by_label("Giảng viên cơ hữu").fill(own)
    page.get_by_label("Giảng viên kiêm nhiệm").fill(joint)
    page.get_by_label("Tổng số cán bộ, viên chức").fill(all)


def test_nothing_is_fetched_before_it_is_opened_and_then_it_reckons(root: str, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{root}{PLACE}", wait_until="networkidle")
    assert not [one for one in asked if "calculator" in one]
    opened(page)
    result = page.locator(".calculator__result")
    expect(result).to_contain_text("Cần số liệu: «Giảng viên cơ hữu»")
    fill(page, "28", "2", "42")
    expect(result).to_contain_text("(28 + 2) ÷ 42 = 71,43%")
    expect(result).to_contain_text("Còn cách ngưỡng 3,57 điểm phần trăm. Cần thêm 2 người")
    fill(page, "1.200", "0", "1.600")
    expect(result.locator(".badge")).to_have_text("Đạt")
    fill(page, "43", "0", "42")
    expect(result).to_contain_text("lớn hơn")
    fill(page, "28", "0", "0")
    expect(result.locator(".badge")).to_have_count(0)


def test_a_number_that_means_two_things_is_asked_about(root: str, page: Page) -> None:
    page.goto(f"{root}{PLACE}")
    opened(page)
    fill(page, "1,234", "0", "2.000")
    expect(page.locator(".calculator__slip").first).to_contain_text("Ý là")
    expect(page.locator(".calculator__result")).to_contain_text("Cần số liệu")
    page.get_by_role("button", name="1.234").click()
    expect(page.locator(".calculator__result")).to_contain_text("1.234 + 0")
    expect(page.get_by_label("Giảng viên cơ hữu")).to_be_focused()


def test_without_script_formula_and_example_stand(
    root: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{root}{PLACE}")
    expect(page.locator(".section:has(> #cach-tinh)")).to_contain_text("÷")
    expect(page.locator(".section:has(> #cach-tinh)")).to_contain_text("Giả sử")
    expect(page.locator("[data-calculator]")).to_be_hidden()
