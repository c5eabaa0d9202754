"""The Sénat's note of 1 December 2022, played through real HTTP: who gets what, and when."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from sqlmodel import select

from storage import updates
from storage.models import Meeting, ProjectUpdate
from tests.harness.network import open_harness
from tests.harness.stock import CAMILLE, ELENI, JULIEN, MARC

pytestmark = pytest.mark.anyio

AUTUMN = datetime(2022, 10, 17, 8, 0, tzinfo=UTC)
"""A Monday, 10:00 in Brussels, six and a half weeks before the meeting."""


@pytest.fixture
async def harness(sqlite, clock):
    clock.set(AUTUMN)
    async with open_harness(sqlite, clock) as place:
        yield place


async def announce(harness, coordinator):
    await harness.say(
        coordinator,
        "/announce",
        "Réunion du Democracy Support Network",
        "jeudi 1er décembre 2022, 14h-17h",
    )
    assert "jeudi 1er\u00a0décembre 2022, 14\u00a0h\u00a0–\u00a017\u00a0h (Bruxelles, UTC+1)" in (
        coordinator.last.text
    )
    await harness.press(coordinator, "Oui, c’est exact")
    await harness.press(coordinator, "Sur place")
    await harness.say(coordinator, "Parlement européen, Bruxelles")
    await harness.press(coordinator, "Balkans occidentaux")
    await harness.press(coordinator, "Terminé")
    await harness.press(coordinator, "Passer")
    await harness.say(coordinator, "17 novembre 2022")
    await harness.press(coordinator, "Oui, c’est exact")
    assert "telle qu’elle apparaîtra" in coordinator.last.text
    await harness.press(coordinator, "Aperçu et destinataires")
    await harness.press(coordinator, "Envoyer maintenant")
    await harness.settle()


async def report(harness, person, title, partner, kind, theme, dates, read_back, summary, place):
    await harness.say(person, "/update", "Me poser les questions une à une", title, partner)
    await harness.press(person, kind)
    await harness.press(person, theme)
    await harness.press(person, "Terminé")
    await harness.press(person, "INTER PARES")
    await harness.press(person, "Achevée")
    await harness.say(person, dates)
    assert read_back in person.last.text
    await harness.press(person, "Oui, c’est exact")
    await harness.press(person, "Sur place")
    await harness.say(person, place, summary)
    assert "Merci de vérifier votre activité" in person.last.text
    await harness.press(person, "Envoyer")
    assert "Votre activité porte la référence 2022-FR-SEN-" in person.last.text


async def test_the_note_of_1_december_2022(harness):
    marc = await harness.joins(MARC)
    camille = await harness.joins(CAMILLE)
    julien = await harness.joins(JULIEN)
    eleni = await harness.joins(ELENI)
    tom = harness.world.person("Tom")
    await harness.settle()
    before = {person.id: len(person.received) for person in (marc, camille, julien, eleni)}

    await announce(harness, marc)

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
    await harness.press(camille, "Sur place", notice(camille))
    await harness.press(eleni, "Cannot attend", greek)
    assert "Votre réponse\u00a0: Sur place" in notice(camille).text
    assert "Your answer: Cannot attend" in greek.text

    # The Sénat's correspondent reports the two activities for Montenegro.
    await report(
        harness,
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
        harness.clock.set(datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))
        await harness.settle()
    await report(
        harness,
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
    stored = all_updates(harness)
    assert [(u.ref, u.start, u.end, u.kind) for u in stored] == [
        ("2022-FR-SEN-001", date(2022, 7, 18), date(2022, 7, 20), "expert_mission"),
        ("2022-FR-SEN-002", date(2022, 11, 2), date(2022, 11, 3), "study_visit"),
    ]
    assert {u.project_id for u in stored} == {stored[0].project_id}
    with harness.database.reading() as session:
        assert updates.partners_of(session, stored[0].id) == ["ME"]
        assert updates.themes_of(session, stored[1].id) == ["security"]
        meeting = session.exec(select(Meeting)).one()
    assert {u.meeting_id for u in stored} == {meeting.id}

    # What came since: only what concerns each, at nine o'clock of their own.
    assert "Vos activités pour" not in words(camille)  # the call came after her first report
    assert "Your activities for" in words(eleni)
    harness.clock.set(datetime(2022, 11, 10, 9, 0, tzinfo=UTC))
    await harness.settle()
    assert "Participerez-vous\u202f?" in words(julien)
    assert "Participerez-vous\u202f?" not in words(camille)
    assert "Will you take part?" not in words(eleni)
    harness.clock.set(datetime(2022, 11, 30, 9, 0, tzinfo=UTC))
    await harness.settle()
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


def all_updates(harness):
    with harness.database.reading() as session:
        return list(session.exec(select(ProjectUpdate).order_by(ProjectUpdate.id)))


async def test_the_calendar_file_keeps_its_identity_when_the_meeting_moves(harness):

    marc = await harness.joins(MARC)
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    await announce(harness, marc)
    first = calendar(harness, notice(camille))
    await harness.press(camille, "Sur place", notice(camille))
    old_notice = notice(camille)
    await harness.say(marc, "/meetings")
    await harness.press(marc, "Déplacer")
    await harness.say(marc, "vendredi 2 décembre 2022 10h-12h")
    await harness.press(marc, "Oui, c’est exact")
    await harness.press(marc, "Enregistrer la modification")
    await harness.settle()
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
    second = calendar(harness, moved)
    assert (first["uid"], int(first["sequence"])) == (second["uid"], int(second["sequence"]) - 1)
    said = await harness.toast(camille, "Indisponible", old_notice)
    assert "a changé depuis" in said
    await harness.press(camille, "Sur place", moved)
    assert "Votre réponse\u00a0: Sur place" in moved.text
    await harness.say(marc, "/meetings")
    await harness.press(marc, "Annuler la réunion")
    await harness.say(marc, "Grève des trains")
    await harness.press(marc, "Annuler et avertir tout le monde")
    await harness.settle()
    cancelled = await camille.receives("Annulée\u00a0:")
    assert "Grève des trains" in cancelled.text
    third = calendar(harness, cancelled)
    assert str(third["status"]) == "CANCELLED"
    assert third["uid"] == first["uid"]
    said = await harness.toast(camille, "Indisponible", moved)
    assert "annulée" in said
    count = len(camille.received)
    await harness.wait(timedelta(days=60))
    assert len(camille.received) == count


def calendar(harness, message):

    _, content = harness.world.files[message.document["file_id"]]
    return icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
