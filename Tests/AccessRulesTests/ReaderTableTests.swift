import HealthRecord
import Testing

@testable import AccessRules

/// Who sees a document under which visibility: the table of the reference, § 3.5, written here a second time.
@Suite struct ReaderTableTests {
    enum Reader: CaseIterable {
        case holder, guardianOfAdult, legalRepresentative, author, treating, authorised, emergency, emergencyOpening
    }

    /// Columns: `N`, masked, hidden from the patient, hidden from the representatives.
    static let table: [(Reader, String)] = [
        (.holder, "YY-Y"), (.guardianOfAdult, "YY--"), (.legalRepresentative, "YY--"), (.author, "YYYY"),
        (.treating, "YYYY"), (.authorised, "Y-YY"), (.emergency, "Y-YY"), (.emergencyOpening, "YYYY"),
    ]
    static let columns: [Visibility] = [
        [], .maskedToProfessionals, .hiddenFromPatient, .hiddenFromRepresentatives,
    ]

    private func decision(_ reader: Reader, _ act: Act, _ visibility: Visibility) throws -> Decision {
        let actor = try House.care("10", specialty: "SM26")
        var policy = try House.policy(reader == .legalRepresentative ? House.child : House.adult)
        var facts = House.document(visibility)
        var subject = Subject.care(actor)
        var mode = AccessMode.normal
        switch reader {
        case .holder: subject = House.holder
        case .guardianOfAdult: subject = House.representative(.guardian)
        case .legalRepresentative: subject = House.representative(.legalRepresentative)
        case .author: facts.relation = .author
        case .treating: policy.treatingPhysicians = [try House.person(1)]
        case .authorised: policy.authorisations = [House.leave(actor)]
        case .emergency: mode = .breakGlass(reason: "Coma")
        case .emergencyOpening:
            mode = .breakGlass(reason: "Coma")
            policy.emergency.opensMaskedDocuments = true
        }
        return try House.ask(subject, act, .document(facts), policy, mode: mode)
    }

    /// § 1.2, § 3.4, CSP L1111-16.
    @Test(arguments: table.indices, [Act.read, .search])
    func everyCell(row: Int, act: Act) throws {
        let (reader, cells) = Self.table[row]
        for (cell, visibility) in zip(cells, Self.columns) {
            let decision = try decision(reader, act, visibility)
            #expect(decision.isPermitted == (cell == "Y"), "\(reader) \(visibility.rawValue): \(decision.rule)")
            // What is hidden is silent, always.
            if cell == "-" { #expect(decision.denial == .silent) }
        }
    }

    @Test func warnsTheProfessionalOfWhatThePatientDoesNotSee() throws {
        let hidden = try decision(.authorised, .read, .hiddenFromPatient)
        #expect(hidden.obligations.contains(.warnHiddenFromPatient))
        let secret = try decision(.authorised, .read, .hiddenFromRepresentatives)
        #expect(secret.obligations.contains(.warnHiddenFromRepresentatives))
        #expect(!secret.obligations.contains(.warnHiddenFromPatient))
    }

    @Test func saysByWhatRightAMaskedDocumentIsSeen() throws {
        #expect(try decision(.author, .read, .maskedToProfessionals).rule == .maskedForAuthor)
        #expect(try decision(.treating, .read, .maskedToProfessionals).rule == .maskedForTreatingPhysician)
        #expect(try decision(.emergencyOpening, .read, .maskedToProfessionals).rule == .maskedInEmergency)
    }

    @Test func everyRefusalOnAMaskedDocumentIsSilent() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let masked = Resource.document(House.document(.maskedToProfessionals))
        for act in [Act.read, .search, .findReference, .mask, .unmask, .reveal, .archive, .restore, .delete] {
            #expect(try House.ask(.care(actor), act, masked, policy).denial == .silent, "\(act)")
        }
    }

    @Test func aStrangerIsRefusedAlikeForHiddenAndVisibleDocuments() throws {
        let actor = try House.care("10")
        let policy = try House.policy()
        for act in [Act.read, .search, .mask, .unmask, .archive] {
            let plain = try House.ask(.care(actor), act, .document(House.document()), policy)
            let masked = try House.ask(.care(actor), act, .document(House.document(.maskedToProfessionals)), policy)
            #expect(plain == masked, "\(act)")
        }
    }

    @Test func aColleagueOfTheAuthorDoesNotSeeThroughTheMask() throws {
        let actor = try House.care("10")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        let facts = House.document(.maskedToProfessionals, relation: .ownStructure)
        #expect(try House.ask(.care(actor), .read, .document(facts), policy).denial == .silent)
    }

    @Test func hiddenFromThePatientIsReleasedAfterOneMonth() throws {
        let policy = try House.policy()
        // Today is 31 March: what was hidden on 28 February is free, on 1 March not yet.
        for (month, day, isFree) in [(2, 27, true), (2, 28, true), (3, 1, false), (3, 31, false)] {
            let since = try #require(Instant(year: 2026, month: month, day: day))
            let facts = House.document(.hiddenFromPatient, hiddenSince: since)
            let decision = try House.ask(House.holder, .read, .document(facts), policy)
            #expect(decision.isPermitted == isFree, "\(month)-\(day)")
            let release = try House.ask(.system("calendar"), .reveal, .document(facts), policy)
            #expect(release.isPermitted == isFree)
        }
    }

    /// § 3.6.
    @Test func deletedDocumentsAreGoneForTheHolder() throws {
        let policy = try House.policy()
        let deleted = try House.ask(House.holder, .read, .document(House.document(status: .deleted)), policy)
        #expect(deleted.denial == .silent && deleted.rule == .deletedForHolder)
        for status in [AvailabilityStatus.approved, .deprecated, .archived] {
            #expect(try House.ask(House.holder, .read, .document(House.document(status: status)), policy).isPermitted)
        }
    }

    @Test func theSignatureOfALotFollowsItsMasks() throws {
        let actor = try House.care("80")
        var policy = try House.policy()
        policy.authorisations = [House.leave(actor)]
        var facts = House.document()
        facts.typeCode = Code("E1762", "ASTM")
        #expect(try House.ask(.care(actor), .search, .document(facts), policy).isPermitted)
        facts.visibility = .maskedToProfessionals
        #expect(try House.ask(.care(actor), .search, .document(facts), policy).denial == .silent)
        facts.relation = .author
        #expect(try House.ask(.care(actor), .search, .document(facts), policy).isPermitted)
    }
}
