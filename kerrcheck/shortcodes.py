"""Shortcodes: what site generators and blogs put into Markdown for their templates, and bare addresses; no reader reads either."""

import re
from collections.abc import Iterator

from kerrcheck.prose import ADDRESS

_ATTRIBUTES = r"(?:\s+[\w-]{1,40}=(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^\s\]\"']{1,200}))+"
_FOUND = re.compile(
    r"\{\{[<%]?[^{}]{0,500}[%>]?\}\}"  # Hugo, Jekyll, Eleventy
    r"|\{%[^{}]{0,500}?%\}"  # Liquid, Nunjucks
    rf"|\[[A-Za-z][\w-]{{1,30}}{_ATTRIBUTES}\s*/?\]|\[/[A-Za-z][\w-]{{1,30}}\]"  # WordPress
    r"|\{[:#.][^{}\n]{1,200}\}"  # attributes of kramdown and Pandoc
    r"|(?<![^\r\n])[ \t]{0,3}:::[^\r\n]{0,200}"  # fenced containers
    rf"|{ADDRESS}",
)
_NAMED = re.compile(r"\{[{%][<%]?-?\s*(/|end)?\s*(highlight|code|raw|comment|math|mermaid)\b", re.IGNORECASE)


def unread(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are shortcodes or addresses, with what stands between the two of a pair that holds code."""
    opened: tuple[str, int] | None = None
    for m in _FOUND.finditer(text):
        named = _NAMED.match(m.group())
        if opened is None:
            yield m.span()
            if named and not named[1]:
                opened = named[2].lower(), m.end()
        elif named and named[1] and named[2].lower() == opened[0]:
            yield opened[1], m.end()
            opened = None
