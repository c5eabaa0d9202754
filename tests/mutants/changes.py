"""Small changes to a file of Python, each a new text of it: mutmut's operators and our own."""

import ast
import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import libcst as cst
import libcst.matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_string

Operator = Callable[[cst.CSTNode], Iterable[cst.CSTNode]]


def drop_call(node: cst.Expr) -> Iterator[cst.CSTNode]:
    """A statement that calls something for its effect does nothing."""
    if m.matches(node.value, m.Call() | m.Await(m.Call())):
        yield node.with_changes(value=cst.Ellipsis())


def turn_condition(node: cst.If | cst.While) -> Iterator[cst.CSTNode]:
    """A branch is taken where it was not, and the other way round."""
    kept = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(cst.Not(), kept))


def return_nothing(node: cst.Return) -> Iterator[cst.CSTNode]:
    """A function returns None."""
    if node.value is not None and not m.matches(node.value, m.Name("None")):
        yield node.with_changes(value=cst.Name("None"))


OWN: list[tuple[type, Operator]] = [
    (cst.Expr, drop_call),
    (cst.If, turn_condition),
    (cst.While, turn_condition),
    (cst.Return, return_nothing),
]
OPERATORS: list[tuple[type, Operator]] = [*mutation_operators, *OWN]

LOGGING = m.Call(func=m.Attribute(value=m.Name("log") | m.Name("LOG")))
"""What the log says is for people; no test reads its words."""


@dataclass(frozen=True)
class Place:
    """One change that could be made: *operator*'s *number*-th answer to a node on *line*."""

    line: int
    statement: range
    """The lines of the statement (or of the head of a block) that holds it."""
    within: str
    """The function or class that holds it, with a full stop between nested ones."""
    operator: str
    node: cst.CSTNode
    new: cst.CSTNode


@dataclass(frozen=True)
class Change:
    """A change that was made."""

    path: str
    line: int
    statement: range
    within: str
    operator: str
    before: str
    after: str

    def diff(self) -> str:
        """Return the change as a unified diff with little around it."""
        lines = difflib.unified_diff(
            self.before.splitlines(), self.after.splitlines(), self.path, self.path, "", "", 1, ""
        )
        return "\n".join(lines)

    def essence(self) -> tuple[str, str, str]:
        """Return in which function, what was and what is: it stays when lines move."""
        lines = [line for line in self.diff().splitlines() if not line.startswith(("---", "+++"))]
        was = [line[1:].strip() for line in lines if line.startswith("-")]
        now = [line[1:].strip() for line in lines if line.startswith("+")]
        return self.within, "\n".join(was), "\n".join(now)


class Source:
    """One file, and every change that could be made to it."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        wrapper = MetadataWrapper(cst.parse_module(text))
        self.module = wrapper.module
        finder = _Finder()
        wrapper.visit(finder)
        self.places = finder.places

    def can_become(self, essence: tuple[str, str, str]) -> bool:
        """Tell whether some change has this essence."""
        near = [place for place in self.places if place.within == essence[0]]
        made = (self.change(place) for place in near)
        return any(change is not None and change.essence() == essence for change in made)

    def change(self, place: Place) -> Change | None:
        """Carry out one change; None where the result is no Python, or the same Python."""
        after = self.module.deep_replace(place.node, place.new).code
        try:
            if ast.dump(ast.parse(after)) == ast.dump(ast.parse(self.text)):
                return None
            compile(after, self.path, "exec")
        except SyntaxError:
            return None
        return Change(
            self.path, place.line, place.statement, place.within, place.operator, self.text, after
        )


class _Finder(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Place] = []
        self._statements: list[range] = []
        self._names: list[str] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if _is_left_alone(node):
            return False
        if isinstance(node, cst.BaseCompoundStatement | cst.SimpleStatementLine):
            self._statements.append(self._lines_of(node))
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._names.append(node.name.value)
        at = self.get_metadata(PositionProvider, node, None)
        if at is not None and self._statements:
            self.places += [
                Place(
                    at.start.line,
                    self._statements[-1],
                    ".".join(self._names),
                    operator.__name__,
                    node,
                    new,
                )
                for kind, operator in OPERATORS
                if isinstance(node, kind)
                for new in _answers(operator, node)
            ]
        return True

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.BaseCompoundStatement | cst.SimpleStatementLine):
            self._statements.pop()
        if isinstance(original_node, cst.FunctionDef | cst.ClassDef):
            self._names.pop()

    def _lines_of(self, node: cst.CSTNode) -> range:
        at = self.get_metadata(PositionProvider, node)
        body = getattr(node, "body", None)
        if isinstance(body, cst.IndentedBlock):
            first = self.get_metadata(PositionProvider, body.body[0]).start.line
            return range(at.start.line, max(at.start.line + 1, first))
        return range(at.start.line, at.end.line + 1)


def _is_left_alone(node: cst.CSTNode) -> bool:
    """Tell whether neither *node* nor what is in it is changed."""
    return isinstance(
        node, cst.Annotation | cst.Decorator | cst.Import | cst.ImportFrom | cst.Raise
    ) or m.matches(node, LOGGING | m.Expr(LOGGING) | m.Expr(m.SimpleString()))


def _answers(operator: Operator, node: cst.CSTNode) -> Iterable[cst.CSTNode]:
    new = list(operator(node))
    # Of a text's three changes one is enough: they all ask whether anybody reads it.
    return new[:1] if operator is operator_string else new
