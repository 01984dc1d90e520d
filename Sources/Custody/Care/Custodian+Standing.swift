import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

/// What a professional asks of his own list (TD0.4).
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

    /// Joins both.
    public init(since: Instant? = nil, basis: Basis = .lastAuthorisation) {
        self.since = since
        self.basis = basis
    }
}

/// One patient of a professional.
public struct StandingLine: Sendable, Hashable, Codable {
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
    /// The patients who have authorised a professional (TD0.4); the newest first.
    ///
    /// From his own register: no record is opened, so none has a trace of it.
    public func myPatients(_ query: StandingQuery, _ admission: Admission) async throws(CustodyError) -> [StandingLine]
    {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        try await meter(.patients, admission)
        let judgement = judgeAboutNobody(.listOpenRecords, by: admission, now: clock())
        // Leave that an employee declared is his structure's (functional matrix, TD0.3 and TD0.4).
        let subject = actor.holdsLeaveAs
        let lines = try await ledger.commit { transaction -> [StandingLine] in
            try self.claim(admission, in: transaction)
            guard judgement.refusal == nil else { return [] }
            let tag = Data(try transaction.registers.tag(subject).bytes)
            let rows = try Row.fetchAll(
                transaction.database,
                sql: """
                    SELECT standing.*, EXISTS (SELECT 1 FROM care_notice WHERE care_notice.subject_tag = standing.subject_tag
                        AND care_notice.record_id = standing.record_id) AS message
                    FROM standing WHERE subject_tag = ?
                    """,
                arguments: [tag]
            )
            return try rows.compactMap { row in
                guard let line = try transaction.registers.line(row, of: subject), line.policy.state.isOpen,
                    // Whose identity is not qualified is under no matricule on anybody's list (RNIV).
                    !line.identifiers.isEmpty,
                    self.status(of: actor, under: line.policy, now: transaction.now) == .valid
                else { return nil }
                let leaves = line.policy.authorisations + self.rules.deemedLeaves(in: line.policy, at: transaction.now)
                let leave =
                    leaves.first { $0.subject == subject && $0.isValid(at: transaction.now) }
                    ?? leaves.first { $0.subject == subject }
                return StandingLine(line, of: actor, leave, row)
            }
        }.value
        admissions.setClaimed(admission)
        try quotas.note(.patients, showing: 0, by: actor, now: clock())
        if let refusal = judgement.refusal { throw .refused(refusal) }
        // Software of a structure learns of new leaves, by the date of each, and of nothing that came in since
        // (functional matrix, TD0.4).
        let isLimited = judgement.decision.obligations.contains(.limitToNewAuthorisations)
        return lines.filter { line in
            guard let since = query.since else { return true }
            switch isLimited ? .lastAuthorisation : query.basis {
            // A role without a leave has no date: the record is named rather than left out.
            case .lastAuthorisation: return line.authorisedSince.map { $0 >= since } ?? true
            case .lastDocument: return max(line.lastAdd ?? .distantPast, line.lastUpdate ?? .distantPast) >= since
            }
        }.sorted { ($0.authorisedSince ?? .distantPast) > ($1.authorisedSince ?? .distantPast) }
    }

    /// What a care actor may be told of his standing, by what the rules of the record's set make of leaves and roles.
    func status(of actor: CareActor, under policy: RecordPolicy, now: Instant) -> AuthorisationStatus {
        if policy.isBlocked(actor) { return .blocked }
        var open = policy
        open.state = .open(internet: .active)
        let asker = Asker(actor: .care(actor), mode: .normal, presence: .declared, isSecret: false, limits: [])
        let judgement = judge(.search, .record, by: asker, policy: open, now: now)
        switch judgement.decision.rule {
        case _ where judgement.refusal == nil: return .valid
        case .authorisationMissing: return .none
        case .authorisationExpired: return .expired
        default:
            // Who reads nothing whatever the leave, as a desk, stands by the leaves alone.
            open.treatingPhysicians = []
            return open.status(of: actor, at: now)
        }
    }

    /// Remembers when somebody last read, for his own list.
    func noteAccess(_ admission: Admission, _ record: RecordID, _ transaction: CustodyTransaction) throws {
        guard case .care(let actor) = admission.actor else { return }
        try transaction.database.cachedStatement(
            sql: "UPDATE standing SET last_access = ? WHERE subject_tag = ? AND record_id = ?"
        ).execute(arguments: [
            transaction.now.milliseconds, Data(try transaction.registers.tag(actor.holdsLeaveAs).bytes),
            Data(record.bytes),
        ])
    }

    /// When the actor last read, by his own list.
    func lastAccess(
        _ admission: Admission,
        _ record: RecordID,
        _ transaction: CustodyTransaction
    ) throws -> Instant? {
        guard case .care(let actor) = admission.actor else { return nil }
        let tag = Data(try transaction.registers.tag(actor.holdsLeaveAs).bytes)
        return try Int64.fetchOne(
            transaction.database,
            sql: "SELECT last_access FROM standing WHERE subject_tag = ? AND record_id = ?",
            arguments: [tag, Data(record.bytes)]
        ).map { Instant(milliseconds: $0) }
    }

    /// Remembers a document that came in or changed, for those only who may see it as it stands now.
    ///
    /// What is hidden moves no date of anybody whom it is hidden from (design § 2, law 5). What waits to be announced is
    /// put on the calendar.
    func note(
        _ entry: DocumentEntry,
        isNew: Bool,
        by plan: WorkPlan,
        _ context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        let deemed = rules.deemedLeaves(in: context.policy, at: transaction.now)
        // Whoever reads by a role alone has no leave there any more; the file remembers who he is.
        for leave in context.policy.authorisations + deemed + context.file.roleBearers {
            let reader = Actor.care(leave.reader)
            let asker = Asker(actor: reader, mode: .normal, presence: .declared, isSecret: false, limits: [])
            let judgement = judge(
                .search,
                .document(DocumentFacts(entry, for: reader)),
                by: asker,
                policy: context.policy,
                now: transaction.now
            )
            guard judgement.refusal == nil else { continue }
            try transaction.database.cachedStatement(
                sql: """
                    UPDATE standing SET last_update = ?, last_add = CASE WHEN ? THEN ? ELSE last_add END
                    WHERE subject_tag = ? AND record_id = ?
                    """
            ).execute(arguments: [
                transaction.now.milliseconds, isNew, transaction.now.milliseconds,
                Data(try transaction.registers.tag(leave.subject).bytes), Data(context.record.bytes),
            ])
        }
        try putOnCalendar(entry, isNew: isNew, context, &transaction)
        try remindAuthor(of: entry, isNew: isNew, by: plan.actor, context, transaction)
        try putDirectivesOnCalendar(entry, context, &transaction)
    }
}

extension StandingLine {
    fileprivate init(_ line: RegisterLine, of actor: CareActor, _ leave: Authorisation?, _ row: Row) {
        func instant(_ column: String) -> Instant? { (row[column] as Int64?).map { Instant(milliseconds: $0) } }
        self.init(
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

extension Authorisation {
    /// The one who holds the leave, as he would come with his own card or certificate.
    var reader: CareActor {
        var person: ProfessionalID?
        if case .person(let id) = subject { person = id }
        return CareActor(
            person: person,
            name: name,
            profession: profession,
            structure: structure,
            holder: person == nil ? .structure : .professional,
            authentication: person == nil ? .indirect : .direct
        )
    }
}

extension CareActor {
    /// Whom a leave names that this actor declares: an employee's card stands for its structure.
    var holdsLeaveAs: CareSubject { holder == .employee ? .structure(structure.id) : subject }
}

extension Instant {
    static let distantPast = Instant(milliseconds: .min)
}
