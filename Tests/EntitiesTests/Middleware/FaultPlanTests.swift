import Entities
import Testing

@Suite("Plans of faults")
struct FaultPlanTests {
    @Test func readsAllThatCanBeWritten() throws {
        let text = """
            {"seed": 7, "rules": [
              {"fault": "throttle", "operations": ["PutItem", "Query"], "tables": ["a", "b"], "request": 3},
              {"fault": "throttle", "code": "ThrottlingException", "probability": 0.25},
              {"fault": "internalServerError", "from": 2},
              {"fault": "serviceUnavailable", "through": 5},
              {"fault": "transactionConflict", "actions": [0, 2], "from": 2, "through": 3},
              {"fault": "transactionConflict"},
              {"fault": "transactionInProgress"},
              {"fault": "cutBatch", "share": 0.5},
              {"fault": "delay", "milliseconds": 20},
              {"fault": "connectionLost", "carriedOut": true},
              {"fault": "timeOut", "carriedOut": false}
            ]}
            """
        let plan = try FaultPlan(
            [
                FaultRule(.throttle(), operations: ["PutItem", "Query"], tables: ["a", "b"], requests: 3...3),
                FaultRule(.throttle(.throttling), probability: 0.25),
                FaultRule(.internalServerError, requests: 2...Int.max), FaultRule(.serviceUnavailable, requests: 1...5),
                FaultRule(.transactionConflict(actions: [0, 2]), requests: 2...3), FaultRule(.transactionConflict()),
                FaultRule(.transactionInProgress), FaultRule(.cutBatch(share: 0.5)),
                FaultRule(.delay(.milliseconds(20))), FaultRule(.connectionLost(isCarriedOut: true)),
                FaultRule(.timeOut(isCarriedOut: false)),
            ], seed: 7)
        #expect(try FaultPlan(json: Array(text.utf8)) == plan)
        #expect(try FaultPlan(json: Array("{}".utf8)) == FaultPlan([]))
    }

    /// Nothing is ignored, and every complaint says where.
    @Test(arguments: [
        (#"{"rule":[]}"#, "line 1: a plan has no member rule"),
        ("{\"seed\":1,\n\"rules\":[\n{\"fault\":\"delay\",\n\"millis\":1}]}", "line 4: a rule has no member millis"),
        ("{\"rules\":[\n{\"fault\":\"delay\",\n\"milliseconds\":1.5}]}", "line 3: "),
        ("{\"rules\":[\n{\"fault\":\"delay\",\n\"fault\":\"delay\"}]}", "line 3: fault is there twice"),
        ("{\"rules\":[\n{\"fault\":\"delay\"", "line 2: "), ("", "line 1: "),
        (#"{"rules":[{"fault":"throttle"},{}]}"#, "rule 2: a rule needs a fault"),
        (#"{"rules":[{"fault":"crash"}]}"#, "rule 1: there is no fault crash"),
        (
            #"{"rules":[{"fault":"throttle","code":"Throttled"}]}"#,
            "rule 1: Throttled is no code for throttling, which are ProvisionedThroughputExceededException, "
                + "ThrottlingException, RequestLimitExceeded"
        ),
        (#"{"rules":[{"fault":"throttle","share":0.5}]}"#, "rule 1: throttle has no share"),
        (#"{"rules":[{"fault":"delay"}]}"#, "rule 1: delay needs milliseconds"),
        (#"{"rules":[{"fault":"delay","milliseconds":-1}]}"#, "rule 1: a delay is not negative"),
        (#"{"rules":[{"fault":"timeOut"}]}"#, "rule 1: timeOut needs carriedOut, true or false"),
        (#"{"rules":[{"fault":"cutBatch"}]}"#, "rule 1: cutBatch needs a share"),
        (
            #"{"rules":[{"fault":"cutBatch","share":1}]}"#,
            "rule 1: the share of a batch that is left unprocessed is above 0 and below 1, not 1.0"
        ),
        (
            #"{"rules":[{"fault":"cutBatch","share":0.5,"operations":["Query"]}]}"#,
            "rule 1: cutBatch cannot happen to Query, only to BatchGetItem, BatchWriteItem"
        ),
        (
            #"{"rules":[{"fault":"transactionConflict","actions":[1],"operations":["PutItem"]}]}"#,
            "rule 1: transactionConflict cannot happen to PutItem, only to TransactGetItems, TransactWriteItems"
        ),
        (
            #"{"rules":[{"fault":"transactionConflict","actions":[100]}]}"#,
            "rule 1: the actions of a transaction are counted from 0 to 99"
        ),
        (#"{"rules":[{"fault":"throttle","operations":["Put"]}]}"#, "rule 1: there is no operation Put"),
        (#"{"rules":[{"fault":"throttle","request":0}]}"#, "rule 1: there is no request from 0 through 0"),
        (#"{"rules":[{"fault":"throttle","from":3,"through":2}]}"#, "rule 1: there is no request from 3 through 2"),
        (#"{"rules":[{"fault":"throttle","request":1,"from":1}]}"#, "rule 1: either request, or from and through"),
        (#"{"rules":[{"fault":"throttle","probability":1.5}]}"#, "rule 1: a probability is from 0 to 1, not 1.5"),
    ])
    func refusals(_ text: String, _ message: String) throws {
        let error = try #require(throws: FaultPlanError.self) { try FaultPlan(json: Array(text.utf8)) }
        #expect(error.description.hasPrefix(message), "\(error)")
    }

    @Test func rulesThatMakeNoSenseAreRefusedAsValues() throws {
        let error = try #require(throws: FaultPlanError.self) {
            try FaultPlan([FaultRule(.internalServerError), FaultRule(.throttle(), requests: 0...1)])
        }
        #expect(error == FaultPlanError(rule: 2, "requests are counted from 1"))
    }
}
