"""What pages say to machines: schema.org and citation tags; what is not known stays out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import tiny
from conftest import PUBLIC
from playwright.sync_api import Page

from portal.kinds import KINDS
from portal.text import NBSP
from portal.views import Edition
from portal.views.html.linked import absolute, written
from tests.hosts import HOST, Server

OPEN = Callable[..., Page]
LONGEST = 1024
ADDRESS = "https://hoc-vien.example/chuyen-muc/"


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    return tiny.draw(tiny_content)


TOLD = [kind for kind in KINDS if kind.linked]


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.name)
def test_what_a_kind_tells_is_an_attribute_it_has(kind: Any) -> None:
    assert not [name for name in kind.linked.properties if not hasattr(kind.model, name)]


def test_a_document_is_legislation_with_what_is_known_of_it(built: Edition) -> None:
    said = tiny.by_url(built)["van-ban/01-qd-lm/"].data
    assert said["@type"] == "Legislation"
    assert said["legislationIdentifier"] == "01-QĐ/LM"
    assert said["legislationType"] == "Quy định"
    assert said["legislationDate"] == "2020-01-15"
    assert said["legislationPassedBy"] == {"@type": "Organization", "name": "Hội đồng Làng Mây"}
    assert said["legislationLegalForce"] == "https://schema.org/InForce"
    later = tiny.by_url(built)["van-ban/03-qd-lm/"].data
    assert later["legislationRepeals"] == [{"@id": "../01-qd-lm/"}]


def test_what_is_not_known_stays_out(built: Edition) -> None:
    pages = tiny.by_url(built)
    said = pages["van-ban/04-cv-lm/"].data
    for name in ("legislationIdentifier", "legislationDate", "legislationLegalForce"):
        assert name not in said
    assert pages["van-ban/huong-dan-trong-hoa/"].data == {}  # awaited: there is no such document
    assert not [page.url for page in built.pages if None in page.data.values()]


def test_a_procedure_tells_its_steps_a_question_its_answer_the_home_page_the_portal(
    built: Edition,
) -> None:
    pages = tiny.by_url(built)
    procedures = [one for url, one in pages.items() if one.data.get("@type") == "HowTo"]
    questions = [one for url, one in pages.items() if one.data.get("@type") == "Question"]
    assert procedures and questions
    for one in procedures:
        steps = one.data["step"]
        assert steps and all(step["@type"] == "HowToStep" and step["name"] for step in steps)
        assert all(step["name"] in unescape(one.html).replace(NBSP, " ") for step in steps)
    for one in questions:
        assert one.data["acceptedAnswer"]["text"]
    assert pages[""].data["@type"] == "WebSite"
    assert pages[""].data["name"] == pages[""].title


EVENT = "data/su-kien/hoi-hoa.yml"
COUNCIL = {"@id": "../../don-vi/hoi-dong-lang-may/", "name": "Hội đồng Làng Mây"}


@pytest.mark.parametrize(
    ("hosts", "told"),
    [
        ("[hoi-kin]", None),
        ("[hoi-kin, hoi-dong-lang-may]", COUNCIL),
        ("[hoi-dong-lang-may, hoi-kin]", COUNCIL),
    ],
)
def test_a_unit_that_is_not_published_is_not_named(
    hosts: str, told: dict[str, str] | None, tmp_path: Path
) -> None:
    content = tiny.lay_out(tmp_path)
    (content / "data/don-vi/hoi-kin.yml").write_text(
        "tieu_de: Hội kín\nloai: nhom\ntrang_thai: nhap\nnguon: [trang-truong]\n", encoding="utf-8"
    )
    event = (content / EVENT).read_text(encoding="utf-8")
    (content / EVENT).write_text(event.replace("[hoi-dong-lang-may]", hosts), encoding="utf-8")
    built = tiny.draw(content)
    assert tiny.by_url(built)["su-kien/hoi-hoa/"].data.get("organizer") == (
        told and {"@type": "Organization", **told}
    )
    assert not [page.url for page in built.pages if "Hội kín" in f"{page.html}{page.data}"]


def test_addresses_are_full_where_the_public_one_is_known() -> None:
    said = {"@id": "./", "isBasedOn": [{"@id": "../01-qd-lm/"}], "name": "./"}
    assert absolute(said, "") == said
    assert absolute(said, f"{ADDRESS}van-ban/x/") == {
        "@id": f"{ADDRESS}van-ban/x/",
        "isBasedOn": [{"@id": f"{ADDRESS}van-ban/01-qd-lm/"}],
        "name": "./",
    }


def test_a_text_cannot_end_the_block_it_stands_in() -> None:
    hostile = {"name": "</script><script>alert(1)</script><!-- &amp; \u2028"}
    made = written(hostile)
    assert not set("<>&") & set(made)
    assert json.loads(made) == hostile


def test_citation_tools_find_title_issuer_day_and_number(built: Edition) -> None:
    tags = tiny.by_url(built)["van-ban/01-qd-lm/"].tags
    assert ("citation_title", "Quy định 01-QĐ/LM về trường làng chuẩn") in tags
    assert ("citation_author", "Hội đồng Làng Mây") in tags
    assert ("citation_publication_date", "2020/01/15") in tags
    assert ("DCTERMS.identifier", "01-QĐ/LM") in tags
    assert tiny.by_url(built)["thuat-ngu/an-hoa/"].tags == ()


THING = {"name", "description", "url", "sameAs", "alternateName"}
WORK = THING | {"inLanguage", "author", "datePublished", "citation", "isBasedOn"}
ORGANIZATION = THING | {"parentOrganization", "foundingDate", "dissolutionDate"}
KNOWN = {
    "WebSite": WORK,
    "Article": WORK,
    "Dataset": WORK,
    "Question": WORK | {"acceptedAnswer"},
    "Answer": WORK | {"text"},
    "HowTo": WORK | {"step"},
    "HowToStep": WORK,
    "Legislation": WORK
    | {f"legislation{one}" for one in ("Identifier", "Type", "PassedBy", "Date", "LegalForce")}
    | {f"legislation{one}" for one in ("DateOfApplicability", "Repeals", "Changes", "Amends")}
    | {"legislationConsolidates", "legislationTransposes", "legislationCorrects"},
    "Event": THING | {"inLanguage", "startDate", "endDate", "location", "organizer"},
    "Organization": ORGANIZATION,
    "EducationalOrganization": ORGANIZATION,
    "DefinedTerm": THING | {"termCode", "inDefinedTermSet"},
    "Place": THING | {"address"},
}
"""Of schema.org (version 29) what this portal uses: the properties a type has or inherits."""
DATES = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def misused(said: Mapping[str, Any], type: str = "") -> list[str]:
    """What schema.org does not know of a thing, and of the things in it. One that is only named or
    pointed to needs no type."""
    type = said.get("@type", type)
    allowed = KNOWN.get(type, {"name"} if not type else set())
    wrong = [f"{type}.{one}" for one in said if not one.startswith("@") and one not in allowed]
    for name, value in said.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                wrong += misused(one)
            elif not isinstance(one, str) or not one:
                wrong.append(f"{type}.{name}: {one!r}")
            elif name.casefold().endswith("date") and not DATES.fullmatch(one):
                wrong.append(f"{type}.{name}: {one}")
    return wrong


def test_pages_say_nothing_that_schema_org_does_not_know(built: Edition) -> None:
    told = [page for page in built.pages if page.data]
    assert {page.data["@type"] for page in told} <= KNOWN.keys()
    assert [(page.url, wrong) for page in told for wrong in misused(page.data)] == []


def test_a_property_of_another_type_or_a_date_that_is_none_is_noticed() -> None:
    assert misused({"@type": "Organization", "inLanguage": "vi"}) == ["Organization.inLanguage"]
    assert misused({"@type": "Event", "startDate": "05/3/2026"}) == ["Event.startDate: 05/3/2026"]
    assert misused({"@type": "Article", "author": {"@type": "Person"}, "name": ""})
    assert misused({"@type": "Recipe", "name": "x"}) == ["Recipe.name"]


# In finished pages


def block(html: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    made: dict[str, Any] = json.loads(found)
    return made


def test_every_block_of_the_real_site_can_be_read_and_is_small(real_site: Path) -> None:
    types = set()
    for file in real_site.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        if "ld+json" in html:
            said = block(html)
            types.add(said["@type"])
            assert not misused(said), file
            # Of a procedure all steps are told: some of them would be another procedure.
            most = 4 * LONGEST if said["@type"] == "HowTo" else LONGEST
            assert len(json.dumps(said, ensure_ascii=False).encode()) <= most, file
            assert said["@id"] == "./"
    assert {"Legislation", "Event", "DefinedTerm", "EducationalOrganization"} <= types
    assert {"Question", "HowTo", "Article", "Organization", "WebSite"} <= types


def test_a_site_built_for_an_address_says_it_in_full(public_site: Path) -> None:
    html = (public_site / "van-ban/03-qd-lm/index.html").read_text(encoding="utf-8")
    assert block(html)["@id"] == f"{PUBLIC}van-ban/03-qd-lm/"
    assert block(html)["legislationRepeals"] == [{"@id": f"{PUBLIC}van-ban/01-qd-lm/"}]
    assert '<meta name="DCTERMS.issued" content="2026-06-01">' in html


def test_a_strict_policy_lets_the_block_stand_and_nothing_is_refused(
    real_site: Path, open_page: OPEN
) -> None:
    class Strict(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", "default-src 'self'")
            super().end_headers()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    def handler(*words: Any) -> Strict:
        return Strict(*words, directory=str(real_site))

    with Server((HOST, 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        page = open_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        address = f"http://{HOST}:{server.server_port}/van-ban/11-qd-tw/"
        page.goto(address, wait_until="networkidle")
        said = json.loads(page.locator("script[type='application/ld+json']").inner_text())
        assert said["legislationIdentifier"] == "11-QĐ/TW"
        assert refused == []
        server.shutdown()
