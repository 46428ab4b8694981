"""Source articles with mark-up: what they claim is learnt as from plain text, and found again in the file as it lies on disk."""

from pathlib import Path

import pytest
from packed import docx, paragraph

from kerrcheck.canon import canon
from kerrcheck.fact import Assertion
from kerrcheck.sources.article import accepts, read

CLAIM = "Josh Kerr of Britain won silver in the men's 1500m final at the Paris 2024 Olympic Games in"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", f"---\ndate: 2024-08-07\n---\n{CLAIM} 3:27.79.", "3:27.79"),
        ("a.md", f"---\ndate: 2024-08-07\n---\n# Kérr 🥈\n\n`code` {CLAIM} 3:27.**79**.", "3:27.**79"),
        ("a.html", f"<meta name=date content=2024-08-07><p>K&eacute;rr <code>code</code> {CLAIM} 3:27.<b>79</b></p>", "3:27.<b>79"),
        ("a.nitf", f"<nitf><body><p>&#75;err: {CLAIM} 3:27.&#55;9</p></body></nitf>", "3:27.&#55;9"),
    ],
)
def test_a_claim_is_found_again_by_its_locator(tmp_path: Path, name: str, content: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    assert accepts(path)
    learnt = [item for item in read(path, canon()) if isinstance(item, Assertion) and item.predicate == "mark"]
    places = [tuple(map(int, item.evidence.locator.split("-"))) for item in learnt]
    assert [content[start:end] for start, end in places] == [words]


def test_articles_of_every_kind_teach_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Silver\n\n7 August 2024\n\n{CLAIM} 3:27.79.")
    (tmp_path / "b.md").write_text(f"# Silver\n\n7 August 2024\n\n{CLAIM} 3:27.**79**.")
    (tmp_path / "c.html").write_text(f"<h1>Silver</h1><p>7 August 2024</p><p>{CLAIM} 3:27.<b>79</b>.</p>")
    (tmp_path / "d.docx").write_bytes(docx(paragraph("Silver"), paragraph("7 August 2024"), paragraph(f"{CLAIM} 3:27.79.")))
    learnt = [
        {(item.subject, item.predicate, item.contest, item.value) for item in read(path, canon()) if isinstance(item, Assertion)}
        for path in sorted(tmp_path.iterdir())
    ]
    assert learnt[0]
    assert all(one == learnt[0] for one in learnt)
    (tmp_path / "README.md").write_text("Nothing.")
    assert not accepts(tmp_path / "README.md")
