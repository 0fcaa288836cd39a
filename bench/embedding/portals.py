"""Eight portals as they treat what is pasted into them: their filters, their pages, their headers.

Comes in: a snippet, the sandbox an editor gives to its frame. Goes out: the page a reader gets.
Each follows what such a platform was seen to do, or says of itself; none of their code is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

SANDBOXES: Mapping[str, str | None] = MappingProxyType(
    {
        "none": None,
        "scripts": "allow-scripts",
        "editor": "allow-scripts allow-same-origin allow-forms allow-presentation",
        "full": "",
    }
)
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{name}</title></head>
<body><header><h1>Cổng bịa</h1><nav><a href="/">Trang chủ</a></nav></header>
<main style="max-width:60rem;margin:auto"><h2>Bài bịa</h2><p>Đoạn trước.</p>
{content}
<p id="after">Đoạn sau.</p></main><footer>Chân trang bịa</footer>{more}</body></html>"""
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_FRAME = re.compile(r"<iframe\b[^>]*>(.*?)</iframe>", re.DOTALL)
_ELEMENT = re.compile(r"</?truong-chuan\b[^>]*>")
_ATTRIBUTE = re.compile(r'\s([a-z-]+)="[^"]*"')

# What WordPress does around a frame that came by oEmbed: listens for its height, then shows it
LISTENER = """<script>
for (const frame of document.querySelectorAll("iframe.wp-embedded-content"))
  frame.addEventListener("load", () =>
    frame.contentWindow.postMessage({message: "ready", secret: frame.dataset.secret}, "*"))
addEventListener("message", ({data, source}) => {
  if (!data || !data.secret || !data.message || /[^a-zA-Z0-9]/.test(data.secret)) return
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow) continue
    frame.removeAttribute("style")
    if (data.message === "height") {
      frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10) || 200))
      document.querySelector(`blockquote[data-secret="${data.secret}"]`).style.display = "none"
    }
    if (data.message === "link" && document.activeElement === frame
        && new URL(data.value).host === new URL(frame.src).host) window.asked = data.value
  }
})
</script>"""
SECRET = "aB3dE5fG7h"
HIDDEN = "position:absolute;visibility:hidden"


def unchanged(told: str) -> str:
    return told


def without_script(told: str) -> str:
    return _ELEMENT.sub("", _SCRIPT.sub("", told))


def links_only(told: str) -> str:
    """Frames go with what is in them; of a link its address is left."""
    bare = _FRAME.sub("", without_script(told))
    return re.sub(r"<a\b[^>]*?(href=\"[^\"]*\")[^>]*>", r"<a \1>", bare)


def without_address(told: str) -> str:
    """The frame stays, empty."""
    return re.sub(r'(<iframe\b[^>]*?)\ssrc="[^"]*"', r"\1", without_script(told))


@dataclass(frozen=True)
class Portal:
    name: str
    form: str
    """What is pasted there; `oembed`: the bare address."""
    filtered: Callable[[str], str] = unchanged
    headers: Mapping[str, str] = field(default_factory=dict)
    sandboxes: bool = True
    """Whether an editor's sandbox stays on the frame."""
    shows: bool = True
    """Whether a frame is left at all."""

    def page(self, snippet: str, sandboxes: Mapping[str, str | None] = SANDBOXES) -> str:
        """One that shows it as often as there are sandboxes, each in a section of that name."""
        told = []
        for at, (name, sandbox) in enumerate(sandboxes.items()):
            mine = _with_sandbox(snippet, sandbox) if self.sandboxes else snippet
            kept = self.filtered(mine.replace(SECRET, f"{SECRET}{at}"))
            told.append(f'<section id="{name}">{kept}</section>')
        more = LISTENER if self.form == "oembed" else ""
        return PAGE.format(name=self.name, content="\n".join(told), more=more)


def _with_sandbox(snippet: str, sandbox: str | None) -> str:
    if sandbox is None:
        return snippet
    return re.sub(r"<(iframe|truong-chuan)\b", rf'<\1 sandbox="{sandbox}"', snippet)


def answered(html: str) -> str:
    """What WordPress makes of an oEmbed answer: a frame in a sandbox, hidden until it speaks."""
    quote = html.partition("</blockquote>")[0].replace(
        "<blockquote", f'<blockquote data-secret="{SECRET}"'
    )
    found = re.search(r'<iframe src="([^"]*)"', html)
    assert found
    width = re.search(r'<iframe [^>]*width="([^"]*)"', html)
    frame = (
        f'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" '
        f'style="{HIDDEN}" src="{found[1]}#?secret={SECRET}" data-secret="{SECRET}" '
        f'width="{width[1] if width else 600}" height="600" title="Bài nhúng"></iframe>'
    )
    return f"{quote}</blockquote>{frame}"


OWN = MappingProxyType({"Permissions-Policy": "fullscreen=(self), web-share=(self)"})
STRICT = MappingProxyType({"Content-Security-Policy": "script-src 'self'; frame-src *"})

PORTALS: tuple[Portal, ...] = (
    Portal("wordpress-quan-tri", "phan-tu"),
    Portal("wordpress-tac-gia", "oembed", sandboxes=False),
    Portal("nukeviet-tin-cay", "khung", without_script, OWN),
    Portal("nukeviet", "khung", without_address, OWN, shows=False),
    Portal("joomla", "khung", links_only, shows=False),
    Portal("drupal", "lien-ket", links_only, shows=False),
    Portal("liferay", "khung-ma", unchanged, STRICT),
    Portal("sharepoint", "khung", without_script),
)
