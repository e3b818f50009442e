import Testing

@testable import Entities

@Suite("The casing of keys in ElectroDB's format")
struct KeyTextCasingTests {
    @Test(
        "Small letters are those of JavaScript's toLowerCase",
        arguments: [
            ("$PressRoom#tenantId_Acme", "$pressroom#tenantid_acme"), ("", ""), ("[@Z`{", "[@z`{"), ("İ", "i\u{307}"),
            ("GROẞE ß", "große ß"), ("ÎLE-DE-RÉ / 東京 🚲", "île-de-ré / 東京 🚲"), ("Cafe\u{301}", "cafe\u{301}"),
            // Final sigma: a cased letter before, none behind, with what has no case between.
            ("ΟΔΟΣ", "οδος"), ("ΕΛΛΆΣ#", "ελλάς#"), ("ΟΔΟΣ.", "οδος."), ("ΟΔΟΣ.Α", "οδοσ.α"),
            ("ΝΗΣΟΣ:R12!", "νησοσ:r12!"),
            ("Σ", "σ"), ("#Σ", "#σ"), ("ʰΣ", "ʰσ"), ("ΑʰΣ", "αʰς"), ("AΣ\u{345}", "aς\u{345}"),
            ("AΣ\u{345}B", "aσ\u{345}b"),
            ("ΣΣ ΣΣ", "σς σς"),
        ])
    func lowercased(text: String, result: String) {
        let key = KeyText(literal: text).lowercased()
        #expect(key.text.isIdentical(to: result))
        #expect(KeyText.lowercased(KeyText(literal: text)) == key)
        #expect(KeyText(literal: text).cased(.lowercased) == key)
    }

    @Test(
        "Capitals are those of JavaScript's toUpperCase",
        arguments: [
            ("$StayWell_guest#guestId_g-77", "$STAYWELL_GUEST#GUESTID_G-77"), ("", ""), ("@[`az{", "@[`AZ{"),
            ("Straße ﬁŉıǆ", "STRASSE FIʼNIǄ"), ("1e+21", "1E+21"), ("ᾳ", "ΑΙ"), ("οδος", "ΟΔΟΣ"),
            ("i\u{307}", "I\u{307}"),
        ])
    func uppercased(text: String, result: String) {
        let key = KeyText(literal: text).uppercased()
        #expect(key.text.isIdentical(to: result))
        #expect(KeyText.uppercased(KeyText(literal: text)) == key)
        #expect(KeyText(literal: text).cased(.uppercased) == key)
    }

    @Test("A key as written stays, and what is wrong with a key is kept", arguments: KeyTextCasing.allCases)
    func problems(casing: KeyTextCasing) {
        #expect(("Ab" as KeyText).cased(.asWritten) == "Ab")
        for text in ["Ab", "ÄÖ"] {
            let key: KeyText = "\(raw: text)\(raw: Double.nan)"
            #expect(key.cased(casing).problem == key.problem)
        }
    }
}
