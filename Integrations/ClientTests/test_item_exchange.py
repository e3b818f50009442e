"""boto3 and HTTPDynamoDB read each other's items: all types, up to their limits.

The other side is `item-exchange`, which takes and prints items as JSON. Limits are those of
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html and
https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
"""

import base64
import json
import os
import subprocess
from decimal import Context
from pathlib import Path

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError
from conftest import REGION, Dynabox
from moto.server import ThreadedMotoServer

KEY, SECRET = "AKIDEXAMPLE", "geheim/+="


def nested(levels):
    """A value with lists and maps in turns below it, down to the given level."""
    value = {"S": "bottom"}
    for level in range(levels):
        value = {"L": [value]} if level % 2 else {"M": {"m": value}}
    return value


ITEMS = {
    "text": {"a": {"S": "plain"}, "b": {"S": ""}, "c": {"S": "\u0000\t\n\r\"\\/\u007f\u2028"}},
    "unicode": {
        "é": {"S": "e\u0301"}, "e\u0301": {"S": "é"}, "🏳️‍🌈": {"S": "👩‍👩‍👧 神保町 ﷽ \U0010ffff"}, "\ufeff": {"S": "\ufeff"},
        "a.b [0] #:$": {"S": "a name that an expression would need a placeholder for"},
    },
    "digits": {
        "a": {"N": "12345678901234567890123456789012345678"}, "b": {"N": "-12345678901234567890123456789012345678"},
        "c": {"N": "0.12345678901234567890123456789012345678"}, "d": {"N": "1234567890123456789.0123456789012345678"},
    },
    "exponents": {
        "a": {"N": "9.9999999999999999999999999999999999999E+125"}, "b": {"N": "-9.9999999999999999999999999999999999999E+125"},
        "c": {"N": "1E-130"}, "d": {"N": "-1E-130"}, "e": {"N": "1e5"}, "f": {"N": "1E-7"},
    },
    "numbers": {"a": {"N": "0"}, "b": {"N": "-0"}, "c": {"N": "1.50"}, "d": {"N": "007"}, "e": {"N": "9007199254740993"}},
    "binary": {"a": {"B": b""}, "b": {"B": bytes(range(256))}, "c": {"B": b"\xfb\xff"}, "d": {"B": b"\x00"}},
    "logical": {"a": {"BOOL": True}, "b": {"BOOL": False}, "c": {"NULL": True}},
    "sets": {
        "a": {"SS": ["b", "a", "é", "e\u0301", "🙂"]}, "b": {"NS": ["10", "-1", "2.5", "1E-130"]}, "c": {"BS": [b"\x01", b"\xff\x00"]},
        "d": {"SS": [str(number) for number in range(1000)]},
    },
    "empty": {"a": {"L": []}, "b": {"M": {}}, "c": {"L": [{"M": {}}, {"L": []}, {"S": ""}, {"B": b""}, {"NULL": True}]}},
    "mixed": {
        "a": {"L": [{"N": "1"}, {"S": "1"}, {"B": b"1"}, {"BOOL": True}, {"NULL": True}, {"NS": ["1"]}, {"M": {" ": {"S": "x"}}}]}
    },
    "deep": {"a": nested(31)},
    "wide": {f"attribute {number}": {"N": str(number)} for number in range(3000)},
    "large": {"a": {"S": "x" * 250_000}, "b": {"B": bytes(number % 251 for number in range(150_000))}},
    "as large as can be": {"a": {"S": "神" * ((400 * 1024 - len("pk") - len("as large as can be") - len("a")) // 3)}},
    "many escapes": {"a": {"S": "\u0001\"\\" * 60_000}},
}


# Items that moto refuses and DynamoDB takes, and by which documentation.
MOTO_REFUSES = {
    "as large as can be": "an item may have 400 KB, moto takes 405,000 bytes "
    "(https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items)",
}


class Moto:
    """moto's server in this process."""

    names = [name for name in ITEMS if name not in MOTO_REFUSES]

    def __enter__(self):
        self.server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self.server.start()
        host, port = self.server.get_host_and_port()
        self.url = f"http://{host}:{port}"
        return self

    def __exit__(self, *_):
        self.server.stop()


@pytest.fixture(scope="module", params=["dynabox", "moto"])
def server(request):
    with (
        Dynabox("--access-key-id", KEY, env={"DYNABOX_SECRET_ACCESS_KEY": SECRET})
        if request.param == "dynabox" else Moto() as server
    ):
        server.names = getattr(server, "names", list(ITEMS))
        server.boto3 = boto3_of(server)
        yield server


def boto3_of(server):
    return boto3.client(
        "dynamodb", endpoint_url=server.url, region_name=REGION, aws_access_key_id=KEY, aws_secret_access_key=SECRET,
        config=Config(retries={"total_max_attempts": 1}))


def new_table(client, name):
    client.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}])
    return name


def item_exchange(command, server, table, requests):
    """What item-exchange prints, a line for each request."""
    program = os.environ.get("ITEM_EXCHANGE") or str(Path(__file__).parent.parent / ".build/debug/item-exchange")
    run = subprocess.run(
        [program, command, "--endpoint", server.url, "--table", table], capture_output=True, text=True,
        input="".join(json.dumps(request) + "\n" for request in requests),
        env={**os.environ, "AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET}, timeout=120)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.split("\n") if line]


def as_json(value):
    """Bytes as JSON has them."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {key: as_json(child) for key, child in value.items()}
    return [as_json(child) for child in value] if isinstance(value, list) else value


def comparable(value):
    """Numbers by what they are worth, sets in one order. `value` has one member, its type."""
    (kind, content), = value.items()
    if kind == "N":
        return kind, number(content)
    if kind in ("SS", "BS"):
        return kind, sorted(content)
    if kind == "NS":
        return kind, sorted(map(number, content))
    if kind == "L":
        return kind, [comparable(child) for child in content]
    if kind == "M":
        return kind, {name: comparable(child) for name, child in content.items()}
    return kind, content


def number(text):
    """Never rounded: the context has more digits than a number."""
    return Context(prec=200).create_decimal(text)


def with_key(name):
    return {"pk": {"S": name}, **ITEMS[name]}


def test_boto3_writes_and_our_executor_reads(server):
    table = new_table(server.boto3, "from-boto3")
    for name in server.names:
        server.boto3.put_item(TableName=table, Item=with_key(name))
    answers = item_exchange("pull", server, table, [{"TableName": table, "Key": {"pk": {"S": name}}} for name in server.names])
    assert len(answers) == len(server.names)
    for name, answer in zip(server.names, answers):
        assert comparable({"M": answer["Item"]}) == comparable({"M": as_json(with_key(name))}), name


def test_our_executor_writes_and_boto3_reads(server):
    table = new_table(server.boto3, "from-our-executor")
    item_exchange("push", server, table, [{"TableName": table, "Item": as_json(with_key(name))} for name in server.names])
    for name in server.names:
        found = server.boto3.get_item(TableName=table, Key={"pk": {"S": name}}, ConsistentRead=True)["Item"]
        assert comparable({"M": found}) == comparable({"M": with_key(name)}), name


@pytest.mark.parametrize("name", MOTO_REFUSES)
def test_moto_still_refuses(name):
    with Moto() as server:
        client = boto3_of(server)
        table = new_table(client, "refused")
        with pytest.raises(ClientError, match="Item size has exceeded"):
            client.put_item(TableName=table, Item=with_key(name))


def test_a_wrong_secret_writes_nothing():
    with Dynabox("--access-key-id", KEY, env={"DYNABOX_SECRET_ACCESS_KEY": "another"}) as server:
        with pytest.raises(AssertionError, match="InvalidSignatureException"):
            item_exchange("pull", server, "things", [])
