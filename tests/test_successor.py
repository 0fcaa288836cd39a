"""The way out of MkDocs: ProperDocs, tried by `scripts/successor.py` as a step of CI.

The environment it needs is fetched there: here it is used where it was made, and never fetched.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import aside
import environment
import packages
import pytest
import successor
import yaml

from bench import identity

ROOT = environment.ROOT


def test_its_lock_holds_what_the_portal_runs_on_and_properdocs() -> None:
    ours = {one.name: one.version for one in packages.locked() if one.runs}
    theirs = packages.versions(ROOT / environment.SUCCESSOR_LOCK)
    assert theirs.keys() - ours.keys() == {"properdocs"}
    assert {name: theirs[name] for name in ours} == ours


@pytest.mark.parametrize("path", [".github/workflows/check.yml", ".gitlab-ci.yml"])
def test_ci_builds_by_it(path: str) -> None:
    told = yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))
    jobs = told.get("jobs", told)
    assert "python3 scripts/successor.py" in str(jobs["successor"])


def test_a_page_that_differs_or_is_missing_is_told(tmp_path: Path) -> None:
    for name, words in (("one", "a"), ("other", "b")):
        for page in ("same.html", f"only-{name}.html"):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / page).write_text("x", encoding="utf-8")
        (tmp_path / name / "different.html").write_text(words, encoding="utf-8")
    told = identity.between(tmp_path / "one", tmp_path / "other")
    assert told == ["different.html", "only-one.html", "only-other.html"]


def test_a_builder_that_cannot_be_had_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(aside.Unready, match="không có"):
        aside.run([sys.executable, "-c", "raise SystemExit('không có')"])


made = environment.python_of(successor.HOME).exists()


@pytest.mark.skipif(not made, reason="chạy scripts/successor.py một lần để có môi trường")
def test_it_makes_the_same_site_and_needs_no_mkdocs() -> None:
    python = environment.python_of(successor.HOME)
    code = "import importlib.util, sys; sys.exit(importlib.util.find_spec('mkdocs') is not None)"
    assert subprocess.run([python, "-c", code], check=False).returncode == 0
    assert successor.differences(python) == []
