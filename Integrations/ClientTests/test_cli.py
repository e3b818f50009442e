"""The AWS command line, told nothing but where the server is."""

import json
import os
import subprocess

from conftest import REGION


def aws(dynabox, *arguments):
    result = subprocess.run(
        ["aws", "dynamodb", *arguments, "--endpoint-url", dynabox.url, "--output", "json"], capture_output=True, text=True,
        env={
            **os.environ, "AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local", "AWS_DEFAULT_REGION": REGION,
            "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_PAGER": ""})
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout) if result.stdout.strip() else {}


def test_a_session_in_the_shell(dynabox, name):
    aws(
        dynabox, "create-table", "--table-name", name, "--billing-mode", "PAY_PER_REQUEST",
        "--attribute-definitions", "AttributeName=pk,AttributeType=S", "--key-schema", "AttributeName=pk,KeyType=HASH")
    key = '{"pk":{"S":"p"}}'
    aws(dynabox, "put-item", "--table-name", name, "--item", '{"pk":{"S":"p"},"v":{"N":"1"}}')
    updated = aws(
        dynabox, "update-item", "--table-name", name, "--key", key, "--update-expression", "ADD v :one",
        "--expression-attribute-values", '{":one":{"N":"1"}}', "--return-values", "ALL_NEW")
    assert updated["Attributes"]["v"] == {"N": "2"}
    assert aws(dynabox, "get-item", "--table-name", name, "--key", key)["Item"]["v"] == {"N": "2"}
    found = aws(
        dynabox, "query", "--table-name", name, "--key-condition-expression", "pk = :p",
        "--expression-attribute-values", '{":p":{"S":"p"}}')
    assert found["Count"] == 1
    assert name in aws(dynabox, "list-tables")["TableNames"]
    assert aws(dynabox, "scan", "--table-name", name)["Count"] == 1
    aws(dynabox, "delete-item", "--table-name", name, "--key", key)
    assert aws(dynabox, "describe-table", "--table-name", name)["Table"]["TableName"] == name
    aws(dynabox, "delete-table", "--table-name", name)
