"""Write the fingerprints of texts that are retold, never copied: `tests/fingerprints.bin`.

Comes in: a folder of texts that are no part of the project. Goes out: a short hash of every run of
25 syllables in them, and none of their words. `tests/test_copying.py` reads the file and stands
without the folder. Every run is kept, since a copied passage of just 25 syllables has no other;
five bytes of each leave a false alarm in some hundred readings of the whole portal.
"""

import environment

environment.enter(dev=False)

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import door

RUN, BYTES = 25, 5
FILE = Path(__file__).parent.parent / "tests" / "fingerprints.bin"
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_SYLLABLE = re.compile(r"[^\W_]+")


def syllables(text: str) -> Iterator[tuple[str, int, int]]:
    """Each syllable or number, and where it stands: letters alone, whatever their case, coding and
    the place of their tone («uỷ», «ủy»); signs and marks of layout are no part of a text."""
    for found in _SYLLABLE.finditer(unicodedata.normalize("NFC", text)):
        letters = unicodedata.normalize("NFD", found[0].casefold())
        tone = "".join(sign for sign in letters if sign in TONES)
        yield "".join(sign for sign in letters if sign not in TONES) + tone, *found.span()


def runs(words: Sequence[str]) -> Iterator[bytes]:
    """The fingerprint of every run of 25."""
    for start in range(len(words) - RUN + 1):
        told = " ".join(words[start : start + RUN])
        yield blake2b(told.encode(), digest_size=BYTES).digest()


def pack(texts: Iterable[str]) -> bytes:
    """All fingerprints of the texts, sorted: the order tells nothing of them."""
    found = {one for text in texts for one in runs([word for word, *_ in syllables(text)])}
    return b"".join(sorted(found))


def unpack(content: bytes) -> frozenset[bytes]:
    return frozenset(content[at : at + BYTES] for at in range(0, len(content), BYTES))


def main() -> int:
    line = door.CommandLine("Ghi dấu vân của các văn bản mà cổng chỉ kể lại, không chép.")
    line.add_argument("thu_muc", type=Path, metavar="THƯ-MỤC", help="nơi để văn bản (*.txt)")
    files = sorted(line.read().thu_muc.glob("*.txt"))
    FILE.write_bytes(pack(file.read_text(encoding="utf-8") for file in files))
    print(f"{len(files)} văn bản, {FILE.stat().st_size // BYTES} dấu vân: tests/{FILE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
