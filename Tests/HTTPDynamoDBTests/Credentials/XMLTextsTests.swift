import Testing

@testable import HTTPDynamoDBCore

@Suite("XML") struct XMLTextsTests {
    @Test("Texts are found by their paths")
    func reads() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- <a> -->
            <a xmlns="https://sts.amazonaws.com/doc/2011-06-15/" b='>'>
              <b>1 &lt;&amp;&gt; &quot;&apos;&#65;&#x42;</b>
              <b>2</b><c/><d x = "/>" /><e><b>3</b ></e>
            </a>
            """
        let texts = try XMLTexts.read(Array(text.utf8))
        #expect(texts["a/b"] == "1 <&> \"'AB")
        #expect(texts["a/e/b"] == "3")
        #expect(texts["a/c"] == nil)
    }

    @Test(
        "What is not well-formed, or could reach outside of the document, is refused",
        arguments: [
            "", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>text", "<a b></a>", "<a b=c></a>", "<a b=\"></a>",
            "<a>&unknown;</a>",
            "<a>&#xD800;</a>", "<a>&amp</a>", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
            "<a><![CDATA[x]]></a>", "<a><!-- </a>", "<?xml", "<", "<a", "<a ", "< a/>",
            String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40),
        ])
    func refuses(text: String) {
        #expect(throws: XMLTexts.Malformed.self) { try XMLTexts.read(Array(text.utf8)) }
    }

    @Test("Bytes that are no UTF-8 are refused")
    func refusesBytes() {
        #expect(throws: XMLTexts.Malformed.self) { try XMLTexts.read(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) }
    }
}
