import AccessRules
import Foundation
import GRDB
import HealthRecord
import Sealing

/// To whom a pair of identifier and secret belongs.
enum AccountOwner: Sendable, Hashable {
    /// The holder of a record.
    case record(RecordID)
    /// Somebody who has no record of his own here and acts for others.
    case proxy(BlindTag)
}

/// What is kept to check a secret.
struct Account: Sendable {
    let owner: AccountOwner
    let salt: [UInt8]
    let digest: [UInt8]
    let rounds: Int

    /// The account of an identifier's tag, that of one's own record before another.
    ///
    /// All tables are read whatever the first says. Who has come to an account of his own signs in by that one: the former one,
    /// whose secret he can no longer change, opens nothing any more, by its name as little as by the matricule.
    static func find(_ tag: BlindTag, in database: Database) throws -> Account? {
        let own = try Row.fetchOne(
            database,
            sql: """
                SELECT account.record_id, salt, digest, rounds FROM account JOIN (
                    SELECT record_id FROM login WHERE tag = ?1 UNION ALL SELECT record_id FROM sign_in_name WHERE tag = ?1
                ) USING (record_id)
                """,
            arguments: [Data(tag.bytes)]
        )
        let proxy = try Row.fetchOne(
            database,
            sql: """
                SELECT tag, salt, digest, rounds FROM proxy
                WHERE tag = ?1 OR tag = (SELECT proxy FROM proxy_name WHERE tag = ?1)
                    AND NOT EXISTS (SELECT 1 FROM login JOIN account USING (record_id) WHERE login.tag = proxy.tag)
                """,
            arguments: [Data(tag.bytes)]
        )
        if let own {
            return Account(own, .record(try RecordID(bytes: [UInt8](own["record_id"] as Data)).orFault))
        }
        return try proxy.map { row in
            Account(row, .proxy(try BlindTag(bytes: [UInt8](row["tag"] as Data)).orFault))
        }
    }

    private init(_ row: Row, _ owner: AccountOwner) {
        self.owner = owner
        salt = [UInt8](row["salt"] as Data)
        digest = [UInt8](row["digest"] as Data)
        rounds = row["rounds"]
    }
}

/// A person who signs in, and how a code reaches him.
struct SignInPerson: Sendable, Hashable, Codable {
    let name: PersonName
    let ins: INS?
    var phone: String?
    var email: String?

    init(name: PersonName, ins: INS?, phone: String? = nil, email: String? = nil) {
        self.name = name
        self.ins = ins
        self.phone = phone
        self.email = email
    }

    /// The holder of a record, by the ways that stand in it.
    init(holderOf file: HolderFile) {
        self.init(name: file.name, ins: file.identifiers.first, phone: file.phone, email: file.email)
    }

    func channel(_ kind: ContactKind) -> ContactChannel? {
        switch kind {
        case .sms: phone.map(ContactChannel.sms)
        case .email: email.map(ContactChannel.email)
        case .letter: nil
        }
    }
}

/// Where a sign-in leads: a record, the mandate by which it is entered, and the person at the door.
struct SignInDoor: Sendable {
    let record: RecordID
    let mandate: UniqueID?
    let person: SignInPerson
    /// The set of the record, which says how codes go and how long they hold.
    let policySet: String
}

extension RecordContext {
    /// Who acts by a mandate, or the holder; nil when the mandate may not be used.
    fileprivate func person(by mandate: UniqueID?, now: Instant) -> Actor? {
        guard let mandate else { return .holder(file.name) }
        guard let found = policy.representatives.first(where: { $0.id == mandate }), found.isActive(at: now),
            let capacity = found.kind.capacity
        else { return nil }
        return .representative(found.name, capacity)
    }
}

extension Custodian {
    /// The same, by the rules of the record's set as well: who acts for a minor does so until the day of majority begins, whether
    /// the calendar has come to it or not (reference: access-and-lifecycle § 3.7).
    ///
    /// From then on nobody is the holder by the secret of the years before, which the calendar takes away.
    func person(by mandate: UniqueID?, on context: RecordContext, now: Instant) -> Actor? {
        if mandate == nil, let majority = rules.majority(of: context.policy), now >= majority,
            context.file.isEnrolledForMinor(until: majority)
        {
            return nil
        }
        let one = context.policy.representatives.first { $0.id == mandate }
        if let one, !mayStand(one, under: context.policy, now: now) { return nil }
        return context.person(by: mandate, now: now)
    }

    /// Whether a mandate of this kind can be in force for a holder of that age.
    func mayStand(_ one: Representative, under policy: RecordPolicy, now: Instant) -> Bool {
        guard one.kind.endsAtMajority, let set = rules.policySets[policy.policySet] else { return true }
        return policy.birthDate.age(on: now.dayInFrance) < set.majorityAge
    }

    /// Whether the portal opens: to all who may sign in while the record stands; while it is suspended, to its holder and to
    /// whoever may close it in his place.
    ///
    /// They read its history, object to the suspension and close the record, if nothing else (CSP R1111-36).
    func isEnterable(_ context: RecordContext, by mandate: UniqueID?, now: Instant) -> Bool {
        switch context.policy.state {
        case .open(internet: .active): true
        case .suspended:
            context.file.internetBefore == .active
                && (mandate.map { mayDo(.close, on: context, by: $0, now: now) } ?? true)
        case .open(internet: .awaitingActivation), .closed: false
        }
    }

    /// Whether the rules let somebody do something to a record who acts for its holder.
    func mayDo(_ act: Act, on context: RecordContext, by mandate: UniqueID, now: Instant) -> Bool {
        guard let actor = person(by: mandate, on: context, now: now) else { return false }
        let asker = Asker.onThePortal(actor, by: mandate)
        return judge(act, .record, by: asker, policy: context.policy, now: now).refusal == nil
    }

    /// The door of an account: one's own record, or the first record that one acts on; a suspended one after those that stand.
    func door(of owner: AccountOwner) async throws(CustodyError) -> SignInDoor? {
        switch owner {
        case .record(let record): return try await door(to: record, by: nil)
        case .proxy(let tag):
            let mandates = try await mandates(under: tag)
            var suspended: SignInDoor?
            for (mandate, record) in mandates {
                guard let door = try await door(to: record, by: mandate) else { continue }
                if try await contextAfterCommit(of: record)?.policy.state.isOpen == true { return door }
                suspended = suspended ?? door
            }
            return suspended
        }
    }

    /// The door to a record, by a mandate or as its holder; nil where nobody may pass.
    func door(to record: RecordID, by mandate: UniqueID?) async throws(CustodyError) -> SignInDoor? {
        let now = clock()
        guard let context = try await contextAfterCommit(of: record), isEnterable(context, by: mandate, now: now),
            person(by: mandate, on: context, now: now) != nil
        else { return nil }
        guard let mandate else {
            return SignInDoor(
                record: record,
                mandate: nil,
                person: SignInPerson(holderOf: context.file),
                policySet: context.policy.policySet
            )
        }
        guard let found = context.policy.representatives.first(where: { $0.id == mandate }),
            let person = try await proxyPerson(found.ins)
        else { return nil }
        return SignInDoor(record: record, mandate: mandate, person: person, policySet: context.policy.policySet)
    }

    /// The mandates of a person by his tag, the oldest first.
    func mandates(under tag: BlindTag) async throws(CustodyError) -> [(mandate: UniqueID, record: RecordID)] {
        let rows = try await ledger.read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT mandate_id, record_id FROM mandate WHERE tag = ?",
                arguments: [Data(tag.bytes)]
            ).map { (mandate: [UInt8]($0["mandate_id"] as Data), record: [UInt8]($0["record_id"] as Data)) }
        }
        var found: [(mandate: UniqueID, record: RecordID, since: Instant)] = []
        for row in rows {
            guard let mandate = UniqueID(bytes: row.mandate), let record = RecordID(bytes: row.record),
                let context = try await contextAfterCommit(of: record),
                let one = context.policy.representatives.first(where: { $0.id == mandate })
            else { continue }
            found.append((mandate, record, one.since))
        }
        return found.sorted { ($0.since, $0.mandate) < ($1.since, $1.mandate) }.map { ($0.mandate, $0.record) }
    }

    /// How to reach a person who has an account for acting for others.
    func proxyPerson(_ ins: INS) async throws(CustodyError) -> SignInPerson? {
        let tag: BlindTag
        do { tag = try loginTag(ins) } catch { throw .unavailable }
        let sealed = try await ledger.read { database in
            try Data.fetchOne(database, sql: "SELECT person_ct FROM proxy WHERE tag = ?", arguments: [Data(tag.bytes)])
        }
        guard let sealed, let id = UniqueID(bytes: tag.bytes.prefix(16)) else { return nil }
        do { return try openLoose(SignInPerson.self, [UInt8](sealed), id: id) } catch { throw .unavailable }
    }
}
