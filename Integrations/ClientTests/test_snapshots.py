"""Tables outlive the server, if it is told where to keep them."""

import signal

import pytest
from conftest import Dynabox, create_table


def put(server, name, count=10):
    client = server.client()
    create_table(client, name)
    for number in range(count):
        client.put_item(TableName=name, Item={"pk": {"S": "p"}, "sk": {"N": str(number)}, "by": {"S": "b"}})


def count(server, name, **options):
    return server.client().scan(TableName=name, **options)["Count"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_saves(tmp_path, number):
    file = tmp_path / "tables"
    with Dynabox("--snapshot", file) as server:
        put(server, "things")
        assert server.stop(number) == 0
    with Dynabox("--snapshot", file) as server:
        assert count(server, "things") == 10
        assert count(server, "things", IndexName="index") == 10


@pytest.mark.parametrize("number", [signal.SIGUSR1, signal.SIGHUP])
def test_a_signal_saves_and_the_server_goes_on(tmp_path, number):
    file = tmp_path / "tables"
    with Dynabox("--snapshot", file) as server:
        put(server, "things")
        server.send_signal(number)
        # Signals are acted on in their order: the end comes after the save. A crash then changes nothing.
        while not file.exists():
            server.client().list_tables()
        put(server, "later")
        server.stop(signal.SIGKILL)
    with Dynabox("--snapshot", file) as server:
        assert server.client().list_tables()["TableNames"] == ["things"]


def test_a_foreign_file_is_refused_and_stays(tmp_path):
    file = tmp_path / "tables"
    file.write_text("precious")
    with pytest.raises(RuntimeError, match="it is not a snapshot"):
        Dynabox("--snapshot", file)
    assert file.read_text() == "precious"


def test_a_damaged_file_is_refused_and_stays(tmp_path):
    file = tmp_path / "tables"
    with Dynabox("--snapshot", file) as server:
        put(server, "things")
        server.stop()
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    file.write_bytes(damaged)
    with pytest.raises(RuntimeError, match="damaged"):
        Dynabox("--snapshot", file)
    assert file.read_bytes() == damaged


def test_the_port_file(tmp_path):
    file = tmp_path / "port"
    with Dynabox("--port-file", file) as server:
        assert server.url.endswith(":" + file.read_text().strip())
