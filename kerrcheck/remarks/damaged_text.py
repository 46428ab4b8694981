"""A text that came to harm: bytes that its encoding does not have, control characters, a day of publication that is no day.

The file is read all the same, as well as that is possible; what was read may not be what was written.

Flags::

    A «byte of Windows-1252 → character of UTF-8» in a text that is otherwise UTF-8.

Allows::

    A text in UTF-8, or in UTF-16 with its byte order mark.
"""

FAMILY = "input"
SEVERITY = "info"
