"""Why moto answers otherwise than DynamoDB does: each difference with what AWS's documentation says.

A rule looks at one request, dynabox's answer and moto's, and holds only for the difference that it names. Addresses are below
https://docs.aws.amazon.com/amazondynamodb/latest/.
"""

import re
from decimal import Decimal


def reason(operation, parameters, mine, other):
    """The first rule that explains the difference; `None` where none does."""
    for text, holds in RULES:
        if holds(Case(operation, parameters, mine, other)):
            return text
    return None


def reason_for_storage(operation, parameters, missing, extra):
    """Why moto holds something else after a write that both took: items that it lacks, and items that it has too many."""
    if plain(missing) == plain(extra):
        return NUMBERS
    if not missing and any(removes_only(update) for update in updates(operation, parameters)):
        return "an update that has nothing to remove from makes no item (APIReference/API_UpdateItem.html)"
    return None


def updates(operation, parameters):
    """The expressions of all updates in a request."""
    actions = [action.get("Update", {}) for action in parameters.get("TransactItems", [])]
    return [part["UpdateExpression"] for part in [parameters, *actions] if "UpdateExpression" in part]


def removes_only(update):
    return "SET" not in update and "ADD" not in update


class Case:
    def __init__(self, operation, parameters, mine, other):
        self.operation, self.parameters, self.mine, self.other = operation, parameters, mine, other
        self.text = repr(parameters)

    def refuses(self, *messages):
        """Whether dynabox refuses the request for this reason, and moto does not see it."""
        return self.mine.get("error") == "ValidationException" and any(
            message in self.mine["message"] for message in messages)

    @property
    def both_answer(self):
        return "error" not in self.mine and "error" not in self.other


def crashed(case):
    """moto answers 500, or shows the name of a Python exception as a cancellation reason."""
    python = {"KeyError", "TypeError", "ValueError", "AttributeError", "IndexError", "InvalidOperation"}
    return case.other.get("error") in ("500", "InternalServerError") or bool(python & set(case.other.get("reasons", [])))


def plain(value):
    """Numbers by their value."""
    if isinstance(value, dict):
        if set(value) == {"N"}:
            return {"N": str(Decimal(value["N"]).normalize())}
        if set(value) == {"NS"}:
            return {"NS": sorted(str(Decimal(number).normalize()) for number in value["NS"])}
        return {key: plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [plain(child) for child in value]
    return value


def spelling_of_numbers(case):
    return case.both_answer and case.mine != case.other and plain(case.mine) == plain(case.other)


def without(answer, *names):
    return plain({key: value for key, value in answer.items() if key not in names})


def keys_among_updated(case):
    if case.operation != "UpdateItem" or not case.both_answer or "UPDATED" not in case.parameters.get("ReturnValues", ""):
        return False
    mine, other = plain(case.mine.get("Attributes", {})), plain(case.other.get("Attributes", {}))
    return mine == {key: value for key, value in other.items() if key not in ("p", "s")}


def updated_paths_only(case):
    """moto returns whole attributes where a path inside was updated."""
    if case.operation != "UpdateItem" or not case.both_answer or "UPDATED" not in case.parameters.get("ReturnValues", ""):
        return False
    return bool(re.search(r"#m\.|#list\[", case.parameters["UpdateExpression"]))


def counts_with_items(case):
    return (case.both_answer and case.parameters.get("Select") == "COUNT" and "Items" not in case.mine
            and without(case.mine) == without(case.other, "Items"))


def last_key_at_limit(case):
    return (case.both_answer and "Limit" in case.parameters and "LastEvaluatedKey" in case.mine
            and case.mine["ScannedCount"] == case.parameters["Limit"]
            and without(case.mine, "LastEvaluatedKey") == without(case.other, "LastEvaluatedKey"))


def ties(case):
    """Items with one key in a global index: the service gives no order, and a page may end between them."""
    if not case.both_answer or case.parameters.get("IndexName") != "byG":
        return False
    ends = [plain(answer.get("LastEvaluatedKey", {})) for answer in (case.mine, case.other)]
    if "Limit" in case.parameters and ends[0] != ends[1] and [end.get("l") for end in ends].count(ends[0].get("l")) == 2:
        return True
    if case.mine["Count"] != case.other["Count"]:
        return False
    mine, other = case.mine.get("Items", []), case.other.get("Items", [])
    return [(item["g"], item["l"]) for item in mine] == [(item["g"], item["l"]) for item in other] and (
        "Limit" in case.parameters or sorted(map(repr, plain(mine))) == sorted(map(repr, plain(other))))


def filter_beyond_local_index(case):
    """moto looks only at what the index holds."""
    return case.both_answer and case.parameters.get("IndexName") == "byL" and "FilterExpression" in case.parameters


def canceled_for_validation(case):
    return case.operation.startswith("Transact") and "ValidationError" in case.mine.get("reasons", [])


def uses_unseen_name(case):
    return "error" not in case.mine and "unused in expressions" in case.other.get("message", "") and "[" in case.text


def reads_key(case):
    return "error" not in case.mine and "Cannot update attribute" in case.other.get("message", "")


def truth_as_number(case):
    """To moto as to Python, true is 1."""
    return case.both_answer and "'BOOL'" in case.text and case.mine.get("Count", 0) < case.other.get("Count", 0)


def zero_as_nothing(case):
    """To moto, a number that is 0 is no bound and no value."""
    return case.both_answer and re.search(r"BETWEEN", case.text) and "{'N': '0'}" in repr(plain(case.parameters)) + repr(case.mine)


def removes_nothing(case):
    return ("error" not in case.mine and "REMOVE #" in case.text
            and "document path provided in the update expression is invalid" in case.other.get("message", ""))


def invalid_filter(case):
    return "error" not in case.mine and "Invalid filter expression" in case.other.get("message", "")


def compares_with_null(case):
    """An attribute that is not there is not NULL."""
    return "'NULL': True" in case.text and case.mine.get("Count", 0) <= case.other.get("Count", 0)


def missing_attribute(case):
    """moto refuses a function of an attribute that an item lacks."""
    return "Invalid attribute name" in case.other.get("message", "")


def order_of_errors(case):
    """Both refuse, for different reasons: the request before its meaning, its form before the table, the table before the item."""
    rank = {"ValidationException": 0, "ResourceNotFoundException": 1, "TransactionCanceledException": 2,
            "ConditionalCheckFailedException": 2}
    mine, other = rank.get(case.mine.get("error")), rank.get(case.other.get("error"))
    return mine is not None and other is not None and mine < other


NUMBERS = "numbers are trimmed and without exponent (developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number)"

RULES = [
    ("moto fails with an exception of its own; DynamoDB never answers so (APIReference/CommonErrors.html)", crashed),
    (NUMBERS, spelling_of_numbers),
    ("COUNT returns the number of items rather than the items (APIReference/API_Scan.html, Select)", counts_with_items),
    ("a page that ends at the limit has a last key, even if nothing follows (APIReference/API_Query.html, LastEvaluatedKey)",
     last_key_at_limit),
    ("UPDATED_NEW and UPDATED_OLD return updated attributes only, and keys cannot be updated (APIReference/API_UpdateItem.html)",
     keys_among_updated),
    ("UPDATED_NEW and UPDATED_OLD return what stands at the updated paths (APIReference/API_UpdateItem.html, ReturnValues)",
     updated_paths_only),
    ("reserved words need a placeholder (developerguide/ReservedWords.html)",
     lambda case: case.refuses("Attribute name is a reserved keyword")),
    ("one batch or transaction cannot have an item twice (APIReference/API_BatchWriteItem.html, API_TransactGetItems.html)",
     lambda case: case.refuses("contains duplicates", "cannot include multiple operations on one item")),
    ("a filter cannot name the key of what is queried (developerguide/Query.FilterExpression.html)",
     lambda case: case.refuses("Filter Expression can only contain non-primary key attributes")),
    ("operands must have a type that the operator or function takes (developerguide/Expressions.OperatorsAndFunctions.html)",
     lambda case: case.refuses("Incorrect operand type for operator or function", "operator requires same data type",
                               "Type mismatch for", "An operand in the update expression has an incorrect data type")),
    ("a key has exactly the attributes of the schema (APIReference/API_GetItem.html, Key)",
     lambda case: case.refuses("key element does not match the schema", "Missing the key")),
    ("an index's key attribute must have the type of its definition (developerguide/GSI.html#GSI.ThroughputConsiderations.Writes)",
     lambda case: case.refuses("Type mismatch for Index Key", "attempted to update the secondary index key to unsupported type")),
    ("all placeholders must be used (developerguide/Expressions.ExpressionAttributeNames.html)",
     lambda case: case.refuses("unused in expressions", "can only be specified when using expressions")),
    ("an update cannot change paths that overlap (developerguide/Expressions.UpdateExpressions.html)",
     lambda case: case.refuses("Two document paths")),
    ("a path that is set must have a parent (developerguide/Expressions.UpdateExpressions.html#Expressions.UpdateExpressions.SET)",
     lambda case: case.refuses("document path provided in the update expression is invalid",
                               "refers to an attribute that does not exist in the item")),
    ("an attribute that an item lacks makes a comparison false, and is no NULL (developerguide/Expressions.OperatorsAndFunctions.html)",
     compares_with_null),
    ("a function of an attribute that an item lacks is no error (developerguide/Expressions.OperatorsAndFunctions.html)",
     missing_attribute),
    ("values of different types are not equal (developerguide/Expressions.OperatorsAndFunctions.html)", truth_as_number),
    ("0 is a value, and a bound of BETWEEN (developerguide/Expressions.OperatorsAndFunctions.html)", zero_as_nothing),
    ("items with one key in a global index have no order (developerguide/GSI.html)", ties),
    ("what a local index lacks is fetched from the table (developerguide/LSI.html#LSI.Projections)", filter_beyond_local_index),
    ("an action that is not valid cancels its transaction (APIReference/API_TransactWriteItems.html, ValidationError)",
     canceled_for_validation),
    ("placeholders count as used in front of an index, too (developerguide/Expressions.Attributes.html)", uses_unseen_name),
    ("key attributes can be read in an update (developerguide/Expressions.UpdateExpressions.html)", reads_key),
    ("REMOVE does nothing where there is nothing (developerguide/Expressions.UpdateExpressions.html#Expressions.UpdateExpressions.REMOVE)",
     removes_nothing),
    ("size takes any path (developerguide/Expressions.OperatorsAndFunctions.html)", invalid_filter),
    ("a request is validated before the table is looked up, and that before conditions (APIReference/CommonErrors.html)",
     order_of_errors),
]
