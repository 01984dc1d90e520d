import HealthRecord
import Testing

@testable import AccessRules

/// The matrix of professions is a dated, named part of a set, which an operator may put his own in place of (§ 2.1, § 11).
@Suite struct DatedMatrixTests {
    @Test(arguments: PolicySetTests.names)
    func everySetNamesItsMatrixAndSaysWhatStandsBehindIt(set: String) throws {
        let entry = try #require(House.book?.policySets[set]?[.professionMatrix])
        #expect(entry.value == .choice("order2023"))
        #expect(entry.date == CalendarDate(year: 2023, month: 10, day: 29))
        let isOfItsTime = set == "mes2026"
        #expect((entry.provenance == .statute) == isOfItsTime)
        #expect(entry.source.text.hasPrefix("UNVERIFIED for that era") == !isOfItsTime)
    }

    /// A matrix of 2011 in which physicians do not read class 10, named by a set of 2011.
    private func texts(naming name: String) throws -> RuleBook.Texts {
        var texts = try RuleBook.Texts.bundled()
        let set = String(decoding: try #require(texts.policySets["era2011.json"]), as: UTF8.self)
        let edited =
            set.replacing("\"id\": \"era2011\"", with: "\"id\": \"house\"")
            .replacing("\"value\": \"order2023\"", with: "\"value\": \"\(name)\"")
        texts.addedSets = ["house.json": Array(edited.utf8)]
        texts.addedProfessions = [
            "asip2011": texts.professions.replacing("G15_10,10,,,1,", with: "G15_10,10,,,0,")
                .replacing(
                    "G15_10,10,2.16.840.1.113883.6.1,11488-4,1,",
                    with: "G15_10,10,2.16.840.1.113883.6.1,11488-4,0,"
                )
        ]
        return texts
    }

    @Test func aSetsOwnMatrixDecides() throws {
        let book = try RuleBook(try texts(naming: "asip2011"))
        #expect(book.professionMatrices == ["asip2011", "order2023"])
        let actor = try House.care("10", specialty: "SM26")
        for (set, isRead) in [("era2011", true), ("house", false), ("mes2026", true)] {
            var policy = try House.policy(set: set)
            policy.authorisations = [House.leave(actor)]
            let read = try House.ask(.care(actor), .read, .document(House.document()), policy, book: book)
            #expect(read.isPermitted == isRead, "\(set): \(read.rule)")
            if !isRead { #expect(read.rule == .professionRefused && read.denial == .silent) }
        }
    }

    @Test func aMatrixThatIsNotThereStopsTheStart() throws {
        let texts = try texts(naming: "asip2012")
        #expect {
            try RuleBook(texts)
        } throws: { error in
            "\(error)".contains("matrix.professions in house.json") && "\(error)".contains("asip2011, order2023")
        }
        var twice = try self.texts(naming: "order2023")
        twice.addedProfessions["order2023"] = twice.professions
        #expect { try RuleBook(twice) } throws: { "\($0)".hasPrefix("contradiction") }
        // Nobody's matrix lets insurers in (CSP L1111-18).
        var insured = try self.texts(naming: "asip2011")
        insured.addedProfessions["asip2011", default: ""] += "ASSUR,10,LOINC,x,1,0,assumed,nobody\n"
        #expect { try RuleBook(insured) } throws: { "\($0)".contains("L1111-18") }
    }

    /// A set that no book has bound to its matrix defines nothing: what is not defined is refused.
    @Test func withoutABookNothingIsDefined() throws {
        let texts = try RuleBook.Texts.bundled()
        let set = try PolicySet(json: try #require(texts.policySets["mes2026.json"]), file: "mes2026.json")
        let book = try #require(House.book)
        let actor = try House.care("10", specialty: "SM26")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let decision = Decider(
            subject: .care(actor),
            act: .read,
            context: Context(policy: policy, now: House.now),
            ruleBook: book,
            set: set
        ).decide(.document(House.document()))
        #expect(decision.rule == .professionUndefined)
    }
}
