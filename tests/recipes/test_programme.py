"""The recipe of docs/extending.md for a programme: its labels and its words, and no code."""

import json

import pytest

from tests.recipes.tree import passes


def add(path, change):
    found = json.loads(path.read_text(encoding="utf-8"))
    change(found)
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def end(path, rows_of, **named):
    ((key, value),) = named.items()
    add(
        path,
        lambda all_: next(row for row in rows_of(all_) if row[key] == value).update(active=False),
    )


@pytest.mark.timeout(180)
def test_a_programme_by_the_recipe_is_understood_and_shown(tree):
    data = tree / "config" / "data"
    row = {
        "code": "argo",
        "labels": {"en": "Argo Fellowship", "fr": "Bourse Argo"},
        "active": True,
    }
    add(data / "vocabularies.json", lambda all_: all_["vocabularies"]["programme"].append(row))
    add(data / "words" / "programmes" / "any.json", lambda all_: all_.update(argo="argo fellow*"))
    add(data / "words" / "programmes" / "fr.json", lambda all_: all_.update(argo="bourse* argo"))
    # What has ended is said as people say it of their own data.
    end(data / "vocabularies.json", lambda all_: all_["vocabularies"]["programme"], code="wyde")
    end(data / "vocabularies.json", lambda all_: all_["vocabularies"]["theme"], code="budget")
    end(data / "partners.json", lambda all_: all_["regions"], id="WB")
    end(data / "partners.json", lambda all_: all_["regions"], id="CA")
    passes(tree, "tests/recipes/walk_programme.py")
