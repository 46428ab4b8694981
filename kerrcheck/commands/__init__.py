"""The commands, one a module, named by its file; together with `cli` the only ones to print or to give a status.

    command(...)    the command's function: its parameters are the options; it gives the exit status
    app             instead of that, the further commands of a group
    EXAMPLE         a command line that shows what it is for

The module's docstring is its help. Modules with an underscore are what several of them share.
"""
