"""The Sénat's note of 1 December 2022, played through real HTTP: who gets what, and when."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from sqlmodel import select

from storage import updates
from storage.models import Meeting, ProjectUpdate, Role
from tests.harness.town import town as open_town

pytestmark = pytest.mark.anyio

AUTUMN = datetime(2022, 10, 17, 8, 0, tzinfo=UTC)
"""A Monday, 10:00 in Brussels, six and a half weeks before the meeting."""


@pytest.fixture
async def town(sqlite, clock):
    clock.set(AUTUMN)
    async with open_town(sqlite, clock) as place:
        yield place


async def announce(town, coordinator):
    await town.say(
        coordinator,
        "/announce",
        "Réunion du Democracy Support Network",
        "jeudi 1er décembre 2022, 14h-17h",
    )
    assert "jeudi 1er\u00a0décembre 2022, 14\u00a0h\u00a0–\u00a017\u00a0h (Bruxelles, UTC+1)" in (
        coordinator.last.text
    )
    await town.press(coordinator, "Oui, c’est exact")
    await town.press(coordinator, "Sur place")
    await town.say(coordinator, "Parlement européen, Bruxelles")
    await town.press(coordinator, "Balkans occidentaux")
    await town.press(coordinator, "Terminé")
    await town.press(coordinator, "Passer")
    await town.say(coordinator, "17 novembre 2022")
    await town.press(coordinator, "Oui, c’est exact")
    assert "telle qu’elle apparaîtra" in coordinator.last.text
    await town.press(coordinator, "Aperçu et destinataires")
    await town.press(coordinator, "Envoyer maintenant")
    await town.settle()


async def report(town, person, title, partner, kind, theme, dates, read_back, summary, place):
    await town.say(person, "/update", "Me poser les questions une à une", title, partner)
    await town.press(person, kind)
    await town.press(person, theme)
    await town.press(person, "Terminé")
    await town.press(person, "INTER PARES")
    await town.press(person, "Achevée")
    await town.say(person, dates)
    assert read_back in person.last.text
    await town.press(person, "Oui, c’est exact")
    await town.press(person, "Sur place")
    await town.say(person, place, summary)
    assert "Merci de vérifier votre activité" in person.last.text
    await town.press(person, "Envoyer")
    assert "Votre activité porte la référence 2022-FR-SEN-" in person.last.text


async def test_the_note_of_1_december_2022(town):
    marc = await town.member("Marc", Role.COORDINATOR, "EU-EP", language="fr")
    camille = await town.member("Camille", chamber="FR-SEN", language="fr")
    julien = await town.member("Julien", chamber="FR-ASN", language="fr")
    eleni = await town.member("Eleni", chamber="GR-VOU", language="en")
    tom = town.world.person("Tom")
    await town.settle()
    before = {person.id: len(person.received) for person in (marc, camille, julien, eleni)}

    await announce(town, marc)

    # Everybody got the notice once, in their language, on their clock.
    for person in (camille, julien):
        notices = [m for m in person.received if "Le réseau vous invite" in m.text]
        assert len(notices) == 1
        assert (
            "jeudi 1er\u00a0décembre 2022, 14\u00a0h\u00a0–\u00a017\u00a0h (Bruxelles)"
            in notices[0].text
        )
        assert "Balkans occidentaux" in notices[0].text
        assert notices[0].document["file_name"].endswith(".ics")
        assert notices[0].labels[:2] == ["Sur place", "Indisponible"]
    greek = await eleni.receives("You are invited")
    assert "Thursday 1 December 2022, 14:00–17:00 (Brussels) · 15:00–18:00 (Athens)" in greek.text
    assert tom.received == []
    assert "4 sur 4" in marc_card(marc).text
    assert "Dans 36 chambres, personne n’a été joint" in marc_card(marc).text

    # Two answer; nobody else is told.
    await town.press(camille, "Sur place", notice(camille))
    await town.press(eleni, "Cannot attend", greek)
    assert "Votre réponse\u00a0: Sur place" in notice(camille).text
    assert "Your answer: Cannot attend" in greek.text

    # The Sénat's correspondent reports the two activities for Montenegro.
    await report(
        town,
        camille,
        "Expert auprès des secrétariats de commissions",
        "Monténégro",
        "Mission d’expertise",
        "Commissions",
        "18-20 juillet 2022",
        "18-20\u00a0juillet 2022",
        "Participation d’un expert du Sénat au renforcement des secrétariats de commissions.",
        "Podgorica",
    )
    for day in (date(2022, 10, 20), date(2022, 11, 4)):
        town.clock.set(datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))
        await town.settle()
    await report(
        town,
        camille,
        "Visite d’étude sur la cybersécurité",
        "Monténégro",
        "Accueil d’une visite",
        "Sécurité, cyber",
        "2 et 3 novembre 2022",
        "2-3\u00a0novembre 2022",
        "Accueil au Sénat d’une délégation du Parlement monténégrin.",
        "Paris",
    )
    stored = all_updates(town)
    assert [(u.ref, u.start, u.end, u.kind) for u in stored] == [
        ("2022-FR-SEN-001", date(2022, 7, 18), date(2022, 7, 20), "expert_mission"),
        ("2022-FR-SEN-002", date(2022, 11, 2), date(2022, 11, 3), "study_visit"),
    ]
    assert {u.project_id for u in stored} == {stored[0].project_id}
    with town.database.reading() as session:
        assert updates.partners_of(session, stored[0].id) == ["ME"]
        assert updates.themes_of(session, stored[1].id) == ["security"]
        meeting = session.exec(select(Meeting)).one()
    assert {u.meeting_id for u in stored} == {meeting.id}

    # What came since: only what concerns each, at nine o'clock of their own.
    assert "Vos activités pour" not in words(camille)  # the call came after her first report
    assert "Your activities for" in words(eleni)
    town.clock.set(datetime(2022, 11, 10, 9, 0, tzinfo=UTC))
    await town.settle()
    assert "Participerez-vous\u202f?" in words(julien)
    assert "Participerez-vous\u202f?" not in words(camille)
    assert "Will you take part?" not in words(eleni)
    town.clock.set(datetime(2022, 11, 30, 9, 0, tzinfo=UTC))
    await town.settle()
    assert "Demain\u00a0: «\u00a0Réunion du Democracy Support Network\u00a0»" in words(camille)
    assert "Tomorrow" not in words(eleni)
    assert "Demain\u00a0:" not in words(julien)

    assert tom.received == []
    assert before[camille.id] > 0


def marc_card(marc):
    return next(m for m in reversed(marc.received) if "Terminé." in m.text)


def notice(person):
    return next(m for m in person.received if m.document)


def words(person):
    return "\n".join(m.text for m in person.received)


def all_updates(town):
    with town.database.reading() as session:
        return list(session.exec(select(ProjectUpdate).order_by(ProjectUpdate.id)))


async def test_the_calendar_file_keeps_its_identity_when_the_meeting_moves(town):

    marc = await town.member("Marc", Role.COORDINATOR, "EU-EP", language="fr")
    camille = await town.member("Camille", chamber="FR-SEN", language="fr")
    await town.settle()
    await announce(town, marc)
    first = calendar(town, notice(camille))
    await town.press(camille, "Sur place", notice(camille))
    old_notice = notice(camille)
    await town.say(marc, "/meetings")
    await town.press(marc, "Déplacer")
    await town.say(marc, "vendredi 2 décembre 2022 10h-12h")
    await town.press(marc, "Oui, c’est exact")
    await town.press(marc, "Enregistrer la modification")
    await town.settle()
    moved = await camille.receives("La réunion est déplacée")
    assert (
        "avant\u00a0: jeudi 1er\u00a0décembre 2022, 14\u00a0h\u00a0–\u00a017\u00a0h (Bruxelles)"
        in moved.text
    )
    assert (
        "désormais\u00a0: vendredi 2\u00a0décembre 2022, 10\u00a0h\u00a0–\u00a012\u00a0h (Bru"
        "xelles)" in moved.text
    )
    assert "Sur place, date d’avant ce changement" in moved.text
    second = calendar(town, moved)
    assert (first["uid"], int(first["sequence"])) == (second["uid"], int(second["sequence"]) - 1)
    said = await town.toast(camille, "Indisponible", old_notice)
    assert "a changé depuis" in said
    await town.press(camille, "Sur place", moved)
    assert "Votre réponse\u00a0: Sur place" in moved.text
    await town.say(marc, "/meetings")
    await town.press(marc, "Annuler la réunion")
    await town.say(marc, "Grève des trains")
    await town.press(marc, "Annuler et avertir tout le monde")
    await town.settle()
    cancelled = await camille.receives("Annulée\u00a0:")
    assert "Grève des trains" in cancelled.text
    third = calendar(town, cancelled)
    assert str(third["status"]) == "CANCELLED"
    assert third["uid"] == first["uid"]
    said = await town.toast(camille, "Indisponible", moved)
    assert "annulée" in said
    count = len(camille.received)
    await town.wait(timedelta(days=60))
    assert len(camille.received) == count


def calendar(town, message):

    _, content = town.world.files[message.document["file_id"]]
    return icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
