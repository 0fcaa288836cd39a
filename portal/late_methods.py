"""Methods of dataclasses, compiled when they are first called.

Comes in: nothing. Goes out: nothing; every dataclass declared afterwards is as ever. Python 3.11
and 3.12 write six methods of each frozen one as text and compile them when it is declared, a
quarter of the time it takes to load the portal; most of them nobody ever calls. From 3.13 on Python
compiles all six at once, in another way: then nothing is done here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

LATE = frozenset(("__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"))
"""Not `__init__`: it is called, and its parameters are read."""


def put_off(compiled: Callable[..., Any]) -> Any:
    """What makes a method from its text, at once or late."""

    def made(name: str, *text: Any, **more: Any) -> Any:
        if name not in LATE:
            return compiled(name, *text, **more)
        method: Any = None

        def late(self: Any, *given: Any) -> Any:
            nonlocal method
            if method is None:
                method = compiled(name, *text, **more)
                _put_in_place(type(self), late, method)
            return method(self, *given)

        late.__name__ = name
        return late

    return made


def _put_in_place(model: type[Any], late: Any, method: Any) -> None:
    """From its second call on, a method is called without a way round."""
    name, method.__qualname__ = late.__name__, late.__qualname__
    for one in model.__mro__:
        if vars(one).get(name) is late:
            setattr(one, name, method)


def begin() -> None:
    """For all that is declared from now on; where this Python makes methods otherwise, not."""
    if compiled := getattr(dataclasses, "_create_fn", None):
        dataclasses._create_fn = put_off(compiled)  # type: ignore[attr-defined]
