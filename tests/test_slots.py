"""The frame by slots: byte for byte what the template alone would write, whatever it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import builder
import frame
import hypothesis
import hypothesis.strategies as st
import pytest
import rendering
import tiny
from jinja2 import DictLoader, Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.structure.nav import Navigation
from slots import NAMES, Slots

LAWFUL = (
    "{{ slots.title }}|{% if slots.tags %}{{ slots.tags }}{% endif %}|{{ 'a/b.css' | url }}",
    "{{ slots.title | e }}{{ slots.tools }}{{ slots.text | safe }}",
    "{% for to in ('van-ban/', 'gioi-thieu/lien-he/', '.', 'https://vi-du.example/') %}"
    "{{ to | url }} {{ 'o' if page.url.startswith(to) }}{% endfor %}",
    "{% set slots = slots or {} %}{{ slots.nothing }}{{ nav | length }}{{ config.site_name }}",
    "{{ 'home' if page.is_homepage }}{% for one in nav %}{{ one == page }}{% endfor %}",
)
FOREIGN = (
    *("page.url", "page.title", "page.meta.title", "page.file.src_uri", "page.edit_url", "page"),
    *("page.toc | list", "page.canonical_url", "page.url | length", "page.url == 'van-ban/a/'"),
    *("base_url", "extra_css", "pages | length", "mkdocs_version", "build_date_utc.year"),
    *("slots.title | lower", "slots.title | length", "slots.title[0]", "slots.text.count('a')"),
    *(
        "slots.title == 'Tên A'",
        "'A' in slots.title",
        "slots.title | safe",
        "slots.text | e | lower",
    ),
    *("slots.text | striptags", "slots.text | forceescape", "slots.title is string"),
    *("slots.title | replace('A', 'B')", "slots.title | truncate(3)", "slots.title < 'V'"),
    *("'%s' | format(slots.title)", "slots.title + 'x'", "slots.title ~ slots.text"),
    *("slots.title | default('x', true) | upper", "slots | string", "slots.text | wordcount"),
    *("slots.title | urlencode", "slots.title | tojson", "slots.title in ['Tên A']"),
)
"""What a template of tomorrow may write between two braces."""


class PageOf(SimpleNamespace):
    """As much of MkDocs' page as a frame may read."""

    def __init__(self, url: str) -> None:
        there = {"title": "Bịa", "meta": {"title": "m"}, "toc": [url], "edit_url": f"../{url}"}
        super().__init__(url=url, is_homepage=not url, canonical_url=f"c/{url}", **there)
        self.file = SimpleNamespace(src_uri=f"{url}index.md")


def slots_of(url: str, **more: Any) -> Slots:
    values: dict[str, Any] = {
        name: Markup(f"<i>{name} & {url}</i>" if len(url) % 2 else "") for name in NAMES
    }
    told = {"title": f"Tên {url[-2:-1].upper()}", "tools": True}
    return Slots(**{**values, **dict.fromkeys(("description", "canonical", "place"), ""), **told})


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("khung-o-trong")
    return rendering.configure(builder.Order(tiny.CONTENT, folder, tiny.DAY), folder)


Make = Callable[..., frame.Frame]


@pytest.fixture(scope="module")
def frame_of(config: Any) -> Make:
    def made(template: str) -> frame.Frame:
        env = Environment(loader=DictLoader({"main.html": template}), autoescape=True)
        return frame.Frame(env, config, Navigation([], []))

    return made


def both(made: frame.Frame, url: str) -> tuple[str, str]:
    """As the frame renders a page, and as the template alone does."""
    page: Any = PageOf(url)
    slots = slots_of(url)
    context: Any = get_context(made.nav, (), made.config, page)
    return made.render(page, slots), made.template.render(context, slots=slots)


URLS = ("", "van-ban/", "van-ban/a/", "van-ban/bb/", "van-ban/a/b/", "gioi-thieu/", "x/a/", "x/")


@pytest.mark.parametrize("template", LAWFUL)
def test_what_a_class_knows_is_rendered_once_and_the_same(template: str, frame_of: Make) -> None:
    made = frame_of(template)
    for url in URLS:
        fast, plain = both(made, url)
        assert fast == plain
    assert made.by_class
    assert 0 < len(made._shells) < len(URLS)


@pytest.mark.parametrize("told", FOREIGN)
def test_what_no_class_knows_is_noticed_and_every_page_rendered_by_itself(
    told: str, frame_of: Make
) -> None:
    made = frame_of(f"<p>{{{{ slots.title }}}}</p>{{{{ {told} }}}}")
    for url in URLS:
        fast, plain = both(made, url)
        assert fast == plain
    # Shown only, it is the same whoever shows it.
    assert not made.by_class or told in ("slots.title ~ slots.text", "slots | string")


def test_a_template_that_is_broken_says_so_as_ever(frame_of: Make) -> None:
    made = frame_of("{{ 1 // (page.url | length - page.url | length) }}")
    with pytest.raises(ZeroDivisionError):
        made.render(PageOf("van-ban/a/"), slots_of("van-ban/a/"))  # type: ignore[arg-type]


def test_no_text_is_taken_for_a_slot(frame_of: Make) -> None:
    made = frame_of("{{ slots.title }}|{{ slots.text }}")
    page: Any = PageOf("van-ban/a/")
    first = slots_of("van-ban/a/")
    made.render(page, first)
    forged = f"{made._nonce}:title:"
    slots = Slots(**{**{name: getattr(first, name) for name in NAMES}, "title": forged})
    assert made.render(page, slots).startswith(f"{forged}|")
    assert made.by_class


SEGMENTS = st.sampled_from(["a", "b", "c", "van-ban"])
ADDRESSES = st.lists(SEGMENTS, min_size=1, max_size=4).map(lambda found: "/".join(found) + "/")


@hypothesis.given(
    urls=st.lists(ADDRESSES, min_size=1, max_size=8),
    targets=st.lists(st.one_of(ADDRESSES, ADDRESSES.map(lambda one: one[:-1])), max_size=4),
    late=ADDRESSES,
)
def test_addresses_are_those_of_the_page_wherever_it_lies(
    urls: list[str], targets: list[str], late: str, frame_of: Make
) -> None:
    """`late` is met only where a slot is filled."""
    shown = "".join(f"{{{{ '{target}' | url }}}} " for target in targets)
    made = frame_of(f"{shown}{{% if slots.text %}}{{{{ '{late}' | url }}}}{{% endif %}}")
    for url in urls:
        fast, plain = both(made, url)
        assert fast == plain
    assert made.by_class


@pytest.fixture(params=[1, pytest.param(9, id="nội dung thật, mỗi 9 trang")])
def content(request: pytest.FixtureRequest, tiny_content: Path) -> Iterator[tuple[Path, int]]:
    yield (tiny_content if request.param == 1 else builder.ROOT, request.param)


def test_every_page_is_byte_for_byte_what_the_template_alone_writes(
    content: tuple[Path, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, every = content
    frames: dict[int, frame.Frame] = {}
    compared: list[str] = []
    render = frame.Frame.render

    def twice(made: frame.Frame, page: Any, slots: Slots) -> str:
        frames[id(made)] = made
        fast = render(made, page, slots)
        if len(page.url) % every == 0:
            context: Any = get_context(made.nav, (), made.config, page)
            assert fast == made.template.render(context, slots=slots), page.url
            compared.append(page.url)
        return fast

    monkeypatch.setattr(frame.Frame, "render", twice)
    monkeypatch.setenv("PORTAL_PROCESSES", "1")
    for address in [None, "https://vi-du.example/a/"] if every == 1 else [None]:
        pages = builder.build(builder.Order(folder, tmp_path / "site", tiny.DAY, address=address))
        assert len(compared) > pages // (every * 2)
    assert all(made.by_class and len(made._shells) < pages / 3 for made in frames.values())


def test_where_there_is_no_page_addresses_begin_at_the_foot_of_the_site(frame_of: Make) -> None:
    """As on the page of what is not found, which is shown at any address."""
    made = frame_of("{{ 'a/b.css' | url }} {{ 'https://vi-du.example/' | url }}")
    told = made.template.render(page=None, base_url="/cong")
    assert told == "/cong/a/b.css https://vi-du.example/"
    page: Any = PageOf("van-ban/a/")
    assert made.template.render(page=page, base_url="/cong").startswith("../../a/b.css ")
