import HealthRecord

/// Writes facts as a row of texts, each after its length in bytes and a colon: nothing in a text can pass for an end.
struct FactsWriter {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func put(_ text: String) {
        let utf8 = text.utf8
        var digits: [UInt8] = []
        var count = utf8.count
        repeat {
            digits.append(UInt8(ascii: "0") + UInt8(count % 10))
            count /= 10
        } while count > 0
        bytes.append(contentsOf: digits.reversed())
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: utf8)
    }

    mutating func put(_ instant: Instant) { put(String(instant.milliseconds)) }
    mutating func put(_ instant: Instant?) { put(instant.map { String($0.milliseconds) } ?? "") }
    mutating func put(_ day: CalendarDate) { put(String(day.daysSinceEpoch)) }

    mutating func put(_ name: PersonName) {
        put(name.family)
        put(name.given)
    }

    mutating func put(_ code: Code) {
        put(code.value)
        put(code.system)
        put(code.label == nil ? "" : "l")
        if let label = code.label { put(label) }
    }

    mutating func put(_ subject: CareSubject) {
        switch subject {
        case .person(let id): put("p" + id.text)
        case .structure(let id): put("s" + id.text)
        }
    }

    mutating func put<Value>(_ values: [Value], _ each: (inout FactsWriter, Value) -> Void) {
        put(String(values.count))
        for value in values { each(&self, value) }
    }

    mutating func put(_ actor: Actor) {
        switch actor {
        case .holder(let name):
            put("h")
            put(name)
        case .representative(let name, let capacity):
            put("r")
            put(name)
            put(capacity.rawValue)
        case .system(let name):
            put("s")
            put(name)
        case .care(let care):
            put("c")
            put(care.person?.text ?? "")
            put(care.name)
            put(care.profession.role)
            put(care.profession.specialty == nil ? "" : "s")
            if let specialty = care.profession.specialty { put(specialty) }
            put(care.structure.id.text)
            put(care.structure.name)
            put(care.structure.sector)
            put(care.holder.rawValue)
            put(care.authentication.rawValue)
        }
    }

    mutating func put(_ resource: Resource) {
        switch resource {
        case .record: put("r")
        case .target(let subject):
            put("t")
            put(subject)
        case .document(let facts):
            put("d")
            put(facts.typeCode)
            put(facts.classCode)
            put(String(facts.visibility.rawValue))
            put(facts.status.rawValue)
            put(facts.relation.rawValue)
            put(facts.origin.rawValue)
            put(facts.hiddenSince)
            put(facts.deletedBy?.rawValue ?? "")
        }
    }

    mutating func put(_ policy: PolicyFacts) {
        switch policy.state {
        case .open(let internet):
            put("o")
            put(internet.rawValue)
        case .suspended(let since):
            put("s")
            put(since)
        case .closed(let at, let reason):
            put("c")
            put(at)
            put(reason.rawValue)
        }
        put(policy.birthDate)
        put(policy.leaves) { writer, leave in
            writer.put(leave.subject)
            writer.put(leave.since)
            writer.put(leave.until)
        }
        put(policy.blocks) { $0.put($1) }
        put(policy.treating) { $0.put($1.text) }
        put(policy.confirmed ?? []) { $0.put($1.text) }
        put(policy.administrators ?? []) { $0.put($1.text) }
        let wishes = policy.emergency
        let bits = [wishes.refusesBreakGlass, wishes.refusesRegulation, wishes.opensMaskedDocuments]
        let closures = (policy.closures ?? []).sorted { ($0.profession, $0.category) < ($1.profession, $1.category) }
        let secret = policy.leaves.indices.filter { policy.leaves[$0].isSecret == true }
        let excepting = policy.leaves.indices.filter { policy.leaves[$0].exceptsAsker == true }
        // A fourth bit is for an objection to feeding, a fifth for closed categories, a sixth for a respite, a seventh for
        // secret leaves, an eighth for secret roles, a ninth for leaves taken back from the asker: none stands behind the last
        // that is set.
        var more = [policy.refusesFeeding == true, !closures.isEmpty, policy.grace != nil, !secret.isEmpty]
        more += [policy.secretRoles != nil, !excepting.isEmpty]
        while more.last == false { more.removeLast() }
        put((bits + more).map { $0 ? "1" : "0" }.joined())
        if !closures.isEmpty {
            put(closures) { writer, closure in
                writer.put(closure.profession)
                writer.put(closure.category)
            }
        }
        if let grace = policy.grace { put(grace) }
        if !secret.isEmpty { put(secret) { $0.put(String($1)) } }
        if let roles = policy.secretRoles {
            put(policy.treating.indices.filter { roles.contains(policy.treating[$0]) }) { $0.put(String($1)) }
        }
        if !excepting.isEmpty { put(excepting) { $0.put(String($1)) } }
    }

    private mutating func put(_ grace: AnnouncementGrace) {
        put(grace.from.map { String($0.daysSinceEpoch) } ?? "")
        put(grace.since)
        put(grace.until)
    }
}
