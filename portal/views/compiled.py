"""Compiled templates, from one build to the next: code, so taken only where it is surely whole.

Comes in: a folder. Goes out: what Jinja asks for. Jinja's own reader takes what is damaged for
code: of a file that lost its end or one bit, pages came out wrong or Python itself ended.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from portal import tree

_CHECK = 16
"""Bytes of the checksum in front."""


class Compiled(BytecodeCache):
    """One folder. `rules`: a digest of what decides, besides a template, what is compiled of it."""

    def __init__(self, folder: Path, rules: str) -> None:
        self.folder, self.rules = folder, rules

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            left = self._file(bucket).read_bytes()
            if left[:_CHECK] == self._check(bucket, left[_CHECK:]):
                bucket.bytecode_from_string(left[_CHECK:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Where the disk does not take it, the next build compiles it again."""
        file, told = self._file(bucket), bucket.bytecode_to_string()
        with suppress(OSError):
            try:
                tree.replace(file, self._check(bucket, told) + told)
            finally:
                for unfinished in tree.unfinished(file):
                    unfinished.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.{self.rules}"

    def _check(self, bucket: Bucket, told: bytes) -> bytes:
        made = blake2b(f"khuon {bucket.key} {self.rules}".encode(), digest_size=_CHECK)
        made.update(told)
        return made.digest()
