"""What MkDocs is handed to write or to know of: our pages and files, and nothing else of ours.

Comes in: MkDocs' own list of files, a programme. Goes out: the same list with ours, without what
the theme brings for itself. The last guard: nothing is written outside the site, nothing over
something else. Refuses to know what is in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from framing import ReadyPage
from kept import written
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from writing import Writer

from portal.addresses import forbidden
from portal.views import Programme, menu
from portal.views.outputs import Asset
from portal.views.store import Output

UNUSED = ("assets/stylesheets/", "assets/images/", "assets/javascripts/")
"""Files of the theme that our own frame and search never ask for."""


class StandingFile(File):
    """One that is on the disk already."""

    def copy_file(self, dirty: bool = False) -> None:
        """MkDocs would compare it with itself."""


class CopiedFile(File):
    """One of the content or of `web/`: copied after all pages, long after it was judged."""

    refuse_changed: Callable[[], None]

    def copy_file(self, dirty: bool = False) -> None:
        super().copy_file(dirty)
        self.refuse_changed()


class Handed:
    """The files of one build."""

    def __init__(
        self, files: Files, config: MkDocsConfig, programme: Programme, writer: Writer
    ) -> None:
        self.files, self.config, self.site = files, config, Path(config.site_dir)
        self.writer = writer
        for file in list(files):
            if file.src_uri.startswith(UNUSED):
                files.remove(file)
        theme = config.theme.static_templates
        self._paths = [*(file.dest_uri for file in files), *theme, *programme.paths]
        _refuse_unplain(self._paths)
        labels = menu.labels(programme.menu)
        self.pages = [
            ReadyPage(plan, labels.get(plan.source_path, plan.title), config)
            for plan in programme.plans
        ]
        for page in self.pages:
            files.append(page.file)
        for copy in programme.copies:
            file = CopiedFile.generated(config, copy.path, abs_src_path=str(copy.file))
            assert isinstance(file, CopiedFile)
            file.refuse_changed = copy.refuse_changed
            self._include(file)

    def add(self, assets: Iterable[Asset], note: Callable[[Output], None] | None = None) -> None:
        """Ready files. `note`: is told of each, where the next build wants to know."""
        self.tell_of(self.write(assets, note))

    def write(
        self, assets: Iterable[Asset], note: Callable[[Output], None] | None = None
    ) -> list[str]:
        """Ready files, each written as soon as it is made, so that no two are held in memory; their
        paths, of which MkDocs is to be told."""
        paths: list[str] = []
        for asset in assets:
            _refuse_unplain([asset.path])
            paths.append(asset.path)
            try:
                if note:
                    note(written(self.writer, asset))
                else:
                    self.writer.put(asset.path, asset.content)
            except OSError:
                _refuse_unplain([*self._paths, *paths])
                raise
        _refuse_unplain([*self._paths, *paths])
        return paths

    def tell_of(self, paths: Iterable[str]) -> None:
        """Files that are there already: MkDocs knows them, and copies nothing."""
        for path in paths:
            source = str(self.site / path)
            self._include(StandingFile.generated(self.config, path, abs_src_path=source))

    def _include(self, file: File) -> None:
        """MkDocs leaves out some names by itself, without a word."""
        file.inclusion = InclusionLevel.INCLUDED
        self.files.append(file)


def _refuse_unplain(paths: Iterable[str]) -> None:
    if told := forbidden(paths):
        raise PluginError(told)
