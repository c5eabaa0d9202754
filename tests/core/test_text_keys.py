"""Keys of sentences in code: literals that exist, or made by a declared family; none too many."""

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import bot
from bot.core import text_families
from bot.core.text_keys import Family, Pattern, missing
from bot.core.texts import keys, languages
from bot.process.declarations import missing_texts, texts_needed_for
from config.network import network
from storage.models import Role
from tests.core.test_locales import entries, names_of

ROOT = Path(bot.__file__).parent
SAYING = {"texts", "say"}
"""What a catalogue is called in code, as a variable or an attribute."""
FIELDS = {"skip", "give_up", "key"}
"""Fields of declarations that hold a key."""
CATALOGUE = keys("en")


@cache
def trees() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(ROOT.parent)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(ROOT.rglob("*.py"))
    }


@cache
def nodes() -> list[tuple[str, ast.AST]]:
    return [(path, node) for path, tree in trees().items() for node in ast.walk(tree)]


@cache
def functions() -> dict[str, list[tuple[str, ast.FunctionDef]]]:
    """Return by name every function and the file that it stands in."""
    found: dict[str, list[tuple[str, ast.FunctionDef]]] = {}
    for path, node in nodes():
        if isinstance(node, ast.FunctionDef):
            found.setdefault(node.name, []).append((path, node))
    return found


@cache
def calls() -> dict[str, list[ast.Call]]:
    found: dict[str, list[ast.Call]] = {}
    for _, node in nodes():
        if isinstance(node, ast.Call):
            found.setdefault(name_of(node), []).append(node)
    return found


@cache
def given() -> dict[str, list[ast.expr]]:
    """Return by name what fields are given, as a default or by keyword."""
    found: dict[str, list[ast.expr]] = {}
    for _, node in nodes():
        match node:
            case ast.keyword(arg=str(name), value=value):
                found.setdefault(name, []).append(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                found.setdefault(name, []).append(value)
    return found


@cache
def enclosing() -> dict[ast.AST, list[ast.AST]]:
    """Return the functions and modules around each node, the innermost first."""
    found: dict[ast.AST, list[ast.AST]] = {}

    def visit(node: ast.AST, around: list[ast.AST]) -> None:
        found[node] = around
        is_scope = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module)
        for child in ast.iter_child_nodes(node):
            visit(child, [node, *around] if is_scope else around)

    for tree in trees().values():
        visit(tree, [])
    return found


@cache
def assigned(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """Return by name what a function or a module assigns."""
    found: dict[str, list[ast.expr]] = {}
    for part in ast.walk(scope):
        match part:
            case ast.Assign(targets=targets, value=value):
                names = [target.id for target in targets if isinstance(target, ast.Name)]
            case (
                ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
                | ast.NamedExpr(target=ast.Name(id=name), value=value)
            ):
                names = [name]
            case _:
                continue
        for name in names:
            found.setdefault(name, []).append(value)
    return found


def is_catalogue(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in SAYING
        case ast.Call(func=ast.Name(id="Texts")):
            return True
    return False


def key_of(call: ast.Call) -> ast.expr | None:
    """Return the argument of a call that is the key of a sentence, if it is such a call."""
    if not call.args:
        return None
    match call.func:
        case ast.Attribute(attr="plain", value=value) if is_catalogue(value):
            return call.args[0]
        case ast.Attribute(attr="say", value=ast.Name(id="request" | "self")):
            return None  # a request says a text that was made, no key
        case func if is_catalogue(func):
            return call.args[0]
    return None


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


class Sources:
    """Follows a key to the expressions that it may come from."""

    def __init__(self) -> None:
        self.literals: set[str] = set()
        self.made_up: list[str] = []
        self.seen: set[object] = set()

    def follow(self, node: ast.expr) -> None:
        if node in self.seen:
            return
        self.seen.add(node)
        match node:
            case ast.Constant(value=str(key)):
                self.literals.add(key)
            case ast.IfExp(body=body, orelse=other):
                self.follow(body)
                self.follow(other)
            case ast.BoolOp(values=values):
                for value in values:
                    self.follow(value)
            case ast.Call():
                self.follow_call(node)
            case ast.Name(id=name):
                self.follow_name(node, name)
            case ast.Attribute(attr=name):
                self.follow_attribute(name)
            case ast.Subscript() | ast.Constant():
                pass
            case _:
                self.made_up.append(ast.unparse(node))

    def follow_call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and node.func.attr == "key":
            return
        defined = functions().get(name_of(node), [])
        if not defined:
            self.made_up.append(ast.unparse(node))
        module = getattr(getattr(node.func, "value", None), "id", None)
        own = [one for path, one in defined if Path(path).stem == module]
        for function in own or [one for _, one in defined]:
            for part in ast.walk(function):
                if isinstance(part, ast.Return) and part.value is not None:
                    self.follow(part.value)

    def follow_name(self, node: ast.Name, name: str) -> None:
        for scope in enclosing()[node]:
            values = assigned(scope).get(name, [])
            for value in values:
                self.follow(value)
            if isinstance(scope, ast.FunctionDef) and self.follow_parameter(scope, name):
                return
            if values:
                return

    def follow_parameter(self, function: ast.FunctionDef, name: str) -> bool:
        """Follow what callers hand over; tell whether *name* is a parameter at all."""
        parameters = [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
        if name not in parameters:
            return False
        if (function, name) in self.seen:
            return True
        self.seen.add((function, name))
        at = parameters.index(name)
        own = enclosing()[function][-1]
        for call in calls().get(function.name, []):
            if function.name.startswith("_") and enclosing()[call][-1] is not own:
                continue
            if len(call.args) > at:
                self.follow(call.args[at])
            for keyword in call.keywords:
                if keyword.arg == name:
                    self.follow(keyword.value)
        return True

    def follow_attribute(self, name: str) -> None:
        """Follow what a field that holds a key is given, as a default or by keyword."""
        if name in self.seen or name not in FIELDS:
            return
        self.seen.add(name)
        for value in given().get(name, []):
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                self.literals.add(value.value)


def said() -> Iterator[tuple[str, ast.Call, ast.expr]]:
    for path, node in nodes():
        if isinstance(node, ast.Call) and (key := key_of(node)) is not None:
            yield f"{path}:{node.lineno}", node, key


@cache
def followed() -> list[tuple[str, ast.Call, Sources]]:
    found = []
    for at, call, key in said():
        sources = Sources()
        sources.follow(key)
        found.append((at, call, sources))
    return found


def declared_families() -> list[Family]:
    modules = [
        importlib.import_module(path.removesuffix(".py").replace("/", "."))
        for path in trees()
        if "/practice/" not in path and not path.endswith("__init__.py")
    ]
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Family)]
    return list(dict.fromkeys(found))


def test_there_are_keys_to_look_at():
    assert len(list(said())) > 400
    assert len(declared_families()) > 15


def test_every_key_is_a_literal_or_made_by_a_family():
    assert not [f"{at}: {key}" for at, _, sources in followed() for key in sources.made_up]


def test_every_literal_key_has_a_sentence():
    assert not [
        f"{at}: {key}" for at, _, sources in followed() for key in sources.literals - CATALOGUE
    ]


@cache
def values_of(key: str) -> frozenset[str]:
    """Return the names of the values that a sentence takes."""
    return frozenset(names_of(entries_of_english()[key]).names)


@cache
def entries_of_english() -> dict:
    return entries("en")


def wrong_values() -> Iterator[tuple[str, str]]:
    """Yield each call that gives a sentence too few values, or one that no sentence of it takes."""
    for at, call, sources in followed():
        named = {keyword.arg for keyword in call.keywords}
        if not sources.literals or None in named:
            continue  # a family's sentences, or values that are made elsewhere
        for key in sources.literals:
            if not values_of(key) <= named:
                yield at, f"{key} lacks {sorted(values_of(key) - named)}"
        if surplus := named.difference(*map(values_of, sources.literals)):
            yield at, f"no sentence takes {sorted(surplus)}"


def test_every_sentence_gets_the_values_that_it_takes():
    assert not list(wrong_values())


def made_texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield each text with a gap, as the pattern of what it may become."""
    declared = {
        argument
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and name_of(call) in {"Family", "Pattern"}
        for argument in call.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(part.value) if isinstance(part, ast.Constant) else ".+"
                for part in node.values
            ]
            yield node.lineno, "".join(parts)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node not in declared
            and re.fullmatch(r"[a-z_-]*(-|\{\}|%s)[a-z_-]*", node.value)
            and node.value not in CATALOGUE
        ):
            if node.value.endswith("-"):
                yield node.lineno, re.escape(node.value) + ".+"
            elif re.search(r"\{\}|%s", node.value):
                yield node.lineno, re.sub(r"\{\}|%s", ".+", node.value)


def test_nothing_else_makes_up_a_key():
    wrong = [
        f"{path}:{line}: {pattern}"
        for path, tree in trees().items()
        for line, pattern in made_texts(tree)
        if re.search("[a-z]", pattern) and any(re.fullmatch(pattern, key) for key in CATALOGUE)
    ]
    assert not wrong


def test_every_sentence_of_the_catalogues_is_needed():
    named = {
        node.value
        for _, node in nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    declared_families()
    assert not sorted(CATALOGUE - named - set(texts_needed_for(network())))


def test_nothing_that_is_needed_is_missing():
    declared_families()
    assert missing_texts(network()) == []


def test_a_rule_without_its_sentences_is_found_in_each_language():
    typo = network().reminders[4].model_copy(update={"kind": "reply_byy"})
    trial = network().model_copy(update={"reminders": [*network().reminders, typo]})
    keys_of_it = ("reminder-reply_byy", "reminder-reply_byy-name", "reminder-reply_byy-why")
    assert set(missing_texts(trial)) == {(key, lang) for key in keys_of_it for lang in languages()}


def test_a_family_knows_its_names_and_no_others():
    assert text_families.ROLE.keys() == ("role-correspondent", "role-coordinator", "role-observer")
    assert text_families.ROLE.key(Role.OBSERVER) == "role-observer"
    with pytest.raises(LookupError):
        text_families.ROLE.key("d")
    with pytest.raises(ValueError, match="two families"):
        Family("role-{}", ())
    assert missing(["role-observer", "no-c"]) == [("no-c", one) for one in languages()]
    assert Pattern("{}-x").key("a.b") == "a-b-x"
