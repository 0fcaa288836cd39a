"""Made-up content shaped like the project's real content, of any size.

In: the project, a number of entries, a seed. Out: a content folder. What is read of the real
content at the time of making: how many entries of each kind, which fields are filled, how many
items, links, sources, citations and terms they hold, how long their texts are and how they are
laid out. What is written are words of `bench.words`: no sentence and no name is taken over.
"""

from bench.likeness.content import make

__all__ = ["make"]
