"""Random requests, most of them right, some of them wrong in one place."""

import re

# Words that are reserved, or nearly so.
NAMES = {"#m": "map", "#set": "set", "#list": "list", "#l": "l"}

TABLES = [
    {
        "TableName": "first", "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": kind} for name, kind in [("p", "S"), ("s", "N"), ("g", "S"), ("l", "N")]
        ],
        "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}, {"AttributeName": "s", "KeyType": "RANGE"}],
        "GlobalSecondaryIndexes": [
            {
                "IndexName": "byG", "Projection": {"ProjectionType": "ALL"},
                "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}],
            },
        ],
        "LocalSecondaryIndexes": [
            {
                "IndexName": "byL", "Projection": {"ProjectionType": "KEYS_ONLY"},
                "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}, {"AttributeName": "l", "KeyType": "RANGE"}],
            },
        ],
    },
    {
        "TableName": "second", "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}],
    },
]


class Requests:
    WRITES = {"PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"}

    def __init__(self, random):
        self.random = random

    def next(self):
        kinds = [
            (self.put, 6), (self.update, 8), (self.delete, 2), (self.get, 4), (self.query, 8), (self.scan, 4),
            (self.batch_get, 2), (self.batch_write, 2), (self.transact_write, 3), (self.transact_get, 1),
        ]
        make = self.random.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]
        return make()

    # Values

    def chance(self, probability):
        return self.random.random() < probability

    def string(self):
        return {"S": self.random.choice(["", "a", "b", "ab", "abc", "é", "Z", "0"])}

    def number(self):
        return {"N": self.random.choice(["0", "1", "-1", "2", "10", "1.5", "100", "-7.25", "1e3", "0.001"])}

    def scalar(self):
        return self.random.choice([
            self.string, self.number, lambda: {"BOOL": self.chance(0.5)}, lambda: {"NULL": True}, lambda: {"B": b"\x01\xff"},
        ])()

    def value(self, depth=2):
        if depth and self.chance(0.3):
            return self.random.choice([
                lambda: {"L": [self.value(depth - 1) for _ in range(self.random.randrange(4))]},
                lambda: {"M": {name: self.value(depth - 1) for name in self.random.sample("abc", self.random.randrange(3))}},
                lambda: {"SS": self.random.sample(["x", "y", "z"], self.random.randint(1, 3))},
                lambda: {"NS": self.random.sample(["1", "2", "30"], self.random.randint(1, 3))},
            ])()
        return self.scalar()

    def key(self, table):
        key = {"p": {"S": self.random.choice(["p1", "p2", "p3"])}}
        if table == "first":
            key["s"] = {"N": str(self.random.randrange(6))}
        if self.chance(0.02):
            key["extra"] = self.string()
        if self.chance(0.02):
            key.pop("p")
        return key

    def item(self, table):
        item = self.key(table)
        for name in self.random.sample(["a", "b", "c", "n", "list", "map", "set"], self.random.randrange(6)):
            item[name] = self.value_for(name)
        if table == "first" and self.chance(0.6):
            item["g"] = {"S": self.random.choice(["g1", "g2"])} if self.chance(0.97) else self.number()
        if table == "first" and self.chance(0.6):
            item["l"] = {"N": str(self.random.randrange(5))}
        return item

    def value_for(self, name):
        if name == "n":
            return self.number()
        if name == "list":
            return {"L": [self.value(1) for _ in range(self.random.randrange(4))]}
        if name == "map":
            return {"M": {key: self.value(1) for key in self.random.sample("abc", self.random.randrange(4))}}
        if name == "set":
            return {"SS": self.random.sample(["x", "y", "z"], self.random.randint(1, 3))}
        return self.value()

    def table(self):
        return self.random.choice(["first", "first", "second"]) if self.chance(0.99) else "missing"

    # Expressions

    def path(self):
        return self.random.choice(["a", "b", "c", "n", "#list[0]", "#list[1]", "#m.a", "#m.b.c", "#set", "p", "g", "#l"])

    def condition(self, values, depth=1):
        def placeholder(value):
            name = f":v{len(values)}"
            values[name] = value
            return name

        path = self.path()
        kind = self.random.randrange(11 if depth else 9)
        if kind == 0:
            return f"attribute_exists({path})"
        if kind == 1:
            return f"attribute_not_exists({path})"
        if kind == 2:
            low, high = sorted([self.random.randrange(9), self.random.randrange(9)])
            return f"{path} BETWEEN {placeholder({'N': str(low)})} AND {placeholder({'N': str(high)})}"
        if kind == 3:
            candidates = ", ".join(placeholder(self.scalar()) for _ in range(self.random.randint(1, 3)))
            return f"{path} IN ({candidates})"
        if kind == 4:
            return f"begins_with({path}, {placeholder({'S': self.random.choice(['a', 'p', 'x'])})})"
        if kind == 5:
            return f"contains({path}, {placeholder(self.random.choice([self.string, self.number])())})"
        if kind == 6:
            return f"size({path}) {self.comparator()} {placeholder({'N': str(self.random.randrange(4))})}"
        if kind == 7:
            kinds = ["S", "N", "L", "M", "SS", "BOOL", "NULL"]
            return f"attribute_type({path}, {placeholder({'S': self.random.choice(kinds)})})"
        if kind == 8:
            return f"{path} {self.comparator()} {placeholder(self.value(1))}"
        if kind == 9:
            return f"NOT {self.condition(values, 0)}"
        joint = self.random.choice(["AND", "OR"])
        return f"({self.condition(values, 0)}) {joint} {self.condition(values, 0)}"

    def comparator(self):
        return self.random.choice(["=", "<>", "<", "<=", ">", ">="])

    def finish(self, parameters, values, *expressions):
        """Adds the placeholders that the expressions use."""
        text = " ".join(expressions)
        names = {name: real for name, real in NAMES.items() if re.search(name + r"\b", text)}
        if self.chance(0.01):
            names["#unused"] = "x"
        if names:
            parameters["ExpressionAttributeNames"] = names
        if values:
            parameters["ExpressionAttributeValues"] = values
        return parameters

    # Requests

    def put(self):
        table, values = self.table(), {}
        parameters = {"TableName": table, "Item": self.item(table)}
        condition = ""
        if self.chance(0.4):
            condition = parameters["ConditionExpression"] = self.condition(values)
        if self.chance(0.5):
            parameters["ReturnValues"] = self.random.choice(["ALL_OLD", "NONE"])
        return "PutItem", self.finish(parameters, values, condition)

    def update_parts(self, table):
        values = {}

        def placeholder(value):
            name = f":u{len(values)}"
            values[name] = value
            return name

        targets = self.random.sample(["a", "b", "n", "#list", "#m.a", "#m.c", "#list[0]", "#list[5]", "#set", "#l"], 4)
        sets = []
        for target in targets[: self.random.randrange(3)]:
            kind = self.random.randrange(5)
            if kind == 0:
                sets.append(f"{target} = if_not_exists({self.path()}, {placeholder(self.value(1))})")
            elif kind == 1:
                sets.append(f"{target} = n {self.random.choice('+-')} {placeholder(self.number())}")
            elif kind == 2:
                sets.append(f"{target} = list_append(#list, {placeholder({'L': [self.scalar()]})})")
            elif kind == 3:
                sets.append(f"{target} = {self.path()}")
            else:
                sets.append(f"{target} = {placeholder(self.number() if target == '#l' else self.value(1))}")
        clauses = ["SET " + ", ".join(sets)] if sets else []
        if self.chance(0.3):
            clauses.append(f"REMOVE {targets[2]}")
        if self.chance(0.2):
            clauses.append(f"ADD n {placeholder(self.number())}")
        if self.chance(0.2):
            clauses.append(f"{self.random.choice(['ADD', 'DELETE'])} #set {placeholder({'SS': ['x']})}")
        if not clauses:
            clauses = [f"SET b = {placeholder(self.string())}"]
        return {"TableName": table, "Key": self.key(table), "UpdateExpression": " ".join(clauses)}, values

    def update(self):
        parameters, values = self.update_parts(self.table())
        condition = ""
        if self.chance(0.3):
            condition = parameters["ConditionExpression"] = self.condition(values)
        parameters["ReturnValues"] = self.random.choice(["ALL_NEW", "ALL_OLD", "UPDATED_NEW", "UPDATED_OLD", "NONE"])
        return "UpdateItem", self.finish(parameters, values, parameters["UpdateExpression"], condition)

    def delete(self):
        table, values = self.table(), {}
        parameters = {"TableName": table, "Key": self.key(table), "ReturnValues": "ALL_OLD"}
        condition = ""
        if self.chance(0.4):
            condition = parameters["ConditionExpression"] = self.condition(values)
        return "DeleteItem", self.finish(parameters, values, condition)

    def get(self):
        table = self.table()
        parameters = {"TableName": table, "Key": self.key(table), "ConsistentRead": True}
        projection = ""
        if self.chance(0.4):
            paths = self.random.sample(["a", "b", "n", "#list[1]", "#m.a", "p", "#l"], self.random.randint(1, 3))
            projection = parameters["ProjectionExpression"] = ", ".join(paths)
        return "GetItem", self.finish(parameters, {}, projection)

    def query(self):
        values = {}
        kind = self.random.choice(["table", "byG", "byL"])
        if kind == "byG":
            values[":p"] = {"S": self.random.choice(["g1", "g2"])}
            condition, sort = "g = :p", "#l"
        else:
            values[":p"] = {"S": self.random.choice(["p1", "p2", "p3", "p9"])}
            condition, sort = "p = :p", "s" if kind == "table" else "#l"
        if self.chance(0.6):
            bounds = sorted([self.random.randrange(6), self.random.randrange(6)])
            values[":low"] = {"N": str(bounds[0])}
            if self.chance(0.4):
                values[":high"] = {"N": str(bounds[1])}
                condition += f" AND {sort} BETWEEN :low AND :high"
            else:
                condition += f" AND {sort} {self.random.choice(['=', '<', '<=', '>', '>='])} :low"
        parameters = {"TableName": "first", "KeyConditionExpression": condition}
        if kind != "table":
            parameters["IndexName"] = kind
        expressions = [condition]
        if self.chance(0.3):
            filter = self.condition(values)
            parameters["FilterExpression"] = filter
            expressions.append(filter)
        if self.chance(0.3):
            parameters["Limit"] = self.random.randint(1, 4)
        if self.chance(0.3):
            parameters["ScanIndexForward"] = False
        if self.chance(0.2):
            parameters["Select"] = "COUNT"
        return "Query", self.finish(parameters, values, *expressions)

    def scan(self):
        values, expressions = {}, []
        table = self.table()
        parameters = {"TableName": table}
        if table == "first" and self.chance(0.3):
            parameters["IndexName"] = self.random.choice(["byG", "byL"])
        if self.chance(0.6):
            parameters["FilterExpression"] = self.condition(values)
            expressions.append(parameters["FilterExpression"])
        if self.chance(0.2):
            parameters["Select"] = "COUNT"
        return "Scan", self.finish(parameters, values, *expressions)

    def batch_get(self):
        table = self.table()
        keys = [self.key(table) for _ in range(self.random.randint(1, 5))]
        return "BatchGetItem", {"RequestItems": {table: {"Keys": keys}}}

    def batch_write(self):
        table = self.table()
        writes = [
            {"PutRequest": {"Item": self.item(table)}} if self.chance(0.7) else {"DeleteRequest": {"Key": self.key(table)}}
            for _ in range(self.random.randint(1, 4))
        ]
        return "BatchWriteItem", {"RequestItems": {table: writes}}

    def transact_write(self):
        actions = []
        for _ in range(self.random.randint(1, 3)):
            table, values = self.table(), {}
            kind = self.random.choice(["Put", "Update", "Delete", "ConditionCheck"])
            if kind == "Put":
                action, texts = {"TableName": table, "Item": self.item(table)}, []
            elif kind == "Update":
                action, values = self.update_parts(table)
                texts = [action["UpdateExpression"]]
            else:
                action, texts = {"TableName": table, "Key": self.key(table)}, []
            if kind == "ConditionCheck" or self.chance(0.4):
                action["ConditionExpression"] = self.condition(values)
                texts.append(action["ConditionExpression"])
            actions.append({kind: self.finish(action, values, *texts)})
        return "TransactWriteItems", {"TransactItems": actions}

    def transact_get(self):
        tables = [self.table() for _ in range(self.random.randint(1, 3))]
        return "TransactGetItems", {"TransactItems": [{"Get": {"TableName": t, "Key": self.key(t)}} for t in tables]}
