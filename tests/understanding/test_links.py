"""Web and email addresses that people give: what is shown is where they lead."""

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding.links import Link, LinkFault, host_of, read_email, read_link, shown_host


@pytest.mark.parametrize(
    ("typed", "kept", "host"),
    [
        ("www.europarl.europa.eu/x", "https://www.europarl.europa.eu/x", "www.europarl.europa.eu"),
        ("HTTPS://Example.ORG/Path?q=1#top", "https://example.org/Path?q=1#top", "example.org"),
        ("https://example.org:8443/a", "https://example.org:8443/a", "example.org"),
        ("https://example.org/m/19%3aX%40y?c=%7b", None, "example.org"),
        ("https://example.org/@user", "https://example.org/@user", "example.org"),
        ("https://example.org/<b>", "https://example.org/%3Cb%3E", "example.org"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/", "xn--mnchen-3ya.example"),
    ],
)
def test_an_address_is_kept_with_the_host_that_it_opens(typed, kept, host):
    assert read_link(typed) == Link(kept or typed, host)


def test_a_host_in_other_letters_is_shown_in_both_forms():
    found = read_link("https://пример.example/")
    assert shown_host(found.host) == f"{found.host} (пример.example)"
    assert found.host.startswith("xn--")
    assert shown_host("example.org") == "example.org"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("http://example.org", LinkFault.UNCLEAR),
        ("javascript:alert(1)", LinkFault.UNCLEAR),
        ("https://example.org/a b", LinkFault.UNCLEAR),
        ("https://example.org\\@example.net", LinkFault.UNCLEAR),
        ("https://example.org/\u202egnp", LinkFault.UNCLEAR),
        ("https://example.org:99999", LinkFault.UNCLEAR),
        ("https:///example.org", LinkFault.UNCLEAR),
        ("", LinkFault.UNCLEAR),
        ("https://europarl.europa.eu@example.net", LinkFault.USER),
        ("https://user:word@example.net/", LinkFault.USER),
        ("europarl.europa.eu@example.net", LinkFault.USER),
        ("https://2130706433", LinkFault.HOST),
        ("https://127.0.0.1/", LinkFault.HOST),
        ("https://127.1", LinkFault.HOST),
        ("https://0x7f.1", LinkFault.HOST),
        ("https://[::1]/", LinkFault.HOST),
        ("https://localhost", LinkFault.HOST),
        ("https://\u0435uroparl.europa.eu", LinkFault.HOST),
        ("https://xn--uroparl-9fg.europa.eu", LinkFault.HOST),
        ("https://xn--pple-43d.example", LinkFault.HOST),
        ("https://ｅxample.org", LinkFault.HOST),
        ("https://exa\u3164mple.org", LinkFault.HOST),
        ("https://straße.example", LinkFault.HOST),
        ("https://-x.org", LinkFault.HOST),
        ("https://x..org", LinkFault.HOST),
        ("https://" + "a" * 64 + ".org", LinkFault.HOST),
    ],
)
def test_what_could_show_another_host_is_refused(typed, fault):
    assert read_link(typed) is fault


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *("https://", "http://", "@", ":", "/", "\\", ".", "example.org", "xn--"),
                *("127.0.0.1", "\u0435", "ｅ", "\u3002", "%40", "#", "?", "[", "]", " "),
                *("\u202e", "-", "ß", "é"),
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=8,
).map("".join)


@given(PIECES)
@example("https://x.org:0x1")
@example("https://[")
def test_whatever_is_taken_opens_the_host_that_is_shown(text):
    found = read_link(text)
    if isinstance(found, LinkFault):
        return
    parts = urlsplit(found.address)
    assert (parts.scheme, parts.hostname, parts.username) == ("https", found.host, None)
    assert host_of(found.address) == found.host
    assert found.host.isascii()
    assert found.host.rpartition(".")[2][0].isalpha()
    assert "\\" not in found.address
    assert not any(sign.isspace() for sign in found.address)
    assert read_link(found.address) == found


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("office@parliament.example", "office@parliament.example"),
        (" First.Last@Parliament.EXAMPLE ", "First.Last@parliament.example"),
        ("mailto:a+b@x.example", "a+b@x.example"),
        ("office", None),
        ("a@b", None),
        ("a b@x.example", None),
        ("a@@x.example", None),
        (".a@x.example", None),
        ("\u0430@x.example", None),
        ("a@127.0.0.1", None),
        ("a@x.example, b@x.example", None),
        ("a@x.example\nBcc: b@x.example", None),
        ("x" * 65 + "@x.example", None),
    ],
)
def test_an_email_address_is_one_plain_address(typed, kept):
    assert read_email(typed) == kept
