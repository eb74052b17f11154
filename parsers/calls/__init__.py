"""Releases joined into calls: one grant round from its opening through its extension to the decision."""
