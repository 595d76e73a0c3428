"""What has been chosen or typed in the inputs of a view or message: the `state.values` of Slack's payloads."""

from .people import Json
from .things import elements_of

# Element type -> the key under which its state is kept, and the property with what it starts with.
KEPT = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
}
LISTS = ("selected_options", "selected_users")


def first_values(blocks: list[Json]) -> dict[str, Json]:
    """The state before anybody has touched anything."""
    values: dict[str, Json] = {}
    for block in blocks:
        for element in elements_of(block):
            if element["type"] in KEPT:
                name, initial = KEPT[element["type"]]
                start = element.get(initial, [] if name in LISTS else None)
                values.setdefault(block["block_id"], {})[element["action_id"]] = {"type": element["type"], name: start}
    return values


def options_of(element: Json) -> list[Json]:
    """All options of an element, in groups or not."""
    groups = [group for group in element.get("option_groups") or [] if isinstance(group, dict)]
    options = [*(element.get("options") or []), *(option for group in groups for option in group.get("options") or [])]
    return [option for option in options if isinstance(option, dict)]


def chosen(element: Json, wanted: str) -> Json:
    """The option with this value or these words; a ValueError when there is none."""
    options = options_of(element)
    for option in options:
        if wanted in (option.get("value"), option["text"]["text"]):
            return option
    known = ", ".join(repr(option.get("value")) for option in options)
    raise ValueError(f"{element['action_id']} has no option {wanted!r}; it has {known}")


def state_of(element: Json, wanted: object) -> Json:
    """The state of an element after a person typed or chose this; None or "" clears it."""
    kind = element["type"]
    if kind not in KEPT:
        raise ValueError(f"nothing can be typed or chosen in a {kind}")
    name, _ = KEPT[kind]
    if name == "selected_options":
        several = [wanted] if isinstance(wanted, str) else list(wanted or [])  # type: ignore[call-overload]
        return {"type": kind, name: [chosen(element, item) for item in several if item]}
    if name == "selected_users":
        return {"type": kind, name: [wanted] if isinstance(wanted, str) else wanted or []}
    if name == "selected_option":
        return {"type": kind, name: chosen(element, str(wanted)) if wanted else None}
    if name == "selected_date_time":
        return {"type": kind, name: int(str(wanted)) if wanted else None}
    return {"type": kind, name: str(wanted) if wanted not in (None, "") else None}


def is_empty(state: Json) -> bool:
    """Whether nothing is typed or chosen."""
    return not any(value for name, value in state.items() if name != "type")
