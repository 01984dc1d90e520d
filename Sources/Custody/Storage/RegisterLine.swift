import Foundation
import GRDB
import HealthRecord
import Sealing

/// What a professional's own list says of one patient (TD0.4): written when the holder's file changes, so that showing the
/// list opens no record and is no access to one.
///
/// Each entry came there by an act that the record's own traces tell: an agreement, a role, a block, a closure.
struct RegisterLine: Sendable, Codable {
    let subject: CareSubject
    let identifiers: [INS]
    let name: PersonName
    let traits: PatientTraits?
    /// Of the holder's decisions, what tells whether the subject may still read, and what of it.
    let policy: RecordPolicy
    /// The records whose documents are read with it.
    let joined: [RecordID]

    init(of subject: CareSubject, in file: HolderFile) {
        self.subject = subject
        identifiers = file.carriedIdentifiers
        name = file.name
        traits = file.traits
        policy = file.policy.standing(of: subject)
        joined = file.joined
    }
}

extension RecordPolicy {
    /// The policy as far as it makes or breaks one subject's leave: his own, those of structures, refusals, roles, teams; and
    /// what is closed to him.
    fileprivate func standing(of subject: CareSubject) -> RecordPolicy {
        var policy = RecordPolicy(policySet: policySet, state: state, birthDate: birthDate)
        func concerns(_ other: CareSubject) -> Bool {
            if case .structure = other { true } else { other == subject }
        }
        policy.authorisations = authorisations.filter { concerns($0.subject) }
        policy.careTeams = careTeams.compactMap { team in
            var part = team
            part.members = []
            part.deemed = team.deemed.filter { concerns($0.subject) }
            return part.deemed.isEmpty ? nil : part
        }
        policy.blocks = blocks
        policy.closures = closures
        policy.treatingPhysicians = treatingPhysicians.filter { .person($0) == subject }
        policy.administrators = administrators.filter { .person($0) == subject }
        return policy
    }
}

extension Registers {
    /// Writes the lines of a record's file anew.
    func bringLines(of context: RecordContext, in database: Database) throws {
        for subject in context.file.policy.standingSubjects {
            let plain = Array(try JSONEncoder().encode(RegisterLine(of: subject, in: context.file)))
            let sealed = try lines.seal(plain, record: context.record, nonce: SealNonce(random: random))
            try database.cachedStatement(
                sql: """
                    UPDATE standing SET line_ct = ?, last_add = NULL, last_update = NULL
                    WHERE subject_tag = ? AND record_id = ?
                    """
            ).execute(arguments: [Data(sealed), Data(try tag(subject).bytes), Data(context.record.bytes)])
        }
    }

    /// A line as it was written; nil for another subject's.
    func line(_ row: Row, of subject: CareSubject) throws -> RegisterLine? {
        guard let sealed = row["line_ct"] as Data?, let record = RecordID(bytes: [UInt8](row["record_id"] as Data))
        else { return nil }
        let plain = try lines.open([UInt8](sealed), record: record)
        let line = try JSONDecoder().decode(RegisterLine.self, from: Data(plain))
        return line.subject == subject ? line : nil
    }
}
