"""Word files for tests, made from the XML of their paragraphs."""

import io
import zipfile

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs; what begins with `<` is taken as it is."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    made = (run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{look}{''.join(made)}</w:p>"


def table(*rows: list[str]) -> str:
    """A table of rows of cells."""
    made = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def document(*body: str, before: str = "") -> str:
    """The main part of a Word file; `before` stands before its root."""
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(body)}</w:body></w:document>'


def docx(*body: str, main: str | None = None, **more: str) -> bytes:
    """A Word file of paragraphs and tables; `more` are other members of its folder."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document(*body) if main is None else main)
        for name, text in more.items():
            archive.writestr(f"word/{name}.xml", text)
    return made.getvalue()
