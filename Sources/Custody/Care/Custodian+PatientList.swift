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
        /// When a document that he may see now came in or changed.
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
    /// When a document that he may see now last came in or changed.
    public let lastUpdate: Instant?
    /// When the newest document came in that he may see now.
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
        _ = try await ledger.commit { transaction in try self.claim(admission, in: transaction) }
        admissions.setClaimed(admission)
        try quotas.note(.patients, showing: 0, by: actor, now: clock())
        if let refusal = judgement.refusal { throw .refused(refusal) }
        if let objection { throw .conflict(objection) }
        guard let list else { return [] }
        let (registers, now) = (ledger.registers, clock())
        // On a snapshot: whoever has many patients keeps nobody from writing.
        let lines = try await ledger.read { database in
            let datesKnown = try registers.datesKnown(in: database)
            return try registers.standings(of: list.subject, in: database).compactMap { row in
                guard let line = try registers.line(row, of: list.subject), line.policy.state.isOpen,
                    // Whose identity is not qualified is under no matricule on anybody's list (RNIV).
                    !line.identifiers.isEmpty, let bearer = self.bearer(of: line, on: list, now: now),
                    bearer.isAsked(by: query)
                else { return nil }
                var dates = try self.dates(of: line, for: bearer, row, in: database, now: now)
                dates.leaveOut(before: datesKnown)
                return dates.isAsked(by: query, datesKnown) ? StandingLine(line, of: bearer, dates, row) : nil
            } as [StandingLine]
        }
        return lines.sorted { ($0.authorisedSince ?? .distantPast) > ($1.authorisedSince ?? .distantPast) }
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

    /// The dates of what one may see of a record now.
    private func dates(
        of line: RegisterLine,
        for bearer: StandingBearer,
        _ row: Row,
        in database: Database,
        now: Instant
    ) throws -> DocumentDates {
        let record = try RecordID(bytes: [UInt8](row["record_id"] as Data)).orFault
        let asker = Asker.normally(.care(bearer.reader))
        return try ledger.registers.documentDates(in: [record] + line.joined, database) { document in
            let facts = document.facts(for: asker.actor)
            return judge(.search, .document(facts), by: asker, policy: line.policy, now: now).refusal == nil
        }
    }

    /// By what the one whose list it is stands to a record; nil where he may not read it.
    private func bearer(of line: RegisterLine, on list: PatientList, now: Instant) -> StandingBearer? {
        let leaves = (line.policy.authorisations + rules.deemedLeaves(in: line.policy, at: now))
            .filter { $0.subject == list.subject }
        switch list {
        case .own(let actor):
            guard status(of: actor, under: line.policy, now: now) == .valid else { return nil }
            return StandingBearer(actor: actor, leave: leaves.first { $0.isValid(at: now) } ?? leaves.first)
        case .colleague(_, let place):
            // What he does elsewhere is no business of this structure's.
            guard let leave = leaves.first(where: { $0.structure.id == place && $0.isValid(at: now) }),
                status(of: leave.reader, under: line.policy, now: now) == .valid
            else { return nil }
            return StandingBearer(actor: leave.reader, leave: leave)
        }
    }
}

/// Who stands to a record, by a leave or by a role alone.
private struct StandingBearer {
    let actor: CareActor
    let leave: Authorisation?

    /// Whose sight moves the dates: an employee's list is his structure's.
    var reader: CareActor { actor.holder == .employee ? leave?.reader ?? actor : actor }

    /// Whether his leave is as new as is asked for.
    ///
    /// A role without a leave has no date: the record is named rather than left out.
    func isAsked(by query: StandingQuery) -> Bool {
        guard let since = query.since, query.basis == .lastAuthorisation, let leave else { return true }
        return leave.since >= since
    }
}

extension DocumentDates {
    /// A last addition of before dates were kept may not be the last: what came in later has none.
    fileprivate mutating func leaveOut(before datesKnown: Instant?) {
        guard let datesKnown, let added = lastAdd, added < datesKnown else { return }
        lastAdd = nil
    }

    /// Whether something is as new as is asked for; a record without a date is named where what came in then was not dated yet.
    fileprivate func isAsked(by query: StandingQuery, _ datesKnown: Instant?) -> Bool {
        guard let since = query.since, query.basis == .lastDocument else { return true }
        guard let newest = [lastAdd, lastUpdate].compactMap(\.self).max() else {
            return datesKnown.map { since < $0 } ?? false
        }
        return newest >= since
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
    fileprivate init?(_ line: RegisterLine, of bearer: StandingBearer, _ dates: DocumentDates, _ row: Row) {
        guard let record = UniqueID(bytes: [UInt8](row["record_id"] as Data)) else { return nil }
        self.init(
            record: record,
            identifiers: line.identifiers,
            name: line.name,
            traits: line.traits,
            birthDate: line.policy.birthDate,
            isTreatingPhysician: line.policy.isTreatingPhysician(bearer.actor),
            authorisedSince: bearer.leave?.since,
            until: bearer.leave?.until,
            lastAccess: (row["last_access"] as Int64?).map { Instant(milliseconds: $0) },
            lastUpdate: dates.lastUpdate,
            lastAdd: dates.lastAdd,
            hasMessage: row["message"],
            policySet: line.policy.policySet
        )
    }
}
