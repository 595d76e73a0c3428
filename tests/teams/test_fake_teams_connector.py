"""The stand-in's Bot Connector takes what the SDK sends and refuses what Teams refuses."""

import pytest

from tests.fake_teams import FakeTeams, fixtures
from tests.fake_teams.people import TENANT
from tests.fake_teams.small_bot import DO_IT, OPEN, Api, ScriptedBot, card, message, words

api, bot, teams = fixtures.api, fixtures.bot, fixtures.teams
HELLO = {"type": "message", "text": "Hello"}
SAYS = "19:business@thread.tacv2"


async def test_a_card_is_kept_and_read_as_a_person_reads_it(teams: FakeTeams, api: Api) -> None:
    facts = {"type": "FactSet", "facts": [{"title": "Due", "value": "**Today**"}]}
    more = {"type": "Action.ShowCard", "title": "More", "card": card(words("Hidden"), actions=[OPEN])}
    rich = {"type": "RichTextBlock", "inlines": ["In an ", {"type": "TextRun", "text": "emergency"}]}
    unseen = words("Not yet") | {"isVisible": False}
    drawn = card(words("Ring [999](tel:999)"), rich, unseen, facts, actions=[DO_IT, more], msteams={"width": "Full"})
    new = await api.say(SAYS, message(drawn, summary="Urgent"))
    (seen,) = await teams.messages("business")
    assert (seen.id, seen.sender, seen.updated, seen.summary, seen.card) == (new, "bot", 0, "Urgent", drawn)
    assert seen.words.split("\n") == [
        "Ring 999",
        "In an ",
        "emergency",
        "Due",
        "Today",
        "Do it",
        "More",
        "Hidden",
        "Open",
    ]
    assert seen.buttons == ["do.it", "raise.open"]
    assert seen.links == ["tel:999"]


@pytest.mark.parametrize(
    ("drawn", "fault"),
    [
        (card(words("a"), version="1.6"), "version is '1.6'"),
        ({"type": "AdaptiveCard", "body": []}, "version is None"),
        (card({"type": "Rumour", "text": "a"}), "body/0"),
        (card({"type": "TextBlock", "text": "a", "colour": "red"}), "body/0"),
        (card({"type": "TextBlock"}), "body/0"),
        (card({"type": "Input.Text"}), "body/0"),
        (card({"type": "Input.Text", "id": "a"}, {"type": "Input.Date", "id": "a"}), "two inputs have the id a"),
    ],
)
async def test_a_card_that_cannot_be_drawn_is_refused(teams: FakeTeams, api: Api, drawn: object, fault: str) -> None:
    status, answer, _ = await api("POST", f"/{SAYS}/activities", message(dict(drawn)))  # type: ignore[call-overload]
    assert (status, answer["error"]["code"]) == (400, "BadSyntax")
    assert fault in answer["error"]["message"]
    assert await teams.messages("business") == []


async def test_a_card_of_more_than_28_kilobytes_is_refused(api: Api) -> None:
    status, answer, _ = await api("POST", f"/{SAYS}/activities", message(card(words("é" * 15_000))))
    assert (status, answer["error"]["code"]) == (413, "MessageSizeTooBig")


@pytest.mark.parametrize(
    "activity",
    [
        {"type": "message"},
        {"type": "message", "text": " "},
        {"type": "gossip", "text": "a"},
        {"type": "message", "attachments": [{"contentType": "application/vnd.microsoft.card.hero", "content": {}}]},
        {"type": "message", "text": "<at>Tom Hale</at> look"},
    ],
)
async def test_a_message_that_is_none_is_refused(api: Api, activity: dict[str, object]) -> None:
    assert (await api("POST", f"/{SAYS}/activities", activity))[0] == 400


async def test_without_the_bots_token_nothing_is_done(teams: FakeTeams, api: Api) -> None:
    for token in (None, "another"):
        assert (await api("POST", f"/{SAYS}/activities", HELLO, token))[0] == 401
    assert await teams.messages("business") == []


async def test_a_message_is_changed_and_taken_away_by_the_bot_that_wrote_it(
    teams: FakeTeams, api: Api, bot: ScriptedBot
) -> None:
    new = await api.say(SAYS, HELLO)
    first = await teams.wait_for_message("business", "Hello")
    assert (await api("PUT", f"/{SAYS}/activities/{new}", {"type": "message", "text": "Bye"}))[0] == 200
    assert (await teams.wait_for_update(first, "Bye")).updated == 1
    assert (await api("DELETE", f"/{SAYS}/activities/{new}"))[0] == 200
    assert await teams.messages("business") == []
    assert (await api("PUT", f"/{SAYS}/activities/{new}", HELLO))[1]["error"][
        "code"
    ] == "ActivityNotFoundInConversation"
    await teams.install("nadia")
    theirs = (await teams.message("nadia", "mine")).activity
    changed = await api("PUT", f"/{theirs['conversation']['id']}/activities/{theirs['id']}", HELLO)
    assert changed[0] == 403


async def test_a_reply_in_a_channel_joins_its_thread(teams: FakeTeams, api: Api) -> None:
    root = await api.say(SAYS, HELLO)
    assert (await api("POST", f"/{SAYS}/activities/{root}", {"type": "message", "text": "below"}))[0] == 201
    await api.say(f"{SAYS};messageid={root}", {"type": "message", "text": "also below"})
    assert [seen.thread for seen in await teams.messages("business")] == [None, root, root]
    assert (await api("POST", f"/{SAYS};messageid=1/activities", HELLO))[0] == 404
    await api.say(SAYS, {"type": "message", "text": "another"})
    assert len(await teams.messages(f"{SAYS};messageid={root}")) == 3


async def test_an_unknown_conversation_is_not_found_and_one_without_the_app_is_forbidden(
    teams: FakeTeams, api: Api, bot: ScriptedBot
) -> None:
    status, answer, _ = await api("POST", "/19:nowhere@thread.tacv2/activities", HELLO)
    assert (status, answer["error"]["code"]) == (404, "ConversationNotFound")
    await teams.remove("ben", "business")
    assert (await api("POST", f"/{SAYS}/activities", HELLO))[0] == 403
    await teams.add_to_team("ben", "business")
    assert (await api("POST", f"/{SAYS}/activities", HELLO))[0] == 201


async def test_a_personal_chat_begins_only_with_somebody_who_has_the_app(
    teams: FakeTeams, api: Api, bot: ScriptedBot
) -> None:
    async def begun(user: str, tenant: str = TENANT) -> int:
        body = {"members": [{"id": user}], "tenantId": tenant, "isGroup": False}
        return (await api("POST", "", body))[0]

    nadia, greg, gwen = [await teams.person(user) for user in ("nadia", "greg", "gwen")]
    assert await begun(nadia["aadObjectId"]) == await begun(nadia["id"]) == 201
    assert await begun(greg["id"]) == 403
    assert await begun(gwen["id"]) == await begun("29:nobody") == 404
    assert await begun(nadia["id"], "another tenant") == 400
    await teams.install("greg")
    assert await begun(greg["id"]) == 201
    await teams.remove("nadia")
    assert await begun(nadia["id"]) == 403
    assert (await api("POST", f"/{(await teams.conversation('nadia'))['id']}/activities", HELLO))[0] == 403


async def test_the_roster_names_address_and_account(teams: FakeTeams, api: Api) -> None:
    ben = await teams.person("ben")
    status, member, _ = await api("GET", f"/{SAYS}/members/{ben['id']}")
    assert (status, member["userPrincipalName"], member["tenantId"]) == (200, "ben@lscp.example", TENANT)
    assert (await api("GET", f"/{SAYS}/members/{ben['aadObjectId']}"))[1] == member
    assert (await api("GET", f"/{SAYS}/members/{(await teams.person('nadia'))['id']}"))[0] == 404
    first = (await api("GET", f"/{SAYS}/pagedmembers?pageSize=1"))[1]
    rest = (await api("GET", f"/{SAYS}/pagedmembers?pageSize=1&continuationToken={first['continuationToken']}"))[1]
    assert [one["name"] for one in first["members"] + rest["members"]] == ["Ben Okoro", "Asha Patel"]
    assert "continuationToken" not in rest
