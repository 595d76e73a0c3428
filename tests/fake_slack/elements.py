"""Block Kit elements: what each may look like, and in which blocks it may stand."""

from collections.abc import Iterator

from .people import Json
from .shapes import BOTH, PLAIN, Check, Shape, anything, flag, number, one_of, same, several, text, words
from .state_values import options_of

ID, LABEL = words(255), words(75)
DATE, TIME = words(10, pattern=r"\d{4}-\d\d-\d\d"), words(5, pattern=r"([01]\d|2[0-3]):[0-5]\d")

CONFIRM = Shape(
    {"title": text(100), "text": text(300, BOTH), "confirm": text(30), "deny": text(30)},
    {"style": one_of("primary", "danger")},
)


def option(kinds: tuple[str, ...] = PLAIN) -> Shape:
    """An option of a menu, or with mrkdwn of radio buttons and checkboxes."""
    more = {"description": text(75, kinds), "url": words(3000)}
    return Shape({"text": text(75, kinds), "value": words(150)}, more)


GROUP = Shape({"label": text(75), "options": several(option(), 100)})


def _menu_has_options(menu: Json, at: str) -> Iterator[str]:
    if ("options" in menu) == ("option_groups" in menu):
        yield f"{at} must have either options or option_groups"
    yield from _starts_with_an_option(menu, at)


def _starts_with_an_option(menu: Json, at: str) -> Iterator[str]:
    known = options_of(menu)
    first = [menu["initial_option"]] if "initial_option" in menu else menu.get("initial_options") or []
    if not isinstance(first, list) or any(start not in known for start in first):
        yield f"{at}: what is chosen at the start must be exactly one of the options"
    if same(option.get("value") for option in known):
        yield f"{at}: two options have the same value"


ASKS: dict[str, Check] = {"action_id": ID, "focus_on_load": flag, "placeholder": text(150)}
USED: dict[str, Check] = ASKS | {"confirm": CONFIRM}
DISPATCH = Shape({"trigger_actions_on": several(one_of("on_enter_pressed", "on_character_entered"), 2)})
TYPED: dict[str, Check] = ASKS | {"dispatch_action_config": DISPATCH}
CHOICES: dict[str, Check] = {"options": several(option(), 100), "option_groups": several(GROUP, 100)}
MANY: dict[str, Check] = USED | {"max_selected_items": number(1, 100)}
TICKED: dict[str, Check] = {"action_id": ID, "focus_on_load": flag, "confirm": CONFIRM}
TICKS: dict[str, Check] = {"options": several(option(BOTH), 10)}
STYLE: dict[str, Check] = {"value": words(2000), "url": words(3000), "style": one_of("primary", "danger")}
IMAGE = Shape({"alt_text": words(2000)}, {"image_url": words(3000), "slack_file": anything})
SIZED: dict[str, Check] = {"min_length": number(0, 3000), "max_length": number(1, 3000), "multiline": flag}

ELEMENTS: dict[str, Shape] = {
    "button": Shape({"text": text(75)}, {"action_id": ID, "confirm": CONFIRM, "accessibility_label": LABEL, **STYLE}),
    "image": IMAGE,
    "overflow": Shape({"options": several(option(), 5)}, {"action_id": ID, "confirm": CONFIRM}),
    "static_select": Shape({}, USED | CHOICES | {"initial_option": anything}, _menu_has_options),
    "multi_static_select": Shape({}, MANY | CHOICES | {"initial_options": anything}, _menu_has_options),
    "external_select": Shape({}, USED | {"min_query_length": number(0, 300), "initial_option": option()}),
    "users_select": Shape({}, USED | {"initial_user": words(255)}),
    "multi_users_select": Shape({}, MANY | {"initial_users": several(words(255), 100)}),
    "conversations_select": Shape(
        {},
        USED
        | {"initial_conversation": words(255), "default_to_current_conversation": flag}
        | {"response_url_enabled": flag, "filter": anything},
    ),
    "channels_select": Shape({}, USED | {"initial_channel": words(255), "response_url_enabled": flag}),
    "radio_buttons": Shape(TICKS, TICKED | {"initial_option": anything}, _starts_with_an_option),
    "checkboxes": Shape(TICKS, TICKED | {"initial_options": anything}, _starts_with_an_option),
    "datepicker": Shape({}, USED | {"initial_date": DATE}),
    "timepicker": Shape({}, USED | {"initial_time": TIME, "timezone": words(255)}),
    "datetimepicker": Shape({}, TICKED | {"initial_date_time": number(1_000_000_000, 9_999_999_999)}),
    "plain_text_input": Shape({}, TYPED | SIZED | {"initial_value": words(3000)}),
    "email_text_input": Shape({}, TYPED | {"initial_value": words(3000)}),
    "url_text_input": Shape({}, TYPED | {"initial_value": words(3000)}),
    "number_input": Shape(
        {"is_decimal_allowed": flag},
        TYPED | {"initial_value": words(50), "min_value": words(50), "max_value": words(50)},
    ),
    "feedback_buttons": Shape({"positive_button": anything, "negative_button": anything}, {"action_id": ID}),
    "icon_button": Shape({"icon": one_of("trash"), "text": text(75)}, {"action_id": ID, "value": words(2000)}),
}

PICKERS = {"static_select", "external_select", "users_select", "conversations_select", "channels_select"}
MULTIPLE = {"multi_static_select", "multi_users_select"}
TICKABLE = {"radio_buttons", "checkboxes", "datepicker", "timepicker"}
TYPING = {"plain_text_input", "email_text_input", "url_text_input", "number_input"}

IN_SECTION = {"button", "image", "overflow"} | PICKERS | MULTIPLE | TICKABLE
IN_ACTIONS = {"button", "overflow", "datetimepicker"} | PICKERS | MULTIPLE | TICKABLE
IN_INPUT = {"datetimepicker"} | PICKERS | MULTIPLE | TICKABLE | TYPING
IN_CONTEXT_ACTIONS = {"feedback_buttons", "icon_button"}
