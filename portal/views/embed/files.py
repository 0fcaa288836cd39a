"""The small pages for frames, their fragments for servers, and the list of all.

Comes in: the register and the library. Goes out: files below `nhung/`. They work where a frame runs
no script: links are plain, every place can take the focus.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urljoin

from markupsafe import Markup, escape

from portal.kinds.page import EMBEDDING
from portal.views.alternates import feed_of
from portal.views.compact import compact
from portal.views.context import PageContext
from portal.views.embed import cards, oembed
from portal.views.embed.card import Card, CardPage, TrialPage
from portal.views.embed.shown import SHOWN, Choice, Component
from portal.views.html.anchors import reachable
from portal.views.html.typography import typeset
from portal.views.inputs import Inputs
from portal.views.names import relative
from portal.views.outputs import Alternate, Asset, distinct_ids
from portal.views.pages.home import TITLE as SITE
from portal.views.parts import Table
from portal.views.renderer import Renderer

HOME = f"{EMBEDDING}/xem/"
Drawn = Callable[[PageContext], Card]
TEMPLATE = "card.html.jinja"
FRAGMENT = "manh.txt"
"""Not a page: for servers to take in."""
TRIAL = f"{EMBEDDING}/tu-kiem/"
TRYING = "Tự kiểm việc nhúng"
_INWARD = re.compile(
    r'(<a (?![^>]*target=)[^>]*href=")((?:\.\./)+[^"#?:]*/|(?:\.\./)+)((?:#[^"]*)?")'
)


def files(renderer: Renderer) -> Iterator[Asset]:
    inputs = renderer.inputs
    listed = []
    for component in SHOWN:
        choices = list(component.choices(inputs))
        listed.append(_listed(component, choices))
        for id, draw in _drawn(component, choices, inputs).items():
            yield from _shown(renderer, component, id, draw)
    told = {"version": 1, "site": SITE, "components": listed}
    yield Asset(f"{HOME}danh-sach.json", compact(told).encode())
    yield from _trial(renderer)


def _drawn(component: Component, choices: Sequence[Choice], inputs: Inputs) -> Mapping[str, Drawn]:
    """What stands at every id there is or was: an embedded part outlives the name of its entry."""
    found: dict[str, Drawn] = {one.id: partial(component.card, one.subject) for one in choices}
    for one in choices:
        for id in one.former():
            found.setdefault(id, partial(component.card, one.subject))
    for one in component.gone(inputs):
        for id in (one.id, *one.former()):
            if one.of:
                found.setdefault(id, partial(cards.gone, one.of))
    return found


def _trial(renderer: Renderer) -> Iterator[Asset]:
    address = renderer.inputs.address
    page = TrialPage(SITE, "../../", f"{address}{TRIAL}{oembed.NAME}" if address else "")
    html = renderer.env.get_template("trial.html.jinja").render(page=page)
    yield Asset(f"{TRIAL}index.html", html.encode())
    if address:
        yield Asset(f"{TRIAL}{oembed.NAME}", oembed.answer(address, TRIAL, TRYING))


def _shown(renderer: Renderer, component: Component, id: str, draw: Drawn) -> Iterator[Asset]:
    """Its page and the fragment beside it; where the public address is known, what says so."""
    inputs = renderer.inputs
    place = f"{HOME}{component.place(id)}"
    card = draw(renderer.page_context(place))
    answer = f"{inputs.address}{place}{oembed.NAME}" if inputs.address else ""
    page = CardPage(card, SITE, "../" * place.count("/"), answer, _feed(inputs, card, place))
    html = renderer.env.get_template(TEMPLATE).render(page=page)
    head, mark, body = html.partition("<body")
    told = head + mark + framed(reachable(typeset(distinct_ids(body))))
    yield Asset(f"{place}index.html", told.encode())
    yield Asset(f"{place}{FRAGMENT}", fragment(card, place, inputs.address).encode())
    if inputs.address:
        yield Asset(f"{place}{oembed.NAME}", oembed.answer(inputs.address, place, card.title))


def _feed(inputs: Inputs, card: Card, place: str) -> Alternate | None:
    """That of the page it is a part of."""
    page = urljoin(NOWHERE + place, card.full.url).removeprefix(NOWHERE).partition("#")[0]
    found = feed_of(inputs, page)
    return replace(found, href=relative(found.href, place)) if found else None


def framed(html: str) -> str:
    """Links to pages of the section ask for them as they are in a frame."""
    return _INWARD.sub(r"\1\2?nhung=1\3", html)


def _listed(component: Component, choices: list[Choice]) -> dict[str, object]:
    return {
        "name": component.name,
        "label": component.label,
        "height": component.height,
        "choices": [{"id": one.id, "label": one.label} for one in choices],
    }


# Fragments: what every platform keeps, and nothing else

KEPT = ("div", "p", "h3", "ul", "li", "a", "span", "strong", "table", "tbody", "tr", "th", "td")
_TAG = re.compile(r"<(/?)([a-z0-9]+)((?:\s[^>]*)?)>")
NOWHERE = "https://section.invalid/"
_HREF = re.compile(r'href="([^"]*)"')
_UNSEEN = re.compile(r'<span class="unseen">[^<]*</span>')
_STANDING = re.compile(r'<span class="standing[^"]*">([^<]*)</span>')


def fragment(card: Card, place: str, address: str) -> str:
    """The card in tags that editors and filters leave alone, its addresses written out; they begin
    where the section does, as long as nobody has said where that is."""
    inside = [f"<h3>{escape(card.title)}</h3>"]
    inside += [f"<p><strong>{escape(one.label)}</strong></p>" for one in card.badges]
    inside += [
        f"<div><p><strong>{escape(n.title)}</strong></p>{n.html}</div>" for n in card.notices
    ]
    inside += [f"<p>{escape(one.label)}: {_flat(one.html)}</p>" for one in card.facts]
    if card.items:
        inside.append(f"<ul>{''.join(f'<li>{one}</li>' for one in card.items)}</ul>")
    for one in card.figures:
        value = "chưa rõ" if one.value is None else one.value
        inside.append(f"<p><strong>{value}</strong> {escape(one.label)}, tính đến {one.as_of}</p>")
    inside += _charts(card)
    inside += [f"<h3>{escape(one.title)}</h3>{_table(one.table)}" for one in card.parts]
    if card.empty and not (card.items or card.parts):
        inside.append(f"<p>{escape(card.empty)}</p>")
    inside.append(f'<p><a href="{escape(card.full.url)}">{escape(card.full.label)}</a></p>')
    told = _STANDING.sub(lambda one: f"({one[1].lower()})", "\n".join(inside))
    kept = _TAG.sub(partial(_kept, NOWHERE + place), told).replace(NOWHERE, address)
    return f"<div>\n{kept}\n</div>\n"


def _charts(card: Card) -> Iterator[str]:
    """What is drawn, in words."""
    if card.bars:
        lines = (f"<li>{escape(one.label)}: {one.told}</li>" for one in card.bars.bars)
        yield f"<ul>{''.join(lines)}</ul>"
    if card.rising:
        yield f"<p>{escape(card.rising.told)}</p>"


def _table(it: Table) -> str:
    """Its head in the same body as its rows: some editors take a head of its own away. What only
    a screen reader is told in a cell would be seen by all here."""
    heads = "".join(f"<th>{escape(one.label)}</th>" for one in it.columns)
    rows = ("".join(f"<td>{_flat(cell)}</td>" for cell in row.cells) for row in it.rows)
    body = "".join(f"<tr>{_UNSEEN.sub('', one)}</tr>" for one in (heads, *rows))
    return f"<table><tbody>{body}</tbody></table>"


def _flat(it: object) -> Markup:
    return Markup("chưa rõ") if it is None else escape(it)


def _kept(base: str, found: re.Match[str]) -> str:
    close, name, attributes = found.groups()
    if name not in KEPT:
        return ""
    href = _HREF.search(attributes)
    if name != "a" or close or not href:
        return f"<{close}{name}>"
    return f'<a href="{urljoin(base, href[1])}">'
