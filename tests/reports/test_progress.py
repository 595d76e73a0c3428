"""How a plan is going: the same as bars, as a table and as a sentence."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from matplotlib.image import imread

from bot.partnership.plan import Progress, Rag
from bot.partnership.plan_standing import AimStanding, Standing, by_aim, together
from bot.reports.charts import progress_png
from bot.reports.progress import progress_words
from tests.reports.samples import AIMS, DELIVERY, LISTED, action

SUMMER = date(2026, 8, 31)


def size(png: bytes) -> tuple[int, ...]:
    """Height and width of a picture."""
    return tuple(imread(BytesIO(png), format="png").shape[:2])


def test_each_aim_counts_its_actions_by_how_they_stand_and_leaves_out_what_left_the_plan() -> None:
    early, voice, violence = by_aim(DELIVERY, SUMMER)
    assert [one.aim for one in (early, voice, violence)] == list(AIMS)
    assert (early.count(Standing.GREEN), early.count(Standing.AMBER), early.overdue) == (1, 1, 2)
    assert (voice.count(Standing.COMPLETED), voice.count(Standing.RED), voice.overdue) == (1, 1, 1)
    assert (violence.actions, violence.count(Standing.UNRATED), violence.overdue) == (1, 1, 0)


def test_green_is_not_completed_but_done_is_whatever_its_colour() -> None:
    green = action("1", rag=Rag.GREEN)
    (one,) = by_aim([green, replace(green, id="b", progress=Progress.DONE)], SUMMER)
    assert (one.count(Standing.GREEN), one.count(Standing.COMPLETED)) == (1, 1)


def test_all_of_a_list_of_what_is_overdue_is_overdue() -> None:
    (one,) = by_aim([action("1", plan=LISTED, due=None)], SUMMER, {LISTED.id})
    assert one.overdue == 1


def test_the_sentence_says_what_the_picture_shows() -> None:
    whole = together("", by_aim(DELIVERY, SUMMER))
    wanted = "Of 5 actions, 1 is completed, 1 green, 1 amber, 1 red and 1 not rated; 3 are overdue."
    assert progress_words(whole) == wanted
    assert progress_words(together("", ())) == "There are no actions."
    (one,) = by_aim([action("1", due=None)], SUMMER)
    assert progress_words(one) == "Of 1 action, 1 is not rated; none is overdue."


def test_the_picture_grows_with_its_aims_but_not_for_ever() -> None:
    aims = by_aim([action(str(n), aim=f"Aim {n}", order=n) for n in range(40)], SUMMER)
    heights = [size(progress_png(aims[:count], "none"))[0] for count in (1, 5, 14, 40)]
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_an_aim_in_any_script_or_with_signs_of_formulas_can_be_drawn() -> None:
    names = ("$\\frac{$ 100 %", "漢字 👧🏽", "", "\x00\n", "long " * 300)
    aims = [AimStanding(name, tuple((one, 1) for one in Standing), 0) for name in names]
    assert progress_png(aims, "No aim named").startswith(b"\x89PNG")
    assert progress_png([], "No aim named").startswith(b"\x89PNG")


def test_without_colours_the_bars_still_differ_by_their_patterns() -> None:
    one = AimStanding("Aim", tuple((standing, 5) for standing in Standing), 0)
    grey = imread(BytesIO(progress_png([one], "none")), format="png")[:, :, :3].mean(axis=2)
    height, width = grey.shape
    middle = grey[int(height * 0.45) : int(height * 0.6)]
    starts = [int(width * (0.09 + 0.18 * place)) for place in range(len(Standing))]
    spans = [middle[:, start : start + int(width * 0.1)] for start in starts]
    looks = [(float(span.mean()), float(span.std())) for span in spans]
    for place, look in enumerate(looks):
        others = looks[:place] + looks[place + 1 :]
        assert min(abs(look[0] - other[0]) + abs(look[1] - other[1]) for other in others) > 0.05, looks
