import Entities
import Testing

@Suite("Views of packed items")
struct PackedMapTests {
    @Test("iterate by the bytes of the names and find each", arguments: 0..<30)
    func iteration(seed: UInt64) throws {
        var random = RandomValues(seed: seed)
        let attributes = try random.attributes()
        EncodedItem(attributes).withPacked { map in
            let names = map.map(\.nameText)
            #expect(names == attributes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            for entry in map {
                #expect(map[entry.name] == entry.value)
                #expect(entry.value.type == attributes[entry.nameText]?.type)
                #expect(entry.value.attributeValue == attributes[entry.nameText])
            }
            #expect(map.count == attributes.count)
        }
    }

    @Test("give the content of each type")
    func content() {
        let item: EncodedItem = [
            "b": .binary([1, 2]), "f": false, "l": ["x", 2], "m": ["k": "v"], "n": 42, "nil": .null,
            "ns": .numberSet([10, 9]), "s": "text", "ss": .stringSet(["b", "a"]), "t": true,
        ]
        item.withPacked { map in
            #expect(map["b"]?.binary == [1, 2])
            #expect(map["f"]?.bool == false)
            #expect(map["t"]?.bool == true)
            #expect(map["l"]?.list?.map(\.attributeValue) == ["x", 2])
            #expect(map["l"]?.list?[1]?.number == 2)
            #expect(map["l"]?.list?[2] == nil)
            #expect(map["l"]?.list?[-1] == nil)
            #expect(map["m"]?.map?["k"]?.string == "v")
            #expect(map["n"]?.number == 42)
            #expect(map["s"]?.string == "text")
            #expect(map["ss"]?.set?.map { String(decoding: $0, as: UTF8.self) } == ["a", "b"])
            #expect(map["ns"]?.set?.count == 2)
            let (s, n) = (map["s"], map["n"])
            #expect(s?.number == nil && s?.map == nil && s?.list == nil && s?.set == nil && s?.bool == nil)
            #expect(n?.string == nil && n?.binary == nil)
            #expect(map["zzz"] == nil && map[""] == nil && map["na"] == nil)
        }
    }

    @Test("a set knows its elements")
    func membership() {
        let elements: [AttributeValue] = [3, 5, 100]
        let item: EncodedItem = ["set": .numberSet([3, 5, 100])]
        for candidate: AttributeValue in elements + [0, 4, 101] {
            let packed = EncodedItem.packed(candidate)
            let isElement = packed.withUnsafeBufferPointer { candidate in
                item.withPacked { $0["set"]?.set?.contains(PackedValue(candidate).content) }
            }
            #expect(isElement == elements.contains(candidate))
        }
    }

    @Test(
        "order values as DynamoDB does",
        arguments: [
            ("a", "b"), ("a", "aa"), ("", "a"), ("Z", "a"), ("z", "ä"), (-10, -9), (-1, 0), (9, 10),
            (.binary([1]), .binary([1, 0])), (.binary([127]), .binary([128])),
        ] as [(AttributeValue, AttributeValue)])
    func order(lesser: AttributeValue, greater: AttributeValue) {
        let (left, right) = (EncodedItem.packed(lesser), EncodedItem.packed(greater))
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                let (left, right) = (PackedValue(left), PackedValue(right))
                #expect(left.order(to: right)?.signum() == -1)
                #expect(right.order(to: left)?.signum() == 1)
                #expect(left.order(to: left) == 0)
                #expect(left != right)
            }
        }
    }

    @Test(
        "do not order values of other types or of two types",
        arguments: [(1, "1"), (true, true), (["a"], ["a"]), (.null, .null)] as [(AttributeValue, AttributeValue)])
    func noOrder(left: AttributeValue, right: AttributeValue) {
        let (left, right) = (EncodedItem.packed(left), EncodedItem.packed(right))
        let order = left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { PackedValue(left).order(to: PackedValue($0)) }
        }
        #expect(order == nil)
    }
}
