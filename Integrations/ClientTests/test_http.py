"""What goes over the wire besides JSON."""

import binascii
import gzip

import botocore
import requests
from botocore.auth import SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from conftest import REGION


def post(dynabox, body, headers=None, **options):
    request = AWSRequest(
        "POST", dynabox.url + "/",
        headers={
            "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "DynamoDB_20120810.ListTables",
            **(headers or {})},
        data=body)
    botocore.auth.SigV4Auth(Credentials("local", "secret"), "dynamodb", REGION).add_auth(request)
    return requests.post(request.url, headers=dict(request.headers), data=body, **options)


def test_headers(dynabox):
    answer = post(dynabox, "{}")
    assert answer.status_code == 200
    assert int(answer.headers["x-amz-crc32"]) == binascii.crc32(answer.content)
    assert answer.headers["Content-Type"] == "application/x-amz-json-1.0"
    assert len(answer.headers["x-amzn-RequestId"]) == 52


def test_packed_both_ways(dynabox, table):
    table.put_item(Item={"pk": "p", "sk": 1, "x": "x" * 10_000})
    body = b'{"TableName":"%s"}' % table.name.encode()
    answer = post(
        dynabox, gzip.compress(body),
        {"Content-Encoding": "gzip", "Accept-Encoding": "gzip", "X-Amz-Target": "DynamoDB_20120810.Scan"}, stream=True)
    packed = answer.raw.read(decode_content=False)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert int(answer.headers["x-amz-crc32"]) == binascii.crc32(packed)
    assert b"x" * 10_000 in gzip.decompress(packed)


def test_boto3_can_pack_requests(dynabox, table, monkeypatch):
    client = dynabox.client(request_min_compression_size_bytes=1)
    # The model is one for all clients of the process: what is set here is taken back.
    for operation in client.meta.service_model._service_description["operations"].values():
        monkeypatch.setitem(operation, "requestcompression", {"encodings": ["gzip"]})
    client.put_item(TableName=table.name, Item={"pk": {"S": "p"}, "sk": {"N": "1"}, "x": {"S": "x" * 10_000}})
    assert len(table.get_item(Key={"pk": "p", "sk": 1})["Item"]["x"]) == 10_000


def test_health(dynabox):
    assert requests.get(dynabox.url).text == f"healthy: dynamodb.{REGION}.amazonaws.com "
    health = requests.get(dynabox.url + "/healthz").json()
    assert health["status"] == "healthy" and health["tables"] >= 0


def test_what_is_not_signed_is_refused(dynabox):
    answer = requests.post(
        dynabox.url, data="{}",
        headers={"Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "DynamoDB_20120810.ListTables"})
    assert answer.json()["__type"] == "com.amazon.coral.service#MissingAuthenticationTokenException"


def test_a_deeply_nested_body_harms_nobody(dynabox, client):
    answer = post(dynabox, '{"a":' * 100_000 + "{}" + "}" * 100_000)
    assert answer.status_code in (200, 400)
    client.list_tables()
