package import Codegen

/// A call, and what ElectroDB asks for.
package struct VectorCase: Sendable, CustomStringConvertible {
    package enum Operation: String, Sendable {
        case put, create, upsert, get, delete, update, patch, query, scan, collection
    }

    package let id: String
    /// The models that it is about: one, or those that a collection's service consists of.
    package let models: [String]
    package let operation: Operation
    package let accessPattern: String?
    package let collection: String?
    package let rules: [String]
    /// By names of attributes.
    package let input: JSONTree
    /// What `composite()` is given.
    package let composite: JSONTree
    /// The range operation, if there is one.
    package let range: Range?
    /// By names of fields.
    package let expect: JSONTree

    /// `{"operator": "between", "from": {"rank": 1}, "to": {"rank": 5}}`
    package struct Range: Sendable {
        package enum Operator: String, Sendable {
            case begins, gt, gte, lt, lte, between
        }

        package let `operator`: Operator
        package let from: JSONTree
        package let to: JSONTree
    }

    package var description: String { id }

    /// The code of the error that is expected, if one is.
    package var expectedError: Int? {
        if case .number(let digits)? = expect["error"] { Int(digits) } else { nil }
    }

    init(_ value: PlacedValue) throws(ImportError) {
        id = try value.required("id").string()
        if let several = value["models"] {
            models = try several.strings()
        } else {
            models = [try value.required("model").string()]
        }
        operation = try value.required("operation").word(Operation.self, of: "an operation of ElectroDB's")
        accessPattern = try value["accessPattern"]?.string()
        collection = try value["collection"]?.string()
        rules = try value["rules"]?.strings() ?? []
        input = try value.required("input").tree
        composite = value["composite"]?.tree ?? .object([])
        expect = try value.required("expect").tree
        guard let range = value["sortKey"] else {
            self.range = nil
            return
        }
        self.range = Range(
            operator: try range.required("operator").word(Range.Operator.self, of: "a range operator"),
            from: try range.required("from").tree, to: range["to"]?.tree ?? .object([]))
    }
}
