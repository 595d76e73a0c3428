"""The one way in which a document is refused."""


class DocumentFileError(Exception):
    """The file cannot be used and nothing was changed; the message says what is wrong and what to do."""
