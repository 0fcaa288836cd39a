"""Templates are compiled without their indents."""

from __future__ import annotations

import errno
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from portal import tree
from portal.views import spacing

ROOT = Path(__file__).resolve().parent.parent


def _tight() -> Environment:
    env = Environment(autoescape=True)
    spacing.tighten(env)
    return env


def test_blanks_of_a_template_become_one_and_what_it_shows_stays() -> None:
    template = (
        "<ul>\n\n    <li>a  b\u00a0\u00a0c</li>\n"
        "  {% if one %}\n    <li>{{ one }}</li>\n  {% endif %}\n</ul>"
    )
    told = _tight().from_string(template).render(one="x  y\n\n  z")
    assert told == "<ul>\n<li>a b\u00a0\u00a0c</li>\n <li>x  y\n\n  z</li>\n</ul>"


def test_templates_compiled_with_their_indents_are_not_taken_for_those_without(
    tmp_path: Path,
) -> None:
    (tmp_path / "one.html").write_text("a\n    b", encoding="utf-8")
    kept = tmp_path / "kept"
    kept.mkdir()
    loader = FileSystemLoader(tmp_path)
    before = Environment(
        loader=loader, autoescape=True, bytecode_cache=FileSystemBytecodeCache(str(kept))
    )
    assert before.get_template("one.html").render() == "a\n    b"
    after = Environment(loader=loader, autoescape=True, bytecode_cache=spacing.compiled(kept))
    spacing.tighten(after)
    assert after.get_template("one.html").render() == "a\nb"
    assert len([*kept.iterdir()]) == 2


@pytest.fixture
def draw(tmp_path: Path) -> Callable[[], str]:
    """A page drawn with what was kept of its template, as by a new process each time."""
    (tmp_path / "one.html").write_text("<p>{{ 3 * 4 }} hạt giống</p>", encoding="utf-8")

    def drawn() -> str:
        env = Environment(
            loader=FileSystemLoader(tmp_path),
            autoescape=True,
            bytecode_cache=spacing.compiled(tmp_path / "kept"),
        )
        return env.get_template("one.html").render()

    return drawn


def test_of_a_compiled_template_that_is_not_ours_and_whole_nothing_is_taken(
    draw: Callable[[], str], tmp_path: Path
) -> None:
    (tmp_path / "kept").mkdir()
    page = draw()
    assert page == "<p>12 hạt giống</p>"
    (file,) = (tmp_path / "kept").iterdir()
    sound = file.read_bytes()
    places = range(0, len(sound), 23)
    turned = (bytes([*sound[:at], sound[at] ^ 1, *sound[at + 1 :]]) for at in places)
    cut = (sound[:at] for at in places)
    for harmed in (*turned, *cut, sound + b"x", random.Random(1).randbytes(len(sound))):
        file.write_bytes(harmed)
        assert draw() == page
        assert file.read_bytes() == sound, "kept anew"


def test_a_whole_compiled_template_is_taken(
    draw: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").mkdir()
    page = draw()
    monkeypatch.setattr(Environment, "_generate", None)
    assert draw() == page


@pytest.mark.parametrize("place", ["none", "a file", "full"])
def test_where_nothing_can_be_kept_templates_are_compiled_each_time(
    place: str, draw: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if place == "a file":
        (tmp_path / "kept").write_bytes(b"")
    if place == "full":
        (tmp_path / "kept").mkdir()

        def refuse(**_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(tree, "mkstemp", refuse)
    assert draw() == draw() == "<p>12 hạt giống</p>"


def test_what_a_killed_build_began_to_keep_goes(draw: Callable[[], str], tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    draw()
    (file,) = (tmp_path / "kept").iterdir()
    file.with_name(f".{file.name}.a1b2c3d4.moi").write_bytes(file.read_bytes()[:100])
    file.write_bytes(b"")
    draw()
    assert [*(tmp_path / "kept").iterdir()] == [file]


def test_no_template_of_a_page_holds_text_in_which_several_blanks_count() -> None:
    templates = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "portal").rglob("*.jinja")]
    assert len(templates) > 40
    kept = re.compile(r"<(pre|textarea)\b[^>]*>(.*?)</\1>", re.DOTALL)
    held = [one[2] for path in templates for one in kept.finditer(path.read_text(encoding="utf-8"))]
    assert held
    assert not [one for one in held if re.search(r"\s{2}", one)]
