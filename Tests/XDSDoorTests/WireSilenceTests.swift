import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire
import SampleRecords
import Testing
import XDSWire

/// Twin records over the wire, for each kind of reader: whole answers, byte for byte after names are given to identifiers
/// (design § 2, law 5; CSP R1111-49).
@Suite struct WireSilenceTests {
    /// Who asks, and in what mode.
    struct Reader: Sendable, CustomTestStringConvertible {
        let who: String
        var hasLeave = true
        var mode = AccessMode.normal
        var testDescription: String { "\(who), \(mode.code), \(hasLeave ? "leave" : "no leave")" }
    }

    static let readers = [
        Reader(who: "nurse"), Reader(who: "cardiologist"), Reader(who: "pharmacist"), Reader(who: "midwife"),
        Reader(who: "secretary"), Reader(who: "dentist", hasLeave: false), Reader(who: "occupational", hasLeave: false),
        Reader(who: "surgeon", hasLeave: false, mode: .breakGlass(reason: "Perte de connaissance")),
        Reader(who: "regulator", hasLeave: false, mode: .regulation),
    ]

    @Test(arguments: readers)
    func twinsAreAnsweredAlike(reader: Reader) async throws {
        let with = try await transcript(reader, hides: true)
        let without = try await transcript(reader, hides: false)
        #expect(with.count == without.count && with.count >= 16)
        for (one, other) in zip(with, without) { #expect(one == other) }
    }

    /// How else than by a mask a document is kept from a reader: by what his profession reads, by the category that the holder
    /// closed to it, by the holder's deletion where he may delete.
    enum Hiding: Sendable {
        case byTheMatrix, byAClosedCategory, byTheHoldersDeletion

        /// Nil where any will do.
        var type: Code? {
            switch self {
            case .byTheMatrix: Code("68599-0", CodeSystem.loinc, label: "Synthèse psychiatrique")
            case .byAClosedCategory: Code("18748-4", CodeSystem.loinc, label: "CR d'imagerie médicale")
            case .byTheHoldersDeletion: nil
            }
        }

        var set: String { self == .byTheHoldersDeletion ? "era2019" : "mes2026" }
    }

    @Test(
        arguments: [
            (Hiding.byTheMatrix, "nurse"), (.byTheMatrix, "pharmacist"), (.byAClosedCategory, "cardiologist"),
            (.byTheHoldersDeletion, "nurse"), (.byTheHoldersDeletion, "cardiologist"),
        ]
    )
    func twinsAreAnsweredAlikeWhateverHides(hiding: Hiding, reader: String) async throws {
        let with = try await transcript(Reader(who: reader), hides: true, hiding)
        let without = try await transcript(Reader(who: reader), hides: false, hiding)
        #expect(with.count == without.count && with.count >= 16)
        for (one, other) in zip(with, without) { #expect(one == other) }
        // Something is listed: the comparison is not one of refusals alone.
        #expect(with.contains { $0.hasPrefix("TD3.1\n") && $0.contains("ExtrinsicObject") })
    }

    /// The comparison can fail: of the same document whoever it is not kept from is told.
    @Test(arguments: [(Hiding.byTheMatrix, "cardiologist"), (.byAClosedCategory, "nurse")])
    func whatIsKeptFromOthersIsTold(hiding: Hiding, reader: String) async throws {
        let with = try await transcript(Reader(who: reader), hides: true, hiding)
        let without = try await transcript(Reader(who: reader), hides: false, hiding)
        #expect(with != without)
    }

    /// What is deposited beside a hidden document goes in: the twins above compare more than refusals.
    @Test func whoeverMayFileFilesBesideWhatIsHidden() async throws {
        let answers = try await transcript(Reader(who: "cardiologist"), hides: true)
        for name in ["TD2.1", "TD2.1 replacing his own"] {
            let answer = try #require(answers.first { $0.hasPrefix(name + "\n") })
            #expect(answer.contains("ResponseStatusType:Success"), "\(answer)")
        }
    }

    /// The one exception from silence, and no more than it (docs/security.md, 22): whoever files under an identifier learns that
    /// it is in use, by a refusal that an unused one does not get; neither in whose record nor behind what.
    @Test func thatAnIdentifierIsInUseIsToldAndNothingElse() async throws {
        var answers: [String] = []
        for place in ["jeanne", "paul", nil] {
            try await World.with(open: ["jeanne", "paul"], authorised: ["gp", "cardiologist"]) { world in
                let documents = try world.documents(of: "jeanne")
                var hidden = documents[0]
                if let place {
                    hidden.patient = try world.patient(place)
                    try await world.deposit([hidden], try world.sender("gp", place), masked: true)
                }
                let sender = try world.sender("cardiologist")
                #expect(try await world.entries(sender).isEmpty)
                var own = documents[1]
                own.id = hidden.id
                own.author = try #require(world.population.professional("cardiologist"))
                let reply = try await world.send(try SampleLot([own], by: "cardiologist", world).ask(sender, world))
                var names: [String: String] = [:]
                answers.append(Self.named("\(reply.status)\n\(reply.contentType)\n\(reply.text)", &names))
            }
        }
        #expect(answers.count == 3 && answers[0] == answers[1])
        #expect(answers[0].contains("XDSDuplicateUniqueIdInRegistry"))
        // What silence would be: the same answer as where it is in use nowhere. It is not.
        #expect(answers[2].contains("ResponseStatusType:Success") && answers[2] != answers[0])
    }

    /// Whatever names a document that is hidden is answered as if it named one that exists nowhere: replacements, additions,
    /// transformations, snapshots, changes, questions and retrievals.
    @Test(arguments: readers)
    func aNameOfWhatIsHiddenIsANameOfNothing(reader: Reader) async throws {
        try await World.with(authorised: ["gp"] + (reader.hasLeave ? [reader.who] : [])) { world in
            let author = try world.sender("gp")
            let documents = try world.documents(of: "jeanne")
            try await world.deposit([documents[0]], author)
            try await world.deposit([documents[1]], author, masked: true)
            let hidden = try #require(try await world.entries(author).first { $0.uniqueID == documents[1].id })
            var nowhere = hidden
            nowhere.id = UniqueID(random: (5, 6)).urn
            nowhere.logicalID = nowhere.id
            nowhere.uniqueID = OID(literal: "1.2.250.1.999.78.1")
            let sender = Ask.Sender(who: reader.who, patient: try world.patient("jeanne").ins, mode: reader.mode)
            let told = try await Self.naming(hidden, sender, world, documents[2], from: 910_000)
            let silent = try await Self.naming(nowhere, sender, world, documents[2], from: 920_000)
            #expect(told.count == silent.count && told.count >= 13)
            for (one, other) in zip(told, silent) { #expect(one == other) }
        }
    }

    /// The comparison can fail: to its author the hidden document is no name of nothing.
    @Test func aNameOfWhatOneMaySeeIsAnsweredOtherwise() async throws {
        try await World.with { world in
            let author = try world.sender("gp")
            let documents = try world.documents(of: "jeanne")
            try await world.deposit([documents[1]], author, masked: true)
            let hidden = try #require(try await world.entries(author).first)
            var nowhere = hidden
            nowhere.id = UniqueID(random: (5, 6)).urn
            nowhere.logicalID = nowhere.id
            nowhere.uniqueID = OID(literal: "1.2.250.1.999.78.1")
            let silent = try await Self.naming(nowhere, author, world, documents[2], from: 920_000)
            let told = try await Self.naming(hidden, author, world, documents[2], from: 910_000)
            #expect(told != silent)
        }
    }

    /// Everything that can name an entry, asked about one.
    private static func naming(
        _ entry: SubmittedEntry,
        _ sender: Ask.Sender,
        _ world: World,
        _ new: CDABuilder,
        from first: Int
    ) async throws -> [String] {
        let (id, uniqueID) = (try #require(UniqueID(entry.id)), try #require(entry.uniqueID))
        let logicalID = try #require(entry.logicalID)
        let professional = try #require(world.population.professional(sender.who))
        var answers: [String] = []
        func note(_ name: String, _ reply: Reply) {
            var text = "\(name)\n\(reply.status)\n\(reply.contentType)\n\(reply.text)"
            for own in [entry.id, id.text, logicalID, uniqueID.text] { text = text.replacing(own, with: "named") }
            var names: [String: String] = [:]
            answers.append(named(text, &names))
        }
        for (name, ask) in [
            ("TD3.1 by id", Ask.query(.getDocuments(.uniqueIDs([uniqueID])), sender, world)),
            ("TD3.1b", Ask.query(.getDocuments(.uniqueIDs([uniqueID])), sender, world, as: .objectRef)),
            ("associations", Ask.query(.getAssociations([id]), sender, world)),
            ("TD3.2", Ask.retrieve([uniqueID], sender, world)),
        ] { note(name, try await world.send(ask)) }
        let updates = [
            try Updates.status(entry, .approved, .archived), try Updates.status(entry, .approved, .deleted),
            try Updates.visibility(entry, remove: Visibility.maskedCode),
            try Updates.visibility(entry, add: Visibility.hiddenFromPatientCode),
        ]
        for update in updates {
            var request = try Updates.request([update], world)
            request.set.authors = [professional.author()]
            note("TD3.3", try await world.send(Ask.update(request, sender, world)))
        }
        let types: [AssociationType] = [.replaces, .appends, .transforms, .transformsAndReplaces, .isSnapshotOf]
        for (number, type) in types.enumerated() {
            var document = new
            document.id = try #require(OID("1.2.250.1.999.77.\(first + number)"))
            if sender.who != "secretary" { document.author = professional }
            if type.deprecatesTarget {
                document.replaces = uniqueID
                document.version += 1
            }
            var lot = try SampleLot([document], by: sender.who, world)
            lot.submission.associations.append(
                SubmittedAssociation(id: "r", type: type, source: "Document01", target: entry.id)
            )
            note("\(type)", try await world.send(try lot.ask(sender, world)))
        }
        return answers
    }

    /// The comparison can fail: what is visible is told.
    @Test func whatIsVisibleIsTold() async throws {
        let with = try await transcript(Reader(who: "nurse"), hides: true, masked: false)
        let without = try await transcript(Reader(who: "nurse"), hides: false)
        #expect(with != without)
    }

    private func transcript(
        _ reader: Reader,
        hides: Bool,
        masked: Bool = true,
        _ hiding: Hiding? = nil
    ) async throws -> [String] {
        var answers: [String] = []
        let authorised = ["gp"] + (reader.hasLeave ? [reader.who] : [])
        let set = hiding?.set ?? "mes2026"
        try await World.with(authorised: authorised, under: set, activated: hiding != nil) { world in
            let author = try world.sender("gp")
            let documents = try world.documents(of: "jeanne")
            try await world.deposit([documents[0]], author)
            let visible = try #require(try await world.entries(author).first).id
            if let hiding {
                try await Self.prepare(hiding, in: world)
                if hides { try await Self.hide(documents[1], hiding, in: world) }
            } else if hides {
                try await world.deposit([documents[1]], author, masked: masked)
            }
            let sender = Ask.Sender(who: reader.who, patient: try world.patient("jeanne").ins, mode: reader.mode)
            var names: [String: String] = [:]
            for (name, ask) in try Self.asks(sender, documents[1].id, world) {
                let reply = try await world.send(ask)
                answers.append(Self.named("\(name)\n\(reply.status)\n\(reply.contentType)\n\(reply.text)", &names))
            }
            // Deposits last: a new document, a new version of what is visible, one of his own, and what is then listed. Their
            // identifiers are fixed: they are part of the bytes.
            var new = documents[2]
            // A desk writes nothing in its own name.
            if reader.who != "secretary" { new.author = try #require(world.population.professional(reader.who)) }
            let filed = new
            func own() async throws -> String? { try await world.entries(author).first { $0.uniqueID == filed.id }?.id }
            let deposits: [(String, CDABuilder, () async throws -> String?)] = [
                ("TD2.1", filed, { nil }),
                ("TD2.1 replacing", documents[0].next(id: OID(literal: "1.2.250.1.999.77.1")), { visible }),
                ("TD2.1 replacing his own", filed.next(id: OID(literal: "1.2.250.1.999.77.2")), own),
            ]
            for (name, document, target) in deposits {
                var lot = try SampleLot([document], by: reader.who, world)
                if let target = try await target() {
                    lot.submission.associations.append(
                        SubmittedAssociation(id: "r", type: .replaces, source: "Document01", target: target)
                    )
                }
                let reply = try await world.send(try lot.ask(sender, world))
                answers.append(Self.named("\(name)\n\(reply.status)\n\(reply.contentType)\n\(reply.text)", &names))
            }
            let list = try await world.send(try Ask.findDocuments(sender, world))
            answers.append(Self.named("TD3.1 after\n\(list.status)\n\(list.text)", &names))
        }
        return answers
    }

    /// What both twins have: the closing itself, and whatever signing in leaves behind.
    private static func prepare(_ hiding: Hiding, in world: World) async throws {
        let holder = try await world.holder("jeanne")
        guard hiding == .byAClosedCategory else { return }
        let imaging = CategoryClosure(profession: "10", category: "31")
        #expect(try await world.service.carryOut(.closeCategory(imaging), holder) == .done)
    }

    private static func hide(_ document: CDABuilder, _ hiding: Hiding, in world: World) async throws {
        var hidden = document
        if let type = hiding.type {
            hidden.type = type
            hidden.content = .file(mediaType: "text/plain", bytes: Array("Rien que pour certains".utf8))
        }
        try await world.deposit([hidden], try world.sender())
        guard hiding == .byTheHoldersDeletion else { return }
        _ = try await world.service.change(.uniqueIDs([hidden.id]), .delete, try await world.holder("jeanne"))
    }

    private static func asks(_ sender: Ask.Sender, _ hidden: OID, _ world: World) throws -> [(String, Ask)] {
        let ins = try #require(sender.patient)
        let patient = PatientIdentifier(ins)
        let nobody = UniqueID(random: (5, 6))
        let since = World.now.advanced(bySeconds: -86_400)
        func patients(_ kind: PatientListQuery.DateKind) -> Ask {
            let query = PatientListQuery(since: HL7Time(since), kind: kind, owner: nil)
            var plain = sender
            plain.patient = nil
            return Ask.soap("patientsSpecific", .patientList, plain, world) { query.write(&$0) }
        }
        let update = MetadataUpdate.changeStatus(entry: nobody, from: .approved, to: .archived)
        return [
            ("TD0.2", Ask.patient(.existence, ins, sender, world)),
            ("TD1.3a", Ask.patient(.administrativeData, ins, sender, world)),
            ("TD0.4", patients(.authorisation)), ("TD0.4", patients(.document)),
            ("TD3.1", try Ask.findDocuments(sender, world)),
            (
                "TD3.1 sets",
                Ask.query(
                    .findSubmissionSets(FindSubmissionSetsCriteria(patient: patient, statuses: [.approved])),
                    sender,
                    world
                )
            ), ("TD3.1 by id", Ask.query(.getDocuments(.uniqueIDs([hidden])), sender, world)),
            ("TD3.1b", Ask.query(.getDocuments(.uniqueIDs([hidden])), sender, world, as: .objectRef)),
            ("associations", Ask.query(.getAssociations([nobody]), sender, world)),
            ("TD3.2", Ask.retrieve([hidden], sender, world)),
            ("TD3.2 in parts", try Ask.retrieve([hidden], sender, world).inParts()),
            ("TD3.3", Ask.update(try Updates.request([update], world), sender, world)),
            ("TD1.6", Ask.authorisations(.all, sender, world)),
        ]
    }

    /// Identifiers by the order of their first appearance over all answers.
    private static func named(_ text: String, _ names: inout [String: String]) -> String {
        let uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|1\.2\.250\.1\.999\.77\.[0-9]+/
        return text.replacing(uuid) { match in
            let id = String(match.output)
            if let name = names[id] { return name }
            let name = "id-\(names.count)"
            names[id] = name
            return name
        }
    }
}
