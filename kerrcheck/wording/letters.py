"""The capitals of a text, for others than the wording of values."""

from kerrcheck.wording._letters import alike

__all__ = ["alike"]
