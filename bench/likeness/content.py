"""The files of a made-up portal: each after the file of a real entry, value by value.

In: the project, a number of entries, a seed. Out: a content folder. Closed lists, days and numbers
are kept, since what is lawful between them must stay so; files, old addresses and drafts are not.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from bench.content import DAY, DUMPER, PAGE, write
from bench.likeness.cast import Cast, Twin, is_last
from bench.likeness.wording import Wording, code_of, invented, number_of
from bench.shapes import Values
from portal.forms import OldAddress
from portal.kinds import BY_NAME
from portal.kinds import base as forms
from portal.kinds.base import Link, fields_of
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.reference import Reference
from portal.kinds.term import Term
from portal.letters.unseen import shows_nothing
from portal.library.lists import FOLDER
from portal.road import judge
from portal.source import Listing, Mapping, Scalar, Value

ONE_COPY = ("hop_nhat_tu",)
"""Keys whose target may be named once only: never the twin of another copy."""
SAYS = "Mục tự tạo để đo."


def make(folder: Path, n: int, seed: int, project: Path) -> None:
    """Write `n` entries into a new folder, shaped like those of `project`."""
    shutil.copytree(
        project / FOLDER, folder / FOLDER, ignore=shutil.ignore_patterns("ngoai-le.yml")
    )
    for path, title in (("index", "Cổng tự tạo để đo"), ("gioi-thieu/index", "Giới thiệu")):
        write(folder / "docs" / f"{path}.md", PAGE.format(title=title, n=n))
    library, _ = judge(project, DAY)
    cast = Cast(library, n - 2, seed)
    writer = Writer(cast, Wording(library, cast, seed))
    for kind, twins in cast.kinds.items():
        for twin in twins:
            write(folder / BY_NAME[kind].path(twin.id), writer.file(twin))


class Writer:
    """Turns the values of real entries into those of their twins."""

    def __init__(self, cast: Cast, wording: Wording) -> None:
        self.cast, self.wording = cast, wording
        self.documents = {one.id: one.donor.id for one in cast.kinds[Document.KIND]}
        self.sound = [twin for twin in cast.kinds[Reference.KIND] if not is_last(twin.donor)]

    def file(self, twin: Twin) -> str:
        kind = BY_NAME[twin.donor.KIND]
        names = self._names(twin)
        values = self.group(kind.model, twin.donor.source.values, twin, names) or {}
        if "tom_tat" in values:
            values["tom_tat"] = f"{SAYS} {values['tom_tat'][len(SAYS) + 1 :].strip()}".strip()
        if not values.get("nguon") and twin.donor.sources:
            values["nguon"] = [self.sound[twin.place % len(self.sound)].id]
        if isinstance(twin.donor, Duty) and not self._asked_alike(twin.donor, values):
            values.pop("thoi_han", None)
        text: str = yaml.dump(values, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=120)
        if kind.text:
            text = f"---\n{text}---\n\n{self.wording.text(twin.donor.body, twin)}\n"
        return text

    def _asked_alike(self, donor: Duty, values: Values) -> bool:
        """Whether the twin of the real document asks for it: another's day suits no deadline."""
        asking = values["dieu_khoan"].partition("#")[0]
        return self.documents.get(asking) == donor.clause.id

    def _names(self, twin: Twin) -> dict[str, str]:
        """What an entry is called, in whatever field it says so."""
        donor = twin.donor
        if isinstance(donor, Term):
            return self.wording.names(donor, twin)
        names = {donor.title: self.wording.title(donor.title, twin)}
        if isinstance(donor, Document) and donor.number:
            told = number_of(twin)
            names |= {one: told.replace("-", " -") for one in donor.number_as_printed}
            names[donor.number] = told
        return names

    def group(
        self, model: type[Any], values: Mapping, twin: Twin, names: dict[str, str]
    ) -> Values | None:
        """The fields of a model; None where one that must not be empty cannot be filled."""
        made: Values = {}
        for one in fields_of(model):
            found = values.items.get(one.key)
            if found is None or (isinstance(found, Scalar) and shows_nothing(found.text)):
                continue
            value = self.value(one.key, one.form, found, twin, names)
            if value not in (None, []):
                made[one.key] = value
            elif one.required and model is type(twin.donor) and isinstance(one.form, forms.Ref):
                made[one.key] = self._instead(one.form, twin)
            elif one.required:
                return None
        return made

    def value(self, key: str, form: Any, value: Value, twin: Twin, names: dict[str, str]) -> Any:
        """What stands there instead; None where nothing can."""
        if isinstance(form, forms.ListOf):
            items = value.items if isinstance(value, Listing) else (value,)
            found = [self.value(key, form.form, item, twin, names) for item in items]
            named = isinstance(form.form, forms.Ref)  # two links may now lead to one entry
            return [one for one in (dict.fromkeys(found) if named else found) if one is not None]
        if isinstance(form, forms.Group):
            return (
                self.group(form.model, value, twin, names) if isinstance(value, Mapping) else None
            )
        text = value.text.strip() if isinstance(value, Scalar) else ""
        match form:
            case forms.Ref():
                return self._reference(key, form, text, twin)
            case forms.Address():
                return invented(text, code_of(twin.place))
            case forms.FilePath() | OldAddress():
                return None
            case forms.Prose():
                return self.wording.text(text, twin)
            case forms.Text():
                return names.get(text) or self.wording.line(text)
        return text

    def _reference(self, key: str, form: forms.Ref, text: str, twin: Twin) -> str | None:
        path, _, place = text.partition("#")
        kind, _, id = path.rpartition("/")
        kind = kind or form.kinds[0]
        target = self.cast.of(Link(kind, id), twin.copy, same=key in ONE_COPY)
        if target is None:
            return None
        told = target.id if kind == form.kinds[0] else f"{kind}/{target.id}"
        return f"{told}#{place}" if place else told

    def _instead(self, form: forms.Ref, twin: Twin) -> str:
        """Somebody of the kind, at the first place that can be pointed to."""
        target = self.cast.instead(form.kinds[0], twin.place)
        place = next(iter(target.donor.anchors()), "")
        return f"{target.id}#{place}" if place else target.id
