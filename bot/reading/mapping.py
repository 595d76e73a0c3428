"""The names that are known: `data/columns.yaml`, and over it what the partnership gives."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.partnership.plan import Progress, Rag
from bot.reading.faults import PlanFileError
from bot.reading.names import FIELDS, Names, Words, plain

DATA = Path(__file__).parent / "data" / "columns.yaml"
type Mapped = Mapping[str, Sequence[str]]


class _File(BaseModel):
    """A mapping file. A part that is not given stays as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    columns: Mapping[str, Words] = Field(default_factory=dict)
    rag: Mapping[Rag, Words] = Field(default_factory=dict)
    progress: Mapping[Progress, Words] = Field(default_factory=dict)
    nothing: Words | None = None
    elsewhere: Words | None = None
    headings: Words | None = None
    overdue: Words | None = None

    @property
    def names(self) -> Names:
        """The file alone."""
        lists = (self.nothing or (), self.elsewhere or (), self.headings or (), self.overdue or ())
        return Names(self.columns, self.rag, self.progress, *lists)


def load_names(columns: Mapped | None = None, file: Path | None = None) -> Names:
    """Our names, over them those of a mapping file, over them `columns` (field -> names).

    A name that is given for one field no longer stands for another. Raises PlanFileError when something cannot be
    used, OSError when the file cannot be opened.
    """
    names = _over(_file(DATA).names, _file(file)) if file else _file(DATA).names
    if columns:
        names = _over(
            names, _checked({"columns": {field: tuple(given) for field, given in columns.items()}}, "mapping")
        )
    return names


def _over(names: Names, given: _File) -> Names:
    claimed = {plain(name) for several in given.columns.values() for name in several}
    kept = {
        field: tuple(one for one in several if plain(one) not in claimed) for field, several in names.columns.items()
    }
    return Names(
        {**kept, **given.columns},
        {**names.colours, **given.rag},
        {**names.stages, **given.progress},
        names.nothing if given.nothing is None else given.nothing,
        names.elsewhere if given.elsewhere is None else given.elsewhere,
        names.headings if given.headings is None else given.headings,
        names.overdue if given.overdue is None else given.overdue,
    )


@lru_cache(maxsize=4)
def _ours() -> _File:
    return _read(DATA)


def _file(path: Path) -> _File:
    return _ours() if path == DATA else _read(path)


def _read(path: Path) -> _File:
    try:
        text = path.read_text(encoding="utf-8")
        return _checked(yaml.load(text, Loader=yaml.BaseLoader), path.name)  # noqa: S506 - text only: `no` is a word
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PlanFileError(
            [f"{path.name} is no mapping file ({type(error).__name__}). See bot/reading/data/columns.yaml."]
        ) from error


def _checked(content: object, name: str) -> _File:
    try:
        file = _File.model_validate(content)
    except ValidationError as error:
        where = [f"{name}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}." for fault in error.errors()]
        raise PlanFileError(where) from error
    if unknown := sorted(set(file.columns) - set(FIELDS)):
        raise PlanFileError([f"{name}: there is no field {', '.join(unknown)}. The fields are {', '.join(FIELDS)}."])
    return file
