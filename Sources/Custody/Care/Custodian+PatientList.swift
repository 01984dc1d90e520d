import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What a professional asks of his own list, or an employee of a colleague's (TD0.4).
public struct StandingQuery: Sendable, Hashable, Codable {
    /// What the date is about.
    public enum Basis: String, Sendable, Hashable, Codable {
        /// When the leave was given.
        case lastAuthorisation
        /// When a document that he may see came in or changed.
        case lastDocument
    }

    /// Only what is new since then.
    public let since: Instant?
    /// By which date.
    public let basis: Basis
    /// Whose list; the sender's own where nil.
    public let owner: ProfessionalID?

    /// Joins the parts.
    public init(since: Instant? = nil, basis: Basis = .lastAuthorisation, owner: ProfessionalID? = nil) {
        self.since = since
        self.basis = basis
        self.owner = owner
    }
}

/// One patient of a professional.
public struct StandingLine: Sendable, Hashable, Codable {
    /// The record, whatever matricules lead to it; shown to nobody.
    public let record: UniqueID
    /// Matricules, the present one first.
    public let identifiers: [INS]
    /// Name to show.
    public let name: PersonName
    /// Traits; nil for a record of before they were kept here.
    public let traits: PatientTraits?
    /// Day of birth.
    public let birthDate: CalendarDate
    /// Whether he is a declared treating physician.
    public let isTreatingPhysician: Bool
    /// Since when he may read; nil for who reads by a role alone.
    public let authorisedSince: Instant?
    /// Until when.
    public let until: Instant?
    /// His own last reading.
    public let lastAccess: Instant?
    /// The last change of a document that he may see.
    public let lastUpdate: Instant?
    /// The last document that he may see.
    public let lastAdd: Instant?
    /// Whether something waits to be told him.
    public let hasMessage: Bool
    /// The dated set of rules under which the record lives.
    public let policySet: String
}

extension Custodian {
    /// The list of somebody whom the sender may not ask for, in `conflict`.
    public static let notOwnList = "notOwnList"
    /// A date that the sender learns nothing by, in `conflict`.
    public static let dateType = "dateType"

    /// The patients who have authorised a professional (TD0.4); the newest first.
    ///
    /// From his own register: no record is opened, so none has a trace of it.
    ///
    /// - Throws: `conflict` with `notOwnList` for a list that is not the sender's to ask for, whoever's it is, and with `dateType`
    ///   where the sender learns of new leaves alone.
    public func myPatients(_ query: StandingQuery, _ admission: Admission) async throws(CustodyError) -> [StandingLine]
    {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        try await meter(.patients, admission)
        let judgement = judgeAboutNobody(.listOpenRecords, by: admission, now: clock())
        let obligations = judgement.decision.obligations
        let list = try await list(asked: query, of: actor, actsForStructure: obligations.contains(.actForStructure))
        let objection: String? =
            if list == nil {
                Self.notOwnList
            } else if obligations.contains(.limitToNewAuthorisations), query.basis == .lastDocument {
                // Software of a structure learns of new leaves, by the date of each, and of nothing that came in since
                // (functional matrix, TD0.4).
                Self.dateType
            } else { nil }
        let lines = try await ledger.commit { transaction -> [StandingLine] in
            try self.claim(admission, in: transaction)
            guard judgement.refusal == nil, objection == nil, let list else { return [] }
            let rows = try Row.fetchAll(
                transaction.database,
                sql: """
                    SELECT standing.*, EXISTS (SELECT 1 FROM care_notice WHERE care_notice.subject_tag = standing.subject_tag
                        AND care_notice.record_id = standing.record_id) AS message
                    FROM standing WHERE subject_tag = ?
                    """,
                arguments: [Data(try transaction.registers.tag(list.subject).bytes)]
            )
            return try rows.compactMap { row in
                guard let line = try transaction.registers.line(row, of: list.subject), line.policy.state.isOpen,
                    // Whose identity is not qualified is under no matricule on anybody's list (RNIV).
                    !line.identifiers.isEmpty
                else { return nil }
                return self.standingLine(line, on: list, row, now: transaction.now)
            }
        }.value
        admissions.setClaimed(admission)
        try quotas.note(.patients, showing: 0, by: actor, now: clock())
        if let refusal = judgement.refusal { throw .refused(refusal) }
        if let objection { throw .conflict(objection) }
        return lines.filter { line in
            guard let since = query.since else { return true }
            switch query.basis {
            // A role without a leave has no date: the record is named rather than left out.
            case .lastAuthorisation: return line.authorisedSince.map { $0 >= since } ?? true
            case .lastDocument: return max(line.lastAdd ?? .distantPast, line.lastUpdate ?? .distantPast) >= since
            }
        }.sorted { ($0.authorisedSince ?? .distantPast) > ($1.authorisedSince ?? .distantPast) }
    }

    /// Whose list is asked for, if the sender may ask for it: his own, or that of somebody who works where an employee does.
    private func list(
        asked query: StandingQuery,
        of actor: CareActor,
        actsForStructure: Bool
    ) async throws(CustodyError) -> PatientList? {
        // Leave that an employee declared is his structure's (functional matrix, TD0.3 and TD0.4).
        guard let owner = query.owner, owner != actor.person else { return .own(actor) }
        guard actsForStructure else { return nil }
        switch await settings.directory(.person(owner)) {
        case .unavailable: throw .unavailable
        // Without a directory leaves say where their holder acts.
        case .none: return .colleague(owner, at: actor.structure.id)
        case .professional(_, let workplaces) where workplaces.contains(actor.structure.id):
            return .colleague(owner, at: actor.structure.id)
        case .professional, .structure, .unknown: return nil
        }
    }

    private func standingLine(
        _ line: RegisterLine,
        on list: PatientList,
        _ row: Row,
        now: Instant
    ) -> StandingLine? {
        let leaves = (line.policy.authorisations + rules.deemedLeaves(in: line.policy, at: now))
            .filter { $0.subject == list.subject }
        switch list {
        case .own(let actor):
            guard status(of: actor, under: line.policy, now: now) == .valid else { return nil }
            return StandingLine(line, of: actor, leaves.first { $0.isValid(at: now) } ?? leaves.first, row)
        case .colleague(_, let place):
            // What he does elsewhere is no business of this structure's.
            guard let leave = leaves.first(where: { $0.structure.id == place && $0.isValid(at: now) }),
                status(of: leave.reader, under: line.policy, now: now) == .valid
            else { return nil }
            return StandingLine(line, of: leave.reader, leave, row)
        }
    }
}

/// Whose patients are listed.
private enum PatientList {
    case own(CareActor)
    case colleague(ProfessionalID, at: StructureID)

    /// Whom leaves on it name.
    var subject: CareSubject {
        switch self {
        case .own(let actor): actor.holdsLeaveAs
        case .colleague(let person, _): .person(person)
        }
    }
}

extension StandingLine {
    /// Nil for a row that names no record.
    fileprivate init?(_ line: RegisterLine, of actor: CareActor, _ leave: Authorisation?, _ row: Row) {
        guard let record = UniqueID(bytes: [UInt8](row["record_id"] as Data)) else { return nil }
        func instant(_ column: String) -> Instant? { (row[column] as Int64?).map { Instant(milliseconds: $0) } }
        self.init(
            record: record,
            identifiers: line.identifiers,
            name: line.name,
            traits: line.traits,
            birthDate: line.policy.birthDate,
            isTreatingPhysician: line.policy.isTreatingPhysician(actor),
            authorisedSince: leave?.since,
            until: leave?.until,
            lastAccess: instant("last_access"),
            lastUpdate: instant("last_update"),
            lastAdd: instant("last_add"),
            hasMessage: row["message"],
            policySet: line.policy.policySet
        )
    }
}
