"""The language server: what an editor shows of a text while it is written.

    server      the features of the protocol, each a few lines on the modules below
    desk        the texts that are open, read in the background, whole after a pause
    reading     one text read whole, and, between two keystrokes, only what has changed in it
    rules       what the desk has set for a text, and the store that it is held against
    positions   offsets of ours as the editor counts them, and its changes applied to a text
    ...         a module for each thing that is shown

Nothing here is imported unless the server runs; only `server` and the modules that make its answers know the protocol's library.
"""
