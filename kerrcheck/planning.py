"""The plan of a run: for every file what the options and the nearest configuration say, and which files are left out."""

import os
from typing import Any

from kerrcheck.errors import UsageError
from kerrcheck.files import STDIN
from kerrcheck.nearest import Nearest
from kerrcheck.settings import LEVELS, Options, Settings

_BY_OPTION = "the command line"
_BY_NOBODY = "default"


class Plan:
    """What holds for each file of a run. Without a configuration anywhere it is what the options say, and nothing is imported."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self._plain = _settings({}, options)
        self._nearest = Nearest()
        self._read: dict[str, Any] = {}
        if options.config is not None and options.isolated:
            raise UsageError("--config and --isolated cannot both hold; leave one of them out")

    def settings(self, path: str) -> Settings:
        """What holds for a file."""
        found = self.configuration(path)
        if found is None:
            return self._plain
        from kerrcheck.accepting import accepted_for
        from kerrcheck.globs import day_in

        inside = found.inside(path)
        said = {key: value for key, (value, _) in found.holding(path).items()}
        default = day_in(inside, said["published-path"]) if "published-path" in said and path != STDIN else None
        names = accepted_for(self._read[f"names of {found.path}"], inside)
        return _settings(said, self.options)._replace(default=default, accepted=names)

    def told(self, path: str, key: str) -> Any:
        """The value of a key that is about the whole run, as the configuration nearest to a file or folder says it."""
        found = self.configuration(within(path))
        return found.said.get(key) if found else None

    def left_out(self, path: str) -> str | None:
        """The configuration file that leaves a file out, None where none does."""
        found = self.configuration(path) if path != STDIN else None
        if found is None or not found.said.get("exclude"):
            return None
        from kerrcheck.globs import fits

        return str(found.path) if fits(found.inside(path), found.said["exclude"]) else None

    def values(self, path: str) -> dict[str, tuple[Any, str]]:
        """The value of every key for a file, with who says so."""
        from kerrcheck.keys import KEYS

        found = self.configuration(path)
        said = found.holding(path) if found else {}
        values = {key: said.get(key, (KEYS[key].default, _BY_NOBODY)) for key in KEYS}
        values.update((key, (value, _BY_OPTION)) for key, value in _optional(self.options).items())
        return values

    def configuration(self, path: str) -> Any:
        """The configuration that holds for a path, None where there is none."""
        if self.options.isolated:
            return None
        file = self.options.config or self._nearest.to(path)
        if file is None:
            return None
        if file not in self._read:
            from kerrcheck.accepting import accepted
            from kerrcheck.configuration import configuration

            self._read[file] = one = configuration(file)
            self._read[f"names of {one.path}"] = accepted(one.folder)
        return self._read[file]


def within(path: str) -> str:
    """A path whose settings are those of a file, or of the files in a folder."""
    return os.path.join(path, "article") if os.path.isdir(path) else path


def _optional(options: Options) -> dict[str, Any]:
    """What a command line says, by the keys of a configuration."""
    named = {"select": options.select, "ignore": options.ignore, "fail-on": options.fail_on, "today": options.today}
    return {key: value for key, value in {**named, "no-canon": options.no_canon or None}.items() if value is not None}


def _settings(said: dict[str, Any], options: Options) -> Settings:
    """The settings that follow from a configuration's values and the options."""
    told = {**said, **_optional(options)}
    return Settings(
        published=options.published,
        key=told.get("published-key"),
        select=told.get("select"),
        ignore=told.get("ignore"),
        severity=tuple(sorted(told.get("severity", {}).items())),
        facts=(*told.get("facts", ()), *options.facts),
        canon=not told.get("no-canon"),
        fail_on=told.get("fail-on", LEVELS[0]),
        today=told.get("today"),
    )
