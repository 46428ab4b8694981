"""`python -m kerrcheck`: the same as the command."""

from kerrcheck.cli import main

if __name__ == "__main__":
    main()
