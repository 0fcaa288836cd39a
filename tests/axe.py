"""axe-core on a page in a browser: what it finds wrong, by which rules, each kind of thing once.

In: a page with `AXE` in it. Out: a line for each fault. axe-core is that of
`axe-playwright-python`; only its script is used.
"""

from __future__ import annotations

from importlib import resources

from playwright.sync_api import Frame

from tests.chromium import DESK, PHONE

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""All that can differ between the themes, whose page is one and the same."""
VIEWS = (("light", DESK), ("dark", DESK), ("light", PHONE), ("dark", PHONE))
QUICK = """resultTypes: ["violations"], preload: false, performanceTimer: false})
  .then(judged => judged.violations.flatMap(rule => rule.nodes.map(
    node => `${rule.id}: ${node.target.join(" ")}: ${node.html.slice(0, 100)}`)))"""
JUDGE = "rules => axe.run(document, {runOnly: rules, " + QUICK
"""By these rules, the whole page."""
JUDGE_BUT = (
    """([rules, but]) => axe.run(document, {runOnly: rules,
  rules: Object.fromEntries(but.map(rule => [rule, {enabled: false}])), """
    + QUICK
)
"""By all these rules but some, the whole page."""
JUDGE_SHOWN = (
    """([rules, those]) => axe.run({include: those.map(at => window.shown[at])},
  {runOnly: rules, """
    + QUICK
)
"""By these rules, the things shown that have these numbers."""
SHOWN = """() => {
  const says = one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  const letters = look => [look.color, look.fontSize, look.fontWeight, look.textShadow,
    look.textDecorationLine, look.borderBottomStyle, look.fontStyle]
  const blocks = new Map()
  const amidText = link => {
    let block = link.parentElement
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement
    if (!blocks.has(block)) {
      const links = [...block.querySelectorAll("a")].map(one => one.textContent).join("")
      blocks.set(block, block.textContent.length > 2 * links.length)
    }
    return blocks.get(block)
  }
  const known = new Map([[document.documentElement.parentNode, {look: null, ground: ""}]])
  const seen = one => {
    if (known.has(one)) return known.get(one)
    const look = getComputedStyle(one), own = [look.backgroundColor, look.backgroundImage,
      look.opacity, look.filter, look.mixBlendMode, look.position]
    const plain = own.join() === "rgba(0, 0, 0, 0),none,1,none,normal,static"
    const apart = look.position === "static" ? "" : one.getAttribute("class")
    const ground = seen(one.parentNode).ground + (plain ? "" : `/${[...own, apart]}`)
    known.set(one, {look, ground})
    return known.get(one)
  }
  const kind = one => {
    const {look, ground} = seen(one), around = seen(one.parentNode).look
    const among = [says(one), one.tagName, one.matches("a") && amidText(one)]
    return [...among, ...letters(look), ...letters(around), look.backgroundColor, ground].join()
  }
  window.shown = [...document.querySelectorAll("body, body *")].filter(
    one => (says(one) || one.matches("a, input, select, textarea")) && one.checkVisibility())
  return Object.fromEntries(window.shown.map((one, at) => [kind(one), at]))
}"""
"""Of all that says something on a page one of each kind, by its number: all that the rules on
colours go by, its letters and those around it, whether a link stands in more text than links, and
every ground and layer it stands on."""


class Eye:
    """Judges the colours of each kind of thing once in each view, everything else everywhere:
    reckoning what stands behind each word takes axe most of its time."""

    def __init__(self) -> None:
        self.judged: set[tuple[str, int, str]] = set()

    def faults(self, frame: Frame, scheme: str, width: int) -> list[str]:
        kinds = {(scheme, width, kind): at for kind, at in frame.evaluate(SHOWN).items()}
        new = [at for kind, at in kinds.items() if kind not in self.judged]
        self.judged |= kinds.keys()
        found: list[str] = frame.evaluate(JUDGE_SHOWN, [COLOUR_RULES, new]) if new else []
        if scheme == "light":  # its page is one and the same in the other theme
            found += frame.evaluate(JUDGE_BUT, [RULES, COLOUR_RULES])
        return found
