"""How a call stood on a day."""

from __future__ import annotations

from parsers.model import Call, CallStatus, CallWindow, Moment

_DAY = len("2021-03-17")


def status(call: Call, day: Moment) -> CallStatus | None:
    """Return how a call stood on a day (``2021-04-01``), from what had been published by then, that day included.

    None where nothing had, or where what had does not tell until when one may apply. The day of closing counts as open
    to its end. A call that one may apply to all year stays ``continuous`` when some of its money has been granted.
    """
    window = _in_force(call, day)
    if window and window.continuous:
        return "continuous"
    if call.decided and call.decided[:_DAY] <= day:
        return "decided"
    if window is None:
        return None
    if window.opens and day < window.opens[:_DAY]:
        return "upcoming"
    if not window.closes:
        return None
    return "open" if day <= window.closes[:_DAY] else "closed"


def was_open(call: Call, day: Moment) -> bool:
    """Tell whether one could apply on a day, as far as is known today.

    A window that only a later release tells of counts, such as that of a decision whose opening was never captured.
    """
    known = status(call, day)
    if known is not None or not call.closes:
        return known in ("open", "continuous")
    return bool(call.opens) and (call.opens or "")[:_DAY] <= day <= call.closes[:_DAY]


def _in_force(call: Call, day: Moment) -> CallWindow | None:
    announced = (window for window in reversed(call.windows) if (window.announced or "")[:_DAY] <= day)
    return next(announced, None)
