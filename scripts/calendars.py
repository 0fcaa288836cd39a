"""Read every calendar of the real content as readers' calendars do, by three readers that know
nothing of each other: icalendar with dateutil, recurring-ical-events, and ical.js where Node is.

In: the content, a lock of its own. Out: whether all three find every event on the same days.
"""

import environment

environment.enter(dev=True)

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import aside
import browser
import door
import machine

from bench import calendars
from portal.road import judge
from portal.views.calendars.files import files
from portal.views.inputs import Inputs
from portal.views.renderer import Renderer

HOME = environment.ROOT / ".cache" / "lich"
LOCK = environment.ROOT / environment.CALENDARS_LOCK
LINE = door.CommandLine("Đọc mọi lịch .ics của nội dung thật bằng ba bộ đọc khác nhau.")
PROGRAM = """
import json, sys
from datetime import date
import icalendar
import recurring_ical_events
first, after = date.fromisoformat(sys.argv[1]), date.fromisoformat(sys.argv[2])
found = {}
for name, text in json.load(sys.stdin).items():
    days = found[name] = {}
    for one in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(first, after):
        days.setdefault(str(one["UID"]), []).append(str(one["DTSTART"].dt))
    for each in days.values():
        each.sort()
json.dump(found, sys.stdout)
"""
TESTS = browser.WEB / "calendars" / "ical.test.js"


def main() -> int:
    LINE.read()
    texts = of_content(environment.ROOT)
    found = {name: calendars.days(text) for name, text in texts.items()}
    print(f"icalendar: {len(texts)} lịch, {sum(map(len, found.values()))} mục, không lỗi.")
    try:
        python = aside.prepare(HOME, LOCK, "recurring-ical-events")
        wrong = list(differing(found, by_recurring(python, texts)))
    except aside.Unready as fault:
        print(fault, file=sys.stderr)
        return 1
    print(*(wrong or ["recurring-ical-events: cùng những ngày ấy."]), sep="\n")
    done = by_node(texts, found)
    return 1 if wrong or done is False else 0


def of_content(content: Path) -> dict[str, str]:
    """Every calendar that a build writes today, by its address."""
    library, _ = judge(content, date.today())  # noqa: DTZ011
    made = files(Renderer(Inputs(library)))
    return {one.path: one.content.decode() for one in made}


def by_recurring(python: Path, texts: dict[str, str]) -> calendars.Days:
    first, after = calendars.SPAN[0], calendars.SPAN[1] + timedelta(days=1)
    words = [first.isoformat(), after.isoformat()]
    told = aside.run([str(python), "-c", PROGRAM, *words], json.dumps(texts))
    return dict(json.loads(told))


def differing(one: calendars.Days, other: calendars.Days) -> Iterator[str]:
    for name in one:
        for uid in sorted(one[name].keys() | other.get(name, {}).keys()):
            ours, theirs = one[name].get(uid), other.get(name, {}).get(uid)
            if ours != theirs:
                yield f"{name}: {uid}: {ours} và {theirs}"


def by_node(texts: dict[str, str], found: calendars.Days) -> bool | None:
    """None where this machine has no Node, or npm brings no ical.js."""
    node = machine.find_node()
    if node is None or not machine.get_modules(browser.WEB, "công cụ của web/ (ical.js)"):
        print(f"ical.js: chưa đọc, {machine.NO_NODE}.")
        return None
    with tempfile.TemporaryDirectory(prefix="portal-lich-") as folder:
        handed = Path(folder) / "calendars.json"
        handed.write_text(calendars.handed(texts, found), encoding="utf-8")
        done = subprocess.run(
            [node, "--test", str(TESTS)],
            cwd=browser.WEB,
            env={**os.environ, "CALENDARS": str(handed)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    print("ical.js: cùng những ngày ấy." if done.returncode == 0 else done.stdout)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
