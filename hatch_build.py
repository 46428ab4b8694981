"""Build hook: compiles the shipped facts into the wheel as `kerrcheck/canon.sqlite`."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Compiles `data/` and puts the store beside the modules; an editable install compiles on first use instead."""

    def dependencies(self) -> list[str]:
        """What the compiler needs besides the standard library."""
        return ["msgspec>=0.18.6"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and add the file to what goes into the wheel."""
        if version == "editable" or self.target_name != "wheel":
            return
        sys.path.insert(0, self.root)
        try:
            from kerrcheck.checkout import compile_canon
        finally:
            sys.path.remove(self.root)
        self.made = tempfile.TemporaryDirectory(prefix="kerrcheck-")
        target = Path(self.made.name, "canon.sqlite")
        compile_canon(Path(self.root, "data"), target)
        build_data["force_include"][str(target)] = "kerrcheck/canon.sqlite"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was compiled."""
        if hasattr(self, "made"):
            self.made.cleanup()
