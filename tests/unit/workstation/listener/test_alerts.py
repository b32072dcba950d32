"""Who is turned away stands in the audit trail, and no flood fills it."""

from support.stations import Clock, a_store

from resources.store import audit
from workstation.listener.alerts import ROWS, Alerts
from workstation.listener.doctor import TurnedAway

UNKNOWN = TurnedAway("ROGUE", "EYECAMP", "10.0.0.66", "its AE title is not on the list of known devices", 3)


def told(store) -> list[audit.AuditRow]:
    with store.read() as unit:
        return audit.listed(unit)


def test_who_is_turned_away_is_written_down(tmp_path):
    store = a_store(tmp_path)
    Alerts(store, Clock())(UNKNOWN)
    (row,) = told(store)
    assert (row.actor, row.action, row.target, row.outcome) == ("camera:ROGUE", "turned away", "10.0.0.66", 3)
    assert row.client_data == {"called": "EYECAMP", "address": "10.0.0.66", "sentence": UNKNOWN.sentence}
    store.close()


def test_the_same_again_is_counted_and_told_with_the_next(tmp_path):
    store, clock = a_store(tmp_path), Clock()
    alerts = Alerts(store, clock)
    for _ in range(1000):
        alerts(UNKNOWN)
    clock.forward(61)
    alerts(UNKNOWN)
    assert [row.client_data.get("left out") for row in told(store)] == [999, None]
    store.close()


def test_a_thousand_different_devices_write_a_bounded_number_of_rows(tmp_path):
    store, clock = a_store(tmp_path), Clock()
    alerts = Alerts(store, clock)
    for number in range(1000):
        alerts(UNKNOWN._replace(calling_ae=f"ROGUE{number}"))
    assert len(told(store)) == ROWS
    clock.forward(-3600)  # the laptop's clock was set back
    alerts(UNKNOWN)
    assert told(store)[0].client_data["left out"] == 1000 - ROWS
    store.close()
