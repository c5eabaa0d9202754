"""The organiser's file is laid over the default one, and survives every new version."""

import pytest

from config.network import (
    FILE,
    NetworkFileError,
    differing,
    load_network,
    load_own,
    own_file,
)
from tests.harness.program import program


@pytest.fixture
def own(monkeypatch, tmp_path):
    """Write the organiser's file."""
    monkeypatch.setenv("DSN_HOME", str(tmp_path))

    def write(text):
        (tmp_path / "network.toml").write_text(text, encoding="utf-8")
        return load_own()

    return write


def test_without_one_the_default_holds(own):
    assert load_own() == load_network(FILE)
    assert differing() == []


def test_what_it_does_not_say_has_its_default(own):
    found = own('zone = "Europe/Paris"\n[retention]\ninbox = "7 days"\n')
    default = load_network(FILE)
    assert (found.zone, found.retention.inbox.days) == ("Europe/Paris", 7)
    assert found.retention.acts == default.retention.acts
    assert found.privacy == default.privacy
    assert found.reminders == default.reminders
    assert differing() == ["zone", "retention.inbox"]


def test_a_list_is_replaced_as_a_whole(own):
    found = own('[[series]]\nid = "ours"\nlabels = { en = "Our meetings" }\n')
    assert [series.id for series in found.series] == ["ours"]
    assert differing() == ["series"]


def test_words_are_replaced_as_a_whole_and_not_by_language(own):
    found = own('name = { en = "Our network" }\n')
    assert found.name_in("fr") == "Our network"


def test_a_part_of_the_notice_is_replaced_alone(own):
    found = own('[privacy.notice.hosting]\nen = "here"\n')
    default = load_network(FILE).privacy.notice.parts
    parts = found.privacy.notice.parts
    assert parts["hosting"] == {"en": "here"}
    assert parts["rights"] == default["rights"]
    assert differing() == ["privacy.notice.hosting"]
    whole = own('[privacy.notice]\nen = "All in one"\n')
    assert whole.privacy.notice.whole == {"en": "All in one"}
    assert not whole.privacy.notice.parts


def test_what_is_said_as_the_default_says_it_is_no_difference(own):
    assert own(FILE.read_text(encoding="utf-8")) == load_network(FILE)
    assert differing() == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("zoen = 1", "zoen: Extra inputs are not permitted"),
        ('[retention]\ninbox = "soon"', "retention.inbox: must be a span"),
        ('[retention]\nacst = "1 day"', "retention.acst: Extra inputs"),
        ('retention = "none"', "retention: "),
        ("[retention", "Expected ']'"),
        ('[privacy.notice.purpose]\nen = "x"', 'there is no part "purpose"'),
    ],
)
def test_a_mistake_is_one_line_that_names_the_organisers_file(own, text, says):
    with pytest.raises(NetworkFileError) as refused:
        own(text)
    line = str(refused.value)
    assert line.startswith(f"{own_file()}: ")
    assert says in line
    assert "\n" not in line


def test_what_is_no_file_is_refused_and_not_passed_over(own, tmp_path):
    (tmp_path / "network.toml").symlink_to("gone")
    with pytest.raises(NetworkFileError, match="No such file"):
        load_own()


def test_the_doctor_says_which_file_it_read_and_what_differs(tmp_path):
    file = tmp_path / "network.toml"
    file.write_text('[privacy]\ncontact = "office@our.eu"\n', encoding="utf-8")
    said = program("doctor", folder=tmp_path).stdout
    assert f"OK    network.toml {file} differs from the default in privacy.contact\n" in said
    assert "office@our.eu" not in said
    assert f"DSN_HOME is {tmp_path}" in said
