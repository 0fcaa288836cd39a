"""Templates are compiled without their indents."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

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


def test_no_template_of_a_page_holds_text_in_which_several_blanks_count() -> None:
    templates = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "portal").rglob("*.jinja")]
    assert len(templates) > 40
    kept = re.compile(r"<(pre|textarea)\b[^>]*>(.*?)</\1>", re.DOTALL)
    held = [one[2] for path in templates for one in kept.finditer(path.read_text(encoding="utf-8"))]
    assert held
    assert not [one for one in held if re.search(r"\s{2}", one)]
