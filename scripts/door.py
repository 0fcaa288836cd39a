"""What every door has in common: Vietnamese command lines, and the day the door is opened.

In: the words typed after a command. Out: options. Knows nothing of what the command does.
"""

from __future__ import annotations

import argparse
import re
import signal
import socket
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import NoReturn

from portal import url
from portal.text import tenths

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
"""What is shown to who sits at this machine is shown to nobody else."""
VIETNAM = timezone(timedelta(hours=7))
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2099, 12, 31)
"""What the files of a site can carry as their day, and the years that content may name."""
WORDS = {"options": "Tuỳ chọn", "positional arguments": "Tham số"}
COMPLAINTS = (
    (r"expected one argument", "còn thiếu giá trị"),
    (r"expected at least one argument", "còn thiếu giá trị"),
    (r"expected at most one argument", "chỉ nhận một giá trị"),
    (r"the following arguments are required", "còn thiếu"),
    (r"unrecognized arguments", "không hiểu"),
    (r"ignored explicit argument (.*)", r"không nhận giá trị \1"),
    (r"not allowed with argument (.*)", r"không dùng cùng \1"),
    (r"ambiguous option: (.*) could match (.*)", r"«\1» chưa rõ là \2"),
    (r"invalid int value: '(.*)'", r"«\1» không phải số nguyên"),
    (r"invalid \w+ value: '(.*)'", r"«\1» không đúng cách viết"),
    (r"invalid choice: '(.*)' \(choose from (.*)\)", r"«\1» không phải một trong: \2"),
)
"""What argparse says, and what people are told."""


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

    def __init__(self, about: str, example: str = "") -> None:
        """`example`: what a person types most often, behind `scripts/`."""
        super().__init__(
            description=about,
            epilog=f"Ví dụ: python3 scripts/{example}" if example else None,
            add_help=False,
            exit_on_error=False,
            formatter_class=_Help,
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
        for english, vietnamese in COMPLAINTS:
            message = re.sub(english, vietnamese, message, flags=re.DOTALL)
        print(f"{shown(message)}\nXem cách dùng: python3 {sys.argv[0]} --help", file=sys.stderr)
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
    if not FIRST_DAY <= found <= LAST_DAY:
        raise argparse.ArgumentTypeError(
            f"«{text}» ở ngoài khoảng dựng được, từ {FIRST_DAY} đến {LAST_DAY}."
        )
    return found


def port(text: str) -> int:
    """A port of this machine."""
    number = int(text) if re.fullmatch(r"[0-9]{1,5}", text) else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(
            f"«{text}» không phải số cổng. Viết một số từ 1 đến 65535, ví dụ 8000."
        )
    return number


def is_taken(port: int) -> bool:
    """Is somebody answering there? Asking is surer than binding, which Windows lets two do."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def public_address(text: str) -> str:
    """Where a site is published."""
    try:
        return url.public(text)
    except url.BadAddress as fault:
        raise argparse.ArgumentTypeError(
            f"«{text}» không phải địa chỉ công khai: {fault}"
        ) from None


def shown(text: str) -> str:
    """What was typed, safe to print: a control letter would act in the window."""
    return "".join(
        char if char.isprintable() or char == "\n" else f"\\x{ord(char):02x}" for char in text
    )


def say_waiting(folder: Path, holder: str) -> None:
    """Somebody else fills the same folder; this command goes on after that one."""
    print(f"«{folder}» đang được {holder} dựng: chờ nó xong…", file=sys.stderr, flush=True)


def end_as_by_hand() -> None:
    """A stopped service and a closed window then tidy up as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        one = getattr(signal, name, None)
        if one is not None and signal.getsignal(one) is not signal.SIG_IGN:  # nohup ignores one
            signal.signal(one, signal.default_int_handler)


def seconds(span: float) -> str:
    """A span of time as Vietnamese readers write it: 1,2 giây."""
    return f"{tenths(span)} giây"
