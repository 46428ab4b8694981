"""Options that several commands share, with their help."""

from typing import Annotated

import typer

Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH...", help="Articles, folders of articles, or -.", show_default=False)]
Facts = Annotated[
    list[str] | None,
    typer.Option(metavar="PATH", help="A further store, or a folder of fact files, laid over the shipped facts.", show_default=False),
]
NoCanon = Annotated[bool, typer.Option("--no-canon", help="Leave the shipped facts out.")]
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="The day to judge on, such as 2024-08-07; by default what the article says.")
]
StdinFilename = Annotated[
    str | None, typer.Option(metavar="NAME", help="The name that standard input goes by: it decides how it is read, and is shown.")
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="What held and was known on that day, such as 2024-08-07.")]
RowFormat = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="rich (on a terminal), text (in a pipe), csv, or json: an object on every line."),
]
Config = Annotated[str | None, typer.Option(metavar="FILE", help="Use this configuration instead of the nearest one of each file.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration.")]
