"""A server with credentials lets in who has them, and nobody else."""

import pytest
import requests
from botocore.auth import SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from conftest import REGION, Dynabox


@pytest.fixture(scope="module")
def guarded():
    with Dynabox("--access-key-id", "AKIDEXAMPLE", env={"DYNABOX_SECRET_ACCESS_KEY": "geheim/+="}) as server:
        yield server


def test_the_right_credentials(guarded):
    guarded.client(key="AKIDEXAMPLE", secret="geheim/+=").list_tables()
    guarded.client("dynamodbstreams", key="AKIDEXAMPLE", secret="geheim/+=").list_streams()


@pytest.mark.parametrize(
    "credentials, error",
    [
        ({"key": "ANOTHER", "secret": "geheim/+="}, "UnrecognizedClientException.*The security token"),
        ({"key": "AKIDEXAMPLE", "secret": "another"}, "InvalidSignatureException.*The request signature we calculated"),
        ({"key": "AKIDEXAMPLE", "secret": "geheim/+=", "token": "x"}, "UnrecognizedClientException"),
    ])
def test_the_wrong_credentials(guarded, credentials, error):
    with pytest.raises(ClientError, match=error):
        guarded.client(**credentials).list_tables()


def test_temporary_credentials():
    with Dynabox("--access-key-id", "a", "--secret-access-key", "b", "--session-token", "c//+=") as server:
        server.client(key="a", secret="b", token="c//+=").list_tables()
        with pytest.raises(ClientError, match="UnrecognizedClientException"):
            server.client(key="a", secret="b").list_tables()


def test_a_signature_in_the_query_string(guarded):
    headers = {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "DynamoDB_20120810.ListTables"}
    request = AWSRequest("POST", guarded.url + "/", headers=headers)
    SigV4QueryAuth(Credentials("AKIDEXAMPLE", "geheim/+="), "dynamodb", REGION, expires=60).add_auth(request)
    # An empty body is what was signed, so it gets in and is then found to be no JSON.
    answer = requests.post(request.url, headers=dict(request.headers), data="")
    assert answer.json()["__type"].endswith("#SerializationException")
    answer = requests.post(request.url.replace("Expires=60", "Expires=61"), headers=dict(request.headers), data="")
    assert answer.json()["__type"].endswith("#InvalidSignatureException")


def test_a_signature_from_long_ago(guarded):
    answer = requests.post(
        guarded.url,
        headers={
            "X-Amz-Date": "20170101T010101Z", "X-Amz-Target": "DynamoDB_20120810.ListTables",
            "Authorization": "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/2/3/4/aws4_request SignedHeaders=host Signature=1"})
    assert answer.json()["message"].startswith("Signature expired: 20170101T010101Z is now earlier than ")


def test_options_that_do_not_go_together():
    with pytest.raises(RuntimeError, match="give one or the other"):
        Dynabox("--access-key-id", "a", "--secret-access-key", "b", "--allow-unsigned")
    with pytest.raises(RuntimeError, match="needs --secret-access-key"):
        Dynabox("--access-key-id", "a")
    with pytest.raises(RuntimeError, match="is no port"):
        Dynabox("--port", "70000")


def test_unsigned_requests_where_they_are_allowed():
    with Dynabox("--allow-unsigned") as server:
        headers = {"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "DynamoDB_20120810.ListTables"}
        assert requests.post(server.url, headers=headers, data="{}").json() == {"TableNames": []}
        server.client().list_tables()
