/// The canonical bytes of an event, over which its commitment is taken (security design § 3.2).
extension TraceEvent {
    /// The version of the encoding.
    public static let encodingVersion: UInt64 = 1

    /// Encodes the event behind the commitment of the one before it in the record's chain, thirty-two bytes.
    public func encoded(previous: [UInt8]) -> [UInt8] {
        let fields = actor.traceFields
        var writer = TLVWriter()
        writer.append(1, number: Self.encodingVersion)
        writer.append(2, act.rawValue)
        writer.append(3, number: sequence)
        writer.append(4, number: UInt64(bitPattern: time.milliseconds))
        writer.append(5, fields.kind)
        writer.append(6, fields.identifier)
        writer.append(7, [UInt8].list(texts: [fields.name.family, fields.name.given]))
        writer.append(8, [UInt8].list(fields.profession))
        writer.append(9, [UInt8].list(fields.structure))
        writer.append(10, mode.code)
        if case .breakGlass(let reason) = mode { writer.append(11, reason) }
        writer.append(12, [UInt8].list(documents.map(\.bytes)))
        writer.append(13, outcome.rawValue)
        writer.append(14, rule)
        writer.append(15, node)
        writer.append(16, request.bytes)
        writer.append(17, previous)
        let pairs = details.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        writer.append(18, [UInt8].list(texts: pairs))
        writer.append(19, policy)
        return writer.bytes
    }

    /// Reads an event back, and the commitment it follows.
    public static func decode(_ bytes: [UInt8]) throws(TLVError) -> (event: TraceEvent, previous: [UInt8]) {
        let reader = try TLVReader(bytes, known: 1...19)
        guard try reader.number(1) == encodingVersion else { throw .malformed(1) }
        var documents: [UniqueID] = []
        for item in try reader.items(12) {
            guard let id = UniqueID(bytes: item) else { throw .malformed(12) }
            documents.append(id)
        }
        let pairs = try reader.texts(18)
        guard pairs.count.isMultiple(of: 2) else { throw .malformed(18) }
        var details: [String: String] = [:]
        for index in stride(from: 0, to: pairs.count, by: 2) { details[pairs[index]] = pairs[index + 1] }
        let event = TraceEvent(
            sequence: try reader.number(3),
            time: Instant(milliseconds: Int64(bitPattern: try reader.number(4))),
            act: try reader.value(2) { TracedAct(rawValue: $0) },
            actor: try Actor(reader),
            mode: try reader.accessMode,
            documents: documents,
            outcome: try reader.value(13) { TracedOutcome(rawValue: $0) },
            rule: try reader.text(14),
            policy: try reader.text(19),
            node: try reader.text(15),
            request: try reader.identity(16),
            details: details
        )
        let previous = try reader.bytes(17)
        guard previous.count == 32 else { throw .malformed(17) }
        return (event, previous)
    }
}

extension TLVReader {
    fileprivate var accessMode: AccessMode {
        get throws(TLVError) {
            switch try text(10) {
            case AccessMode.normal.code: .normal
            case AccessMode.regulation.code: .regulation
            case "bris_de_glace": .breakGlass(reason: try text(11))
            default: throw .malformed(10)
            }
        }
    }
}

/// An actor laid out over the fields 5 to 9 of an event.
private struct ActorFields {
    var kind: String
    var identifier = ""
    var name = PersonName(family: "", given: "")
    var profession: [[UInt8]] = []
    var structure: [[UInt8]] = []
}

extension Actor {
    fileprivate var traceFields: ActorFields {
        switch self {
        case .holder(let name): ActorFields(kind: "holder", name: name)
        case .representative(let name, let capacity): ActorFields(kind: capacity.rawValue, name: name)
        case .system(let service): ActorFields(kind: "system", identifier: service)
        case .care(let care):
            ActorFields(
                kind: [care.holder.rawValue, care.authentication.rawValue].joined(separator: "/"),
                identifier: care.person?.text ?? "",
                name: care.name,
                profession: [care.profession.role.encoded, care.profession.specialty?.encoded ?? []],
                structure: [
                    Array(care.structure.id.text.utf8), Array(care.structure.name.utf8), care.structure.sector.encoded,
                ]
            )
        }
    }

    fileprivate init(_ reader: TLVReader) throws(TLVError) {
        let kind = try reader.text(5)
        let names = try reader.texts(7)
        guard names.count == 2 else { throw .malformed(7) }
        let name = PersonName(family: names[0], given: names[1])
        if kind == "holder" {
            self = .holder(name)
        } else if kind == "system" {
            self = .system(try reader.text(6))
        } else if let capacity = Representation(rawValue: kind) {
            self = .representative(name, capacity)
        } else {
            self = .care(try CareActor(reader, kind: kind, name: name))
        }
    }
}

extension CareActor {
    fileprivate init(_ reader: TLVReader, kind: String, name: PersonName) throws(TLVError) {
        let parts = kind.split(separator: "/").map(String.init)
        guard parts.count == 2, let holder = HolderKind(rawValue: parts[0]),
            let authentication = AuthenticationMode(rawValue: parts[1])
        else { throw .malformed(5) }
        let identifier = try reader.text(6)
        let person = ProfessionalID(identifier)
        guard identifier.isEmpty || person != nil else { throw .malformed(6) }
        let profession = try reader.items(8)
        guard profession.count == 2, let role = Code(encoded: profession[0]) else { throw .malformed(8) }
        let structure = try reader.items(9)
        guard structure.count == 3, let idText = String(validating: structure[0], as: UTF8.self),
            let id = StructureID(idText), let structureName = String(validating: structure[1], as: UTF8.self),
            let sector = Code(encoded: structure[2])
        else { throw .malformed(9) }
        self.init(
            person: person,
            name: name,
            profession: Profession(role: role, specialty: Code(encoded: profession[1])),
            structure: Structure(id: id, name: structureName, sector: sector),
            holder: holder,
            authentication: authentication
        )
    }
}
