"""The server under test, and clients of it as anybody has them."""

import itertools
import os
import signal
import subprocess
from pathlib import Path

import boto3
import pytest
from botocore.config import Config

REGION = "us-east-1"
_numbers = itertools.count()


class Dynabox:
    """A running server, on a port that was free."""

    def __init__(self, *arguments, env=None):
        program = os.environ.get("DYNABOX") or str(Path(__file__).parent.parent / ".build/debug/dynabox")
        self.process = subprocess.Popen(
            [program, "--port", "0", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **(env or {})})
        line = self.process.stdout.readline()
        if not line.startswith("listening on http://"):
            _, errors = self.process.communicate(timeout=30)
            raise RuntimeError(errors)
        self.url = line.split()[-1]

    def client(self, service="dynamodb", key="local", secret="secret", token=None, **config):
        return boto3.client(
            service, endpoint_url=self.url, region_name=REGION, aws_access_key_id=key, aws_secret_access_key=secret,
            aws_session_token=token, config=Config(retries={"total_max_attempts": 1}, **config))

    def resource(self):
        return boto3.resource(
            "dynamodb", endpoint_url=self.url, region_name=REGION, aws_access_key_id="local",
            aws_secret_access_key="secret")

    def send_signal(self, number):
        os.kill(self.process.pid, number)

    def stop(self, number=signal.SIGTERM):
        """Ends the server and says with which code it ended."""
        if self.process.poll() is None:
            self.send_signal(number)
        self.process.communicate(timeout=30)
        return self.process.returncode

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop(signal.SIGKILL)


@pytest.fixture(scope="session")
def dynabox():
    with Dynabox() as server:
        yield server
        assert server.stop() == 0


@pytest.fixture(scope="session")
def client(dynabox):
    return dynabox.client()


@pytest.fixture(scope="session")
def streams(dynabox):
    return dynabox.client("dynamodbstreams")


@pytest.fixture
def name():
    return f"things-{next(_numbers)}"


def wait_for(client, waiter, name):
    client.get_waiter(waiter).wait(TableName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})


def create_table(client, name, **options):
    client.create_table(
        **{
            "TableName": name,
            "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [
                {"AttributeName": "pk", "KeyType": "HASH"},
                {"AttributeName": "sk", "KeyType": "RANGE"},
            ],
            "AttributeDefinitions": [
                {"AttributeName": "pk", "AttributeType": "S"},
                {"AttributeName": "sk", "AttributeType": "N"},
                {"AttributeName": "by", "AttributeType": "S"},
            ],
            "GlobalSecondaryIndexes": [
                {
                    "IndexName": "index",
                    "KeySchema": [{"AttributeName": "by", "KeyType": "HASH"}],
                    "Projection": {"ProjectionType": "ALL"},
                }
            ],
            **options,
        })
    wait_for(client, "table_exists", name)


@pytest.fixture
def table_name(client, name):
    """A table with pk (S), sk (N) and a global index on by (S)."""
    create_table(client, name)
    return name


@pytest.fixture
def table(dynabox, table_name):
    return dynabox.resource().Table(table_name)
