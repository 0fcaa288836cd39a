"""Everything that must hold before a change is published, fastest first, all of it every time."""

import argparse

import environment

BEFORE = argparse.ArgumentParser(add_help=False)
BEFORE.add_argument("--chi", nargs="?")
# Who writes content needs none of the tools for tests.
environment.enter(dev=BEFORE.parse_known_args()[0].chi != "noi-dung")

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import audit
import browser
import door
import machine

AGAIN = "sửa xong chạy lại: python3 scripts/check.py --chi noi-dung"


class Step(NamedTuple):
    """One judgement; `holds` prints its reasons and tells the outcome, None where it had nothing
    to judge by."""

    key: str
    title: str
    holds: Callable[[], bool | None]


def content(
    folder: Path = environment.ROOT,
    today: date | None = None,
    *,
    fold: bool = False,
    all_told: bool = False,
) -> bool:
    """Only faults count: what is merely recalled to editors does not stop a publication. `fold`:
    one line for all reminders of a kind, among the other steps; `all_told`: also what concerns
    nothing that was changed here."""
    from portal.editor.changes import touched
    from portal.editor.unfinished import unfinished
    from portal.problem import errors, report, report_to
    from portal.road import judge

    library, problems = judge(folder, today or door.today())
    late = unfinished(folder, library)
    problems += late
    if fold or all_told:
        told = report(problems, AGAIN, fold=fold)
    else:
        own = touched(folder)
        told = report_to(lambda one: one.path in own or one in late, problems, AGAIN)
    sound = not errors(problems)
    print("\n".join(filter(None, [told, "Nội dung không có lỗi." if sound else ""])))
    return sound


def tool(*words: str) -> Callable[[], bool]:
    """A step that is one program of the environment."""

    def holds() -> bool:
        command = [sys.executable, *words]
        kept = compiled_kept(os.environ)
        done = subprocess.run(command, cwd=environment.ROOT, env=kept, check=False)
        return done.returncode == 0

    return holds


def compiled_kept(variables: Mapping[str, str]) -> dict[str, str]:
    """Where the machine forbids Python to leave what it compiled beside the code, each of the many
    processes of the tests would compile it all again: it is left in the environment instead."""
    told = dict(variables)
    if told.pop("PYTHONDONTWRITEBYTECODE", ""):
        told["PYTHONPYCACHEPREFIX"] = str(environment.ROOT / ".venv" / "compiled")
    return told


SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
"""A process a core, each with whole modules: what a module builds for its tests is built once."""


def tests() -> bool:
    """All tests, in a real browser too: without one the step fails instead of testing less."""
    browser = machine.get_browser()
    if browser is None:
        print(machine.NO_BROWSER, file=sys.stderr)
    machine.get_nginx()
    machine.get_office()
    machine.get_html_reader()
    return tool("-m", "pytest", *SIDE_BY_SIDE)() and browser is not None


LAYERS = "from importlinter.cli import lint_imports_command as run; run()"
STEPS = (
    Step("noi-dung", "nội dung", content),
    Step("nguon-goi", "nguồn gói (lỗ hổng)", audit.judge),
    Step("viet-ma", "cách viết mã (ruff)", tool("-m", "ruff", "check")),
    Step("dinh-dang", "định dạng (ruff)", tool("-m", "ruff", "format", "--check")),
    Step("tang", "các tầng (import-linter)", tool("-c", LAYERS, "--no-logo", "--no-cache")),
    Step("kieu", "kiểu (mypy)", tool("-m", "mypy", "portal", "hooks", "scripts", "bench")),
    Step("web", "mã trình duyệt (node, tsc)", browser.judge),
    Step("kiem-thu", "kiểm thử (pytest)", tests),
)


def chosen(key: str) -> list[Step]:
    """The step of that name."""
    if found := [step for step in STEPS if step.key == key]:
        return found
    names = ", ".join(step.key for step in STEPS)
    raise argparse.ArgumentTypeError(f"không có bước «{key}»; các bước: {names}.")


OUTCOMES = {True: "đạt", False: "CHƯA ĐẠT", None: "không kiểm được"}


def table(results: list[tuple[Step, bool | None, float]]) -> str:
    """The outcome at a glance, under everything that was printed on the way."""
    width = max(len(step.title) for step, _, _ in results)
    wide = max(len(OUTCOMES[good]) for _, good, _ in results)
    return "\n".join(
        f"{step.title:{width}}  {OUTCOMES[good]:{wide}}  {door.seconds(span):>10}"
        for step, good, span in results
    )


def main() -> int:
    line = door.CommandLine(
        "Kiểm tra mọi thứ: nội dung, mã, trang dựng xong trong trình duyệt.",
        "check.py --chi noi-dung",
    )
    names = ", ".join(step.key for step in STEPS)
    line.add_argument("--chi", metavar="BƯỚC", type=chosen, default=STEPS, help=f"chỉ: {names}")
    line.add_argument("--het", action="store_true", help="kể cả điều nhắc về tệp không sửa")
    line.about_content()
    options = line.read()
    results = []
    for step in options.chi:
        print(f"\n── {step.title}", flush=True)
        started = monotonic()
        holds = (
            partial(
                content,
                options.content,
                options.ngay,
                fold=len(options.chi) > 1,
                all_told=options.het,
            )
            if step.holds is content
            else step.holds
        )
        results.append((step, holds(), monotonic() - started))
        sys.stdout.flush()
    print(f"\n{table(results)}")
    return 1 if any(good is False for _, good, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main())
