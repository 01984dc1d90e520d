import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// Lists across records, made from the holders' files and never beside them: whom a professional is authorised by, who acts
/// for whom, who bears which traits, what falls due when.
///
/// Persons stand here under blind tags alone.
struct Registers: Sendable {
    let index: BlindIndexKey
    let rules: RuleBook
    /// Seals what a list says of a person.
    let lines: IdentityKey
    let random: RandomBytes

    /// The tag of a professional or a structure.
    func tag(_ subject: CareSubject) throws -> BlindTag { try index.tag(login: "care/" + subject.text) }

    /// The tag of a person who signs in.
    func tag(_ ins: INS) throws -> BlindTag { try index.tag(login: ins.root.rawValue + "/" + ins.matricule.text) }

    /// Brings the lists up to a file that has changed.
    func bring(_ context: RecordContext, in database: Database) throws {
        let record = Data(context.record.bytes)
        let file = context.file
        try bring(
            "standing",
            "subject_tag",
            try Set(file.policy.standingSubjects.map { Data(try tag($0).bytes) }),
            record,
            database
        )
        try bringLines(of: context, in: database)
        try bring(
            "trait",
            "tag",
            try Set(traitKeys(of: file).map { Data(try index.tag(login: $0).bytes) }),
            record,
            database
        )
        try bringMandates(file.policy.representatives, record, database)
        try bringDues(try dues(of: file), record, database)
        try bringJoin(file.mergedInto, record, database)
        try bringReports(of: file, record, database)
    }

    private func bringJoin(_ target: RecordID?, _ record: Data, _ database: Database) throws {
        try database.execute(sql: "DELETE FROM joined WHERE record_id = ?", arguments: [record])
        guard let target else { return }
        try database.execute(
            sql: "INSERT INTO joined (record_id, target) VALUES (?, ?)",
            arguments: [record, Data(target.bytes)]
        )
    }

    /// Deletes and inserts what differs: rows that stay keep what else they hold.
    private func bring(
        _ table: String,
        _ column: String,
        _ wanted: Set<Data>,
        _ record: Data,
        _ database: Database
    ) throws {
        let present = try Set(
            Data.fetchAll(database, sql: "SELECT \(column) FROM \(table) WHERE record_id = ?", arguments: [record])
        )
        for gone in present.subtracting(wanted) {
            try database.execute(
                sql: "DELETE FROM \(table) WHERE record_id = ? AND \(column) = ?",
                arguments: [record, gone]
            )
        }
        for new in wanted.subtracting(present) {
            try database.execute(
                sql: "INSERT INTO \(table) (\(column), record_id) VALUES (?, ?)",
                arguments: [new, record]
            )
        }
    }

    private func bringMandates(_ all: [Representative], _ record: Data, _ database: Database) throws {
        let wanted = all.filter { mandate in
            switch mandate.standing {
            case .invited, .active: true
            case .refused, .ended: false
            }
        }
        let present = try Set(
            Data.fetchAll(database, sql: "SELECT mandate_id FROM mandate WHERE record_id = ?", arguments: [record])
        )
        for gone in present.subtracting(wanted.map { Data($0.id.bytes) }) {
            try database.execute(sql: "DELETE FROM session WHERE mandate = ?", arguments: [gone])
            try database.execute(sql: "DELETE FROM sign_in WHERE mandate = ?", arguments: [gone])
            try database.execute(
                sql: "DELETE FROM device_verdict WHERE record_id = ? AND mandate = ?",
                arguments: [record, gone]
            )
            try database.execute(
                sql: "DELETE FROM pin WHERE record_id = ? AND mandate = ?",
                arguments: [record, gone]
            )
            try database.execute(
                sql: "DELETE FROM folder WHERE record_id = ? AND mandate = ?",
                arguments: [record, gone]
            )
            try database.execute(sql: "DELETE FROM mandate WHERE mandate_id = ?", arguments: [gone])
            if let id = UniqueID(bytes: [UInt8](gone)) { try WaitingLetter.Slot.mandate(id).empty(in: database) }
        }
        for mandate in wanted where !present.contains(Data(mandate.id.bytes)) {
            try database.execute(
                sql: "INSERT INTO mandate (mandate_id, tag, record_id) VALUES (?, ?, ?)",
                arguments: [Data(mandate.id.bytes), Data(try tag(mandate.ins).bytes), record]
            )
        }
    }

    private func bringDues(_ wanted: [Due], _ record: Data, _ database: Database) throws {
        try database.execute(
            sql:
                "DELETE FROM due WHERE record_id = ? AND kind NOT IN ('announce', 'release', 'directives', 'certificate')",
            arguments: [record]
        )
        for due in wanted {
            try database.execute(
                sql: "INSERT OR REPLACE INTO due (record_id, kind, ref, at) VALUES (?, ?, ?, ?)",
                arguments: [record, due.kind.rawValue, Data(due.reference), due.at.milliseconds]
            )
        }
    }
}

extension Registers {
    /// Under what a person is found by traits: names folded to plain capitals, and the day of birth.
    static func folded(_ text: String) -> String {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).uppercased()
            .filter { $0.isLetter || $0.isNumber }
    }

    /// The letters of a folded name under which its beginning is found; nil for a shorter one, which is found whole alone.
    static func start(_ folded: String) -> String? {
        let start = folded.prefix(3)
        return start.count == 3 ? String(start) : nil
    }

    private func traitKeys(of file: HolderFile) -> [String] {
        guard let traits = file.traits, file.mergedInto == nil else { return [] }
        let (families, given) = (traits.foldedFamilyNames, traits.foldedGivenNames)
        let whole = families.map { "family/" + $0 } + given.map { "given/" + $0 }
        let starts =
            families.compactMap(Self.start).map { "family-start/" + $0 }
            + given.compactMap(Self.start).map { "given-start/" + $0 }
        return whole + starts + ["birth/" + traits.birthDate.hl7]
    }
}

extension PatientTraits {
    /// Family names, of birth and in use, as they are looked for.
    var foldedFamilyNames: [String] { [birthFamilyName, usedFamilyName].compactMap(\.self).map(Registers.folded) }

    /// Given names, of birth and in use, as they are looked for.
    var foldedGivenNames: [String] {
        (birthGivenNames + [usedGivenName].compactMap(\.self)).map(Registers.folded)
    }
}

extension RecordPolicy {
    /// Those who stand somehow to the record: leaves and roles.
    var standingSubjects: Set<CareSubject> {
        Set(authorisations.map(\.subject)).union((treatingPhysicians + administrators).map(CareSubject.person))
            .union(careTeams.flatMap { $0.deemed.map(\.subject) })
    }
}
