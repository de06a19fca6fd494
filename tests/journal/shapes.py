# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""Any value of a type that msgspec knows, for whatever shape an event may get."""

import datetime
from typing import Any

from hypothesis import strategies as st
from msgspec import inspect

from leerlandschap.core.measures import Thresholds

Some = st.SearchStrategy[Any]

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
PLAIN: dict[type[inspect.Type], Some] = {
    inspect.StrType: TEXT,
    inspect.IntType: st.integers(-(2**63), 2**63 - 1),
    inspect.FloatType: st.floats(allow_nan=False, allow_infinity=False),
    inspect.BoolType: st.booleans(),
    inspect.NoneType: st.none(),
    inspect.DateType: st.dates(),
    inspect.DateTimeType: st.datetimes(timezones=st.just(datetime.UTC)),
}


def any_of(kind: type) -> Some:
    return _of(inspect.type_info(kind))


def _of(info: inspect.Type) -> Some:
    match info:
        case inspect.StructType(cls=cls) if cls is Thresholds:  # it refuses lines that cross
            return st.just(Thresholds())
        case inspect.StructType(cls=cls, fields=fields):
            return st.builds(cls, **{field.name: _of(field.type) for field in fields})
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case inspect.EnumType(cls=cls):
            return st.sampled_from(cls)
        case inspect.UnionType(types=types):
            return st.one_of(*map(_of, types))
        case inspect.VarTupleType(item_type=each):
            return st.lists(_of(each), max_size=2).map(tuple)
        case inspect.TupleType(item_types=each):
            return st.tuples(*map(_of, each))
        case inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(_of(key), _of(value), max_size=2)
        case _:
            return PLAIN[type(info)]
