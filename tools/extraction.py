"""The texts that a module's source gives to the translators: those it marks, and those of the problems it raises."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping

# A text, or its singular and plural.
Text = str | tuple[str, ...]

# How many of a call's first arguments are texts. A module's own helper `_problem` words a problem as `Problem` does.
MARKS = {"_": 1, "gettext": 1, "ngettext": 2}
PROBLEMS = {"Problem": 1, "_problem": 1}

_Names = Mapping[str, list[str]]


def texts_in(source: str, functions: Mapping[str, int]) -> list[tuple[int, Text]]:
    """Return the texts that a module gives to any of the functions, each with its line, in the order they stand.

    >>> texts_in('print(_("all"), ngettext("{n} day", "{n} days", n))', MARKS)
    [(1, 'all'), (1, ('{n} day', '{n} days'))]
    >>> texts_in('raise Problem("{file}: empty", file=path)', PROBLEMS)
    [(1, '{file}: empty')]
    >>> texts_in('message = "{file}: taken"\\nraise Problem(message, file=path)', PROBLEMS)
    [(2, '{file}: taken')]
    >>> texts_in('raise Problem(f"{path}: empty")', PROBLEMS)
    []
    """
    calls = sorted(calls_with_texts(ast.parse(source), functions), key=lambda each: _place(each[0]))
    return [(call.lineno, text) for call, texts in calls for text in texts]


def calls_with_texts(tree: ast.Module, functions: Mapping[str, int]) -> Iterator[tuple[ast.Call, list[Text]]]:
    """Yield the calls of the functions, each with its texts: none where they are not written out in the module."""
    names = _literals_by_name(tree)
    passed_on = {node for each in ast.walk(tree) if _is_one_of(each, functions) for node in ast.walk(each)}
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and call not in passed_on and (count := functions.get(_name(call.func))):
            yield call, _texts(call.args[:count], names)


def _is_one_of(node: ast.AST, functions: Mapping[str, int]) -> bool:
    """Whether this defines one of the functions, which will hand on what it is given."""
    return isinstance(node, ast.FunctionDef) and node.name in functions


def _name(expression: ast.expr) -> str:
    if isinstance(expression, ast.Attribute):
        return expression.attr
    return expression.id if isinstance(expression, ast.Name) else ""


def _texts(arguments: list[ast.expr], names: _Names) -> list[Text]:
    if len(arguments) == 1 and isinstance(arguments[0], ast.Name):
        return [*names.get(arguments[0].id, [])]
    texts = tuple(each.value for each in arguments if isinstance(each, ast.Constant) and isinstance(each.value, str))
    if not texts or len(texts) < len(arguments):
        return []
    return [texts if len(texts) > 1 else texts[0]]


def _literals_by_name(tree: ast.Module) -> _Names:
    found = defaultdict(list)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            for target in node.targets:
                found[_name(target)].append(node.value.value)
    return found


def _place(call: ast.Call) -> tuple[int, int]:
    return call.lineno, call.col_offset
