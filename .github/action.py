"""What the GitHub action runs: `kerrcheck verify` with the paths and options that its environment gives, never read by a shell.

KERRCHECK_PATHS and KERRCHECK_ARGS are split as a shell splits words; nothing in them is expanded or run.
"""

import os
import shlex
import subprocess
import sys


def words(name: str) -> list[str]:
    """The words of an environment variable."""
    try:
        return shlex.split(os.environ.get(name, ""))
    except ValueError as error:
        sys.exit(f"{name}: {error}; close the quotation marks")


def main() -> int:
    """Run kerrcheck, hand on its status as an output of the step, and end with it."""
    form = os.environ.get("KERRCHECK_FORMAT", "")
    command = ["kerrcheck", "verify", *(["--format", form] if form else []), *words("KERRCHECK_ARGS"), "--", *words("KERRCHECK_PATHS")]
    status = subprocess.call(command)  # noqa: S603 (a list of words, of which no shell makes anything)
    if output := os.environ.get("GITHUB_OUTPUT"):
        with open(output, "a", encoding="utf-8") as file:
            file.write(f"status={status}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
