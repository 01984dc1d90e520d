import HealthRecord

/// A text is not what `FactsWriter` writes.
struct FactsFault: Error {}

/// Reads facts back in the order in which they were written; whatever does not fit is a fault.
struct FactsReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    mutating func take() throws -> String {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...8).contains(digits.count) else { throw FactsFault() }
        let count = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        rest = rest.dropFirst(digits.count)
        guard rest.popFirst() == UInt8(ascii: ":"), rest.count >= count,
            let text = String(validating: rest.prefix(count), as: UTF8.self)
        else { throw FactsFault() }
        rest = rest.dropFirst(count)
        return text
    }

    func finish() throws { if !rest.isEmpty { throw FactsFault() } }

    mutating func word<Word: RawRepresentable>() throws -> Word where Word.RawValue == String {
        try known(Word(rawValue: try take()))
    }

    private func known<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw FactsFault() }
        return value
    }

    mutating func instant() throws -> Instant { Instant(milliseconds: try known(Int64(try take()))) }

    private mutating func optionalInstant() throws -> Instant? {
        let text = try take()
        return text.isEmpty ? nil : Instant(milliseconds: try known(Int64(text)))
    }

    mutating func day() throws -> CalendarDate { CalendarDate(daysSinceEpoch: try known(Int(try take()))) }

    private mutating func name() throws -> PersonName { PersonName(family: try take(), given: try take()) }

    private mutating func code() throws -> Code {
        let (value, system) = (try take(), try take())
        return Code(value, system, label: try take().isEmpty ? nil : try take())
    }

    private mutating func careSubject() throws -> CareSubject {
        let text = try take()
        switch text.first {
        case "p": return .person(try known(ProfessionalID(text.dropFirst())))
        case "s": return .structure(try known(StructureID(text.dropFirst())))
        default: throw FactsFault()
        }
    }

    private mutating func list<Value>(_ each: (inout FactsReader) throws -> Value) throws -> [Value] {
        let count = try known(Int(try take()))
        var values: [Value] = []
        for _ in 0..<max(0, count) { values.append(try each(&self)) }
        return values
    }

    private mutating func people() throws -> [ProfessionalID] {
        try list { reader in try reader.known(ProfessionalID(try reader.take())) }
    }

    mutating func subject() throws -> Subject {
        switch try take() {
        case "h": return .holder(try name())
        case "r": return .representative(try name(), try word())
        case "s": return .system(try take())
        case "c":
            let person = try take()
            let name = try name()
            let role = try code()
            let specialty = try take().isEmpty ? nil : try code()
            return .care(
                CareActor(
                    person: person.isEmpty ? nil : try known(ProfessionalID(person)),
                    name: name,
                    profession: Profession(role: role, specialty: specialty),
                    structure: Structure(id: try known(StructureID(try take())), name: try take(), sector: try code()),
                    holder: try word(),
                    authentication: try word()
                )
            )
        default: throw FactsFault()
        }
    }

    mutating func resource() throws -> Resource {
        switch try take() {
        case "r": return .record
        case "t": return .target(try careSubject())
        case "d":
            var facts = DocumentFacts(typeCode: try code(), classCode: try code())
            facts.visibility = Visibility(rawValue: try known(UInt8(try take())))
            facts.status = try word()
            facts.relation = try word()
            facts.origin = try word()
            facts.hiddenSince = try optionalInstant()
            let remover = try take()
            if !remover.isEmpty { facts.deletedBy = try known(DocumentRemover(rawValue: remover)) }
            return .document(facts)
        default: throw FactsFault()
        }
    }

    mutating func policy() throws -> PolicyFacts {
        let state: RecordState =
            switch try take() {
            case "o": .open(internet: try word())
            case "s": .suspended(since: try instant())
            case "c": .closed(at: try instant(), reason: try word())
            default: throw FactsFault()
            }
        let birthDate = try day()
        var leaves = try list { reader in
            PolicyFacts.Leave(
                subject: try reader.careSubject(),
                since: try reader.instant(),
                until: try reader.optionalInstant()
            )
        }
        let blocks = try list { reader in try reader.careSubject() }
        let (treating, confirmed, administrators) = (try people(), try people(), try people())
        let bits = Array(try take())
        guard (3...9).contains(bits.count), bits.allSatisfy({ $0 == "0" || $0 == "1" }) else { throw FactsFault() }
        guard bits.count < 5 || bits.last == "1" else { throw FactsFault() }
        var closures: Set<CategoryClosure> = []
        if bits.count > 4, bits[4] == "1" {
            let closed = try list { reader in
                CategoryClosure(profession: try reader.take(), category: try reader.take())
            }
            closures = Set(closed)
            guard !closed.isEmpty, closures.count == closed.count else { throw FactsFault() }
        }
        let grace = try bits.count > 5 && bits[5] == "1" ? self.grace() : nil
        if bits.count > 6, bits[6] == "1" { for place in try marked(leaves) { leaves[place].isSecret = true } }
        let secretRoles = try bits.count > 7 && bits[7] == "1" ? places(in: treating).map { treating[$0] } : nil
        if bits.count > 8 { for place in try marked(leaves) { leaves[place].exceptsAsker = true } }
        return PolicyFacts(
            state: state,
            birthDate: birthDate,
            leaves: leaves,
            blocks: blocks,
            treating: treating,
            confirmed: confirmed,
            administrators: administrators,
            emergency: EmergencyWishes(
                refusesBreakGlass: bits[0] == "1",
                refusesRegulation: bits[1] == "1",
                opensMaskedDocuments: bits[2] == "1"
            ),
            refusesFeeding: bits.count > 3 && bits[3] == "1",
            closures: closures,
            grace: grace,
            secretRoles: secretRoles
        )
    }

    /// The places of those leaves of which something is said: of one at least.
    private mutating func marked(_ leaves: [PolicyFacts.Leave]) throws -> [Int] {
        let places = try places(in: leaves)
        guard !places.isEmpty else { throw FactsFault() }
        return places
    }

    /// Places in a list that was read before, each once and in order.
    private mutating func places<Element>(in list: [Element]) throws -> [Int] {
        let places = try self.list { reader in try reader.known(Int(try reader.take())) }
        guard zip(places, places.dropFirst()).allSatisfy(<), places.allSatisfy(list.indices.contains) else {
            throw FactsFault()
        }
        return places
    }

    private mutating func grace() throws -> AnnouncementGrace {
        let from = try take()
        return AnnouncementGrace(
            from: from.isEmpty ? nil : CalendarDate(daysSinceEpoch: try known(Int(from))),
            since: try day(),
            until: try day()
        )
    }
}
