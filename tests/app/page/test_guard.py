"""Who is let in: names of this machine without a token, anybody who has it with one, and no page from elsewhere."""

from __future__ import annotations

import pytest

from heedful.app.fronts.page.guard import COOKIE, Guard, is_loopback

HERE = Guard.of("127.0.0.1", None)
AWAY = Guard.of("0.0.0.0", None)


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "localhost", "[::1]:8765", "LOCALHOST:9000"])
def test_this_machine_is_asked_by_its_own_names_whatever_the_port(host: str) -> None:
    assert HERE.refusal("/", {"Host": host}) == ""


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example:8765", "", "localhost.evil.example", "192.168.0.7:8765", "[", "::1"]
)
def test_a_name_that_was_bound_anew_to_this_machine_is_refused(host: str) -> None:
    assert HERE.refusal("/talk", {"Host": host})


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:9999", "null", "", "https://127.0.0.1"])
def test_a_page_from_elsewhere_may_not_speak(origin: str) -> None:
    assert HERE.refusal("/talk", {"Host": "127.0.0.1:8765", "Origin": origin})
    assert HERE.refusal("/talk", {"Host": "127.0.0.1:8765", "Origin": "http://127.0.0.1:8765"}) == ""


def test_elsewhere_nobody_is_let_in_without_the_token() -> None:
    host = {"Host": "robot.lab:8765"}
    assert len(AWAY.token) >= 20
    assert (
        AWAY.refusal("/", host) and AWAY.refusal("/talk", host) and AWAY.refusal("/?token=wrong", host) and AWAY.refusal("/?token=", host)
    )
    assert AWAY.refusal("/", {**host, "Cookie": f"{COOKIE}=wrong"}) and AWAY.refusal("/", {**host, "Cookie": "; = ; ,"})
    assert AWAY.refusal(f"/?token={AWAY.token}", host) == ""
    assert AWAY.refusal("/talk", {**host, "Cookie": f"a=b; {COOKIE}={AWAY.token}"}) == ""
    assert AWAY.refusal("/talk", {**host, "Cookie": f"{COOKIE}={AWAY.token}", "Origin": "http://evil.example"})


def test_the_view_opens_to_its_key_alone_also_in_a_frame_without_an_origin() -> None:
    host = {"Host": "robot.lab:8765", "Origin": "null"}
    assert AWAY.refusal(f"/view/{AWAY.view}/3/", host) == ""
    assert AWAY.refusal("/view/wrong/3/", host) and AWAY.refusal("/view//3/", host) and AWAY.refusal(f"/view/{AWAY.view}", host)
    assert AWAY.refusal(f"/view/{AWAY.view}/3/", {**host, "Origin": "http://evil.example"})


def test_two_pages_share_no_secret() -> None:
    assert Guard.of("0.0.0.0", None).token != AWAY.token and Guard.of("127.0.0.1", None).view != HERE.view


def test_a_token_that_is_soon_guessed_is_refused() -> None:
    for word in ("", "secret"):
        with pytest.raises(ValueError, match="soon guessed"):
            Guard.of("0.0.0.0", word)


def test_a_token_that_cannot_stand_in_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match="letters, digits"):
        Guard.of("0.0.0.0", "long enough; but not plain")


def test_loopback_is_what_only_this_machine_reaches() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.8.0.1", "localhost", "::1", "[::1]")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "", "10.0.0.1", "robot.lab")))
