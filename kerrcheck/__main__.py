"""`python -m kerrcheck`: the same as the command."""

from kerrcheck.cli import main

main()
