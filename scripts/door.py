"""What every door has in common: Vietnamese command lines, and the day the door is opened.

In: the words typed after a command. Out: options. Knows nothing of what the command does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VIETNAM = timezone(timedelta(hours=7))
WORDS = {
    "options": "Tuỳ chọn",
    "positional arguments": "Tham số",
    "expected one argument": "còn thiếu giá trị",
    "the following arguments are required": "còn thiếu",
    "unrecognized arguments": "không hiểu",
}


class _Help(argparse.HelpFormatter):
    """argparse's help page under Vietnamese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")

    def start_section(self, heading: str | None) -> None:
        super().start_section(WORDS.get(heading or "", heading))


class CommandLine(argparse.ArgumentParser):
    """A command line whose help and complaints are Vietnamese."""

    def __init__(self, about: str) -> None:
        super().__init__(
            description=about, add_help=False, exit_on_error=False, formatter_class=_Help
        )
        self.add_argument("-h", "--help", action="help", help="in trợ giúp này rồi thoát")

    def about_content(self) -> None:
        """Where the content stands and which day it is: the same words for every door."""
        self.add_argument(
            "--content",
            metavar="DIR",
            type=Path,
            default=ROOT,
            help="thư mục có docs/ và data/ (mặc định: dự án này)",
        )
        self.add_argument(
            "--ngay",
            metavar="YYYY-MM-DD",
            type=day,
            default=today(),
            help="coi hôm nay là ngày này (mặc định: hôm nay theo giờ Việt Nam)",
        )

    def read(self, words: Sequence[str] | None = None) -> argparse.Namespace:
        """The options typed; what cannot be understood is said, and ends the program with 2."""
        try:
            return self.parse_args(words)
        except argparse.ArgumentError as fault:
            self.error(": ".join(filter(None, (fault.argument_name, fault.message))))

    def error(self, message: str) -> NoReturn:
        for english, vietnamese in WORDS.items():
            message = message.replace(english, vietnamese)
        print(f"{message}\nXem cách dùng: python3 {sys.argv[0]} --help", file=sys.stderr)
        raise SystemExit(2)


def today() -> date:
    """The day it is in Viet Nam, wherever the machine stands."""
    return datetime.now(VIETNAM).date()


def day(text: str) -> date:
    """A day typed as year-month-day."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:  # ISO also writes 20260305 and 2026-W10-4
        raise argparse.ArgumentTypeError(
            f"«{text}» không phải một ngày. Viết năm-tháng-ngày, ví dụ 2026-03-05."
        )
    return found


def seconds(span: float) -> str:
    """A span of time as Vietnamese readers write it: 1,2 giây."""
    return f"{span:.1f} giây".replace(".", ",")
