import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

extension Custodian {
    /// What a care actor may be told of his standing, by what the rules of the record's set make of leaves and roles.
    func status(of actor: CareActor, under policy: RecordPolicy, now: Instant) -> AuthorisationStatus {
        if rules.refuses(actor, under: policy) { return .blocked }
        var open = policy
        open.state = .open(internet: .active)
        let asker = Asker.normally(.care(actor))
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

    /// Remembers a document that came in or changed, in the record where it lies.
    ///
    /// Whose date it moves is decided when he asks, by what he may see then (design § 2, law 5). What waits to be announced is
    /// put on the calendar.
    func note(
        _ entry: DocumentEntry,
        isNew: Bool,
        in part: RecordID,
        by plan: WorkPlan,
        _ context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        try transaction.keepDates(of: entry, isNew: isNew, in: part)
        try putOnCalendar(entry, isNew: isNew, context, &transaction)
        try remindAuthor(of: entry, isNew: isNew, by: plan.actor, context, transaction)
        try putDirectivesOnCalendar(entry, context, &transaction)
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
