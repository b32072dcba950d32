"""kill -9 of the receiving station between two pieces: after a start it goes on from what had come."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from support.pictures import an_op, uid_of
from support.serving_station import ServingStation
from support.tusclient import IN_WORDS, add, begin, offset

PIECE = 1_000_000


@pytest.mark.slow
@pytest.mark.hazard("HZ-05")
def test_a_station_that_was_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    picture = an_op(1, EncapsulatedDocument=os.urandom(3 * PIECE))
    station = ServingStation(tmp_path)
    try:
        station.start()
        with station.client() as http:
            # the token of the ready file is another one at each start: an upload belongs to the name "station"
            there = begin(http, uid_of(1), picture)
            for at in (0, PIECE):
                assert add(http, there, at, picture[at : at + PIECE]).status_code == 204
        station.kill()
        station.start()
        with station.client() as http:
            again = begin(http, uid_of(1), picture)
            assert again.rpartition("/")[2] == there.rpartition("/")[2]
            assert offset(http, again) == 2 * PIECE
            last = add(http, again, 2 * PIECE, picture[2 * PIECE :], **IN_WORDS)
            assert last.status_code == 200
            (row,) = last.json()["00081199"]["Value"]
            came = http.get(
                row["00081190"]["Value"][0].partition(str(http.base_url).rstrip("/"))[2],
                headers={"Accept": "application/dicom; transfer-syntax=*"},
            )
            assert sha256(came.content).digest() == sha256(picture).digest()
    finally:
        station.kill()
