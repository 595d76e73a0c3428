"""A cell of a file that somebody will open in a spreadsheet."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what spreadsheets may run


def clean_cell(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet might run it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def cell_as_typed(text: str) -> str:
    """The text that `clean_cell` was given."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
