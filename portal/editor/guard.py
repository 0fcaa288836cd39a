"""Who may speak to the desk: the one browser that was opened with its address.

Comes in: the head of a request. Goes out: whether it is let in, and what every answer carries.
The server stands on loopback, where any page that is open in the browser can reach it: so a
request must name our host (no other name that leads here), hold the secret, and where it changes
anything come from a page of ours.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Protocol

HOST = "127.0.0.1"
HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
)


class Head(Protocol):
    """The head of a request, names in any case."""

    def get(self, name: str, /) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Guard:
    """The secret of one run, and where the desk stands."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def cookie(self) -> str:
        """Cookies do not tell ports apart: two desks on one machine have two names."""
        return f"ban-bien-tap-{self.port}"

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/vao?ma={self.token}"

    def is_ours(self, head: Head) -> bool:
        """Whether the request names this very host."""
        return (head.get("Host") or "").lower() in self._hosts()

    def is_known(self, head: Head) -> bool:
        """Whether it holds the secret."""
        try:
            found = SimpleCookie(head.get("Cookie") or "").get(self.cookie)
        except CookieError:
            return False
        return found is not None and self.opens(found.value)

    def opens(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self.token.encode())

    def is_from_here(self, head: Head) -> bool:
        """Whether a request that changes something was sent by a page of ours."""
        return (head.get("Origin") or "").lower() == f"http://{(head.get('Host') or '').lower()}"

    def welcome(self) -> str:
        """The cookie that lets this browser in until it is closed."""
        return f"{self.cookie}={self.token}; Path=/; HttpOnly; SameSite=Strict"

    def _hosts(self) -> tuple[str, ...]:
        return f"{HOST}:{self.port}", f"localhost:{self.port}"
