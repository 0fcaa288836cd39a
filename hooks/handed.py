"""What MkDocs is handed to write: our pages and copies, and nothing else of ours. What is written
here stands already, and MkDocs needs not know of it.

Comes in: MkDocs' own list of files, a programme. Goes out: the same list with ours, without what
the theme brings for itself; the paths of what stands. The last guard: nothing is written outside
the site, nothing over something else. Refuses to know what is in a file.
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
        self.standing: set[str] = set()
        """Below the site's root."""
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
        self.standing.update(self.write(assets, note))

    def write(
        self, assets: Iterable[Asset], note: Callable[[Output], None] | None = None
    ) -> list[str]:
        """The same, by a process that tells another their paths. Each is written as soon as it is
        made, so that no two are held in memory."""
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

    def _include(self, file: File) -> None:
        """MkDocs leaves out some names by itself, without a word."""
        file.inclusion = InclusionLevel.INCLUDED
        self.files.append(file)


def _refuse_unplain(paths: Iterable[str]) -> None:
    if told := forbidden(paths):
        raise PluginError(told)
