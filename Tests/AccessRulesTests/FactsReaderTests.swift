import Foundation
import HealthRecord
import Testing

@testable import AccessRules

/// Facts that do not read as they were written are refused, each part: a trace that was meddled with decides nothing.
@Suite struct FactsReaderTests {
    @Test(arguments: ["", "5", "5:", "5:abcd", ":abc", "x:abc", "-1:a", "123456789:a", "2:é"])
    func aFieldHasItsLengthBeforeIt(text: String) throws {
        var reader = FactsReader(text)
        if text == "2:é" {
            #expect(try reader.take() == "é")
        } else {
            #expect(throws: FactsFault.self) { try reader.take() }
        }
    }

    @Test func nothingMayFollow() throws {
        var reader = FactsReader("1:ab")
        #expect(try reader.take() == "a")
        #expect(throws: FactsFault.self) { try reader.finish() }
    }

    /// A policy as the writer writes it, with one field put in another's place.
    private func policy(_ edit: (inout [String]) -> Void) throws -> PolicyFacts {
        var policy = try House.policy()
        policy.refusesFeeding = true
        let nurse = try House.care("60")
        policy.closures = [
            CategoryClosure(profession: "60", category: "10"), CategoryClosure(profession: "60", category: "11"),
        ]
        var writer = FactsWriter()
        writer.put(PolicyFacts(policy, concerning: .care(nurse), .record, nil))
        var reader = FactsReader(writer.text)
        var fields: [String] = []
        while let field = try? reader.take() { fields.append(field) }
        edit(&fields)
        var edited = FactsWriter()
        for field in fields { edited.put(field) }
        var again = FactsReader(edited.text)
        let read = try again.policy()
        try again.finish()
        return read
    }

    /// Wishes, objection and closures as bits, then the closures: `00011`, `2`, `60`, `10`, `60`, `11`.
    @Test func theBitsSayWhatFollows() throws {
        let whole = try policy { fields in #expect(fields.suffix(6) == ["00011", "2", "60", "10", "60", "11"]) }
        #expect(whole.refusesFeeding == true && whole.closures?.count == 2)
        func fails(_ edit: @escaping (inout [String]) -> Void) -> Bool { (try? policy(edit)) == nil }
        func bits(_ text: String) -> Bool { fails { $0[$0.count - 6] = text } }
        for text in ["", "00", "000110", "0001x", "00010", "20011"] { #expect(bits(text), "\(text)") }
        #expect(!bits("11111"))
        #expect(fails { $0.replaceSubrange(($0.count - 5)..., with: ["0"]) })
        #expect(fails { $0[$0.count - 1] = "10" })
        for text in ["00010", "000000", "000110"] {
            #expect(fails { $0.replaceSubrange(($0.count - 6)..., with: [text]) })
        }
        let short = try policy { $0.replaceSubrange(($0.count - 6)..., with: ["010"]) }
        #expect(short.emergency.refusesRegulation && short.refusesFeeding == nil && short.closures == nil)
        let objection = try policy { $0.replaceSubrange(($0.count - 6)..., with: ["0001"]) }
        #expect(objection.refusesFeeding == true && objection.closures == nil)
    }

    /// A respite goes into the trace of what it can hold back, and of nothing else: no trace grows by what does not count.
    @Test func aRespiteIsKeptWithWhatItHoldsBack() throws {
        var policy = try House.policy()
        let today = House.now.date
        policy.announcementGrace = try #require(
            House.book?.policySets["mes2026"]?.announcementGrace(from: nil, since: today)
        )
        for (resource, isKept) in [
            (Resource.document(House.document(.hiddenFromPatient, hiddenSince: House.now)), true),
            (.document(House.document(.maskedToProfessionals)), false), (.record, false),
        ] {
            let facts = PolicyFacts(policy, concerning: House.holder, resource, nil)
            #expect((facts.grace != nil) == isKept)
        }
    }

    @Test func theFirstFormIsReadAndALaterOneIsNot() throws {
        let book = try #require(House.book)
        let context = Context(policy: try House.policy(), now: House.now)
        let facts = try #require(
            DecisionFacts(
                subject: House.holder,
                act: .signIn,
                resource: .record,
                context: context,
                ruleBook: book
            )
        )
        let json = String(decoding: try JSONEncoder().encode(facts), as: UTF8.self)
        for (form, isKnown) in [(0, false), (1, true), (2, true), (3, true), (4, false)] {
            let read = try DecisionFacts(text: json.replacing("\"v\":3", with: "\"v\":\(form)"))
            #expect(read.form == form)
            if isKnown {
                #expect(try read.replay(in: book).isPermitted)
            } else {
                #expect(throws: ReplayError.unknownForm(form)) { try read.replay(in: book) }
            }
        }
    }
}
