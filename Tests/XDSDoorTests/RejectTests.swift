import Custody
import DMPWire
import HTTPTypes
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Testing
import XDSWire

/// What is refused, and in what words: each answer is coded, names the element, and bears the identifier of the request.
@Suite struct RejectTests {
    /// Faults of the exchange itself.
    @Test func refusesWhatIsNoExchange() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let ask = try Ask.findDocuments(sender, world)
            var cases: [(String, Ask, Int)] = []
            func add(_ name: String, _ status: Int, _ change: (inout Ask) throws -> Void) rethrows {
                var changed = ask
                try change(&changed)
                cases.append((name, changed, status))
            }
            add("wrong-endpoint", 400) { $0.service = "repository" }
            add("unknown-service", 404) { $0.service = "patientCertif" }
            add("unknown-action", 400) {
                $0 = $0.replacing("urn:ihe:iti:2007:RegistryStoredQuery<", "urn:ihe:iti:2007:Nothing<")
            }
            add("unserved-action", 400) {
                $0 = $0.replacing("urn:ihe:iti:2007:RegistryStoredQuery<", "urn:hl7-org:v3:PRPA_IN201311UV02<")
            }
            add("other-payload", 400) {
                $0 = $0.replacing("urn:ihe:iti:2007:RegistryStoredQuery<", "urn:ihe:iti:2010:UpdateDocumentSet<")
            }
            add("two-payloads", 400) { $0 = $0.replacing("</e:Body>", "<x xmlns=\"urn:x\"/></e:Body>") }
            add("no-security", 400) { $0.text = $0.text.replacing(/<w:Security.*<\/w:Security>/, with: "") }
            add("no-message-id", 400) { $0.text = $0.text.replacing(/<a:MessageID>.*<\/a:MessageID>/, with: "") }
            add("answer-elsewhere", 400) {
                $0 = $0.replacing("addressing/anonymous", "addressing/none")
            }
            add("unknown-header", 500) {
                $0 = $0.replacing("</e:Header>", "<x xmlns=\"urn:x\" e:mustUnderstand=\"true\"/></e:Header>")
            }
            add("not-xml", 400) { $0.text = "bonjour" }
            add("not-soap", 500) { $0.text = "<bonjour/>" }
            add("empty", 400) { $0.text = "" }
            add("entities", 400) { $0.text = Self.bomb }
            add("depth", 400) { $0.text = Self.nested(XMLLimits.maximumDepth + 1) }
            add("json", 415) { $0.contentType = "application/json" }
            add("latin1", 415) { $0.contentType = "application/soap+xml; charset=ISO-8859-1" }
            add("attachments-of-old", 415) {
                $0.contentType = "multipart/related; boundary=b; type=\"text/xml\""
            }
            add("no-certificate", 400) { $0.certificate = nil }
            add("other-certificate", 400) { $0.certificate = [1] }
            add("unknown-card", 400) { $0 = $0.replacing("who=\"gp\"", "who=\"personne\"") }
            add("missing-part", 400) {
                $0 = $0.replacing(
                    "</e:Body>",
                    "</e:Body>"
                ).replacing(
                    "<AdhocQuery ",
                    "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:a\"/><AdhocQuery "
                )
            }
            for (name, ask, status) in cases {
                let reply = try await world.send(ask)
                #expect(reply.status == status, "\(name): \(reply.text)")
                #expect(try reply.fault() != nil, "\(name)")
                try Golden.check(reply, "fault-" + name)
            }
            for method: HTTPRequest.Method in [.get, .put, .delete] {
                let reply = try await world.send(ask, method: method)
                #expect(reply.status == 405)
                #expect(reply.headers[.allow] == "POST")
            }
        }
    }

    /// What the server refuses before the door is reached has the door's words, each its own.
    @Test func saysWhatIsWrongWithTheRequestItself() async throws {
        try await World.with { world in
            var ask = try Ask.findDocuments(try world.sender(), world)
            let method = try await world.send(ask, method: .patch)
            #expect(method.status == 405)
            #expect(try method.fault()?.subcode == .dmp("DMPInvalidMessage"))
            #expect(method.text.contains("Seule la méthode POST est acceptée."))
            ask.encoding = "gzip"
            let encoded = try await world.send(ask)
            #expect(encoded.status == 415)
            #expect(try encoded.fault()?.subcode == .dmp("DMPInvalidMessage"))
            #expect(try encoded.fault()?.element == "Content-Encoding")
            ask.encoding = nil
            ask.service = "services"
            let elsewhere = try await world.send(ask)
            #expect(elsewhere.status == 404)
            let names = ["patients,", "patientsSpecific", "patientsPDQ", "habilitations", "repository", "registry"]
            for name in names { #expect(elsewhere.text.contains(name)) }
        }
    }

    /// Some software leaves the hyphen out.
    @Test(arguments: ["UTF-8", "utf-8", "utf8", "UTF8", "\"utf8\""])
    func readsUTF8HoweverItIsSpelt(_ charset: String) async throws {
        try await World.with { world in
            var ask = try Ask.findDocuments(try world.sender(), world)
            ask.contentType = "application/soap+xml; charset=\(charset)"
            #expect(try await world.send(ask).query().status == .success)
        }
    }

    /// A level, an element or an attribute more than is read (security design X5) is no XML; as many are read, and are no SOAP.
    @Test(arguments: [-1, 0, 1]) func measuresTheFormOfAMessage(step: Int) async throws {
        try await World.with { world in
            var ask = try Ask.findDocuments(try world.sender(), world)
            let attributes = (0..<(XMLLimits.maximumAttributes + step)).map { "a\($0)=''" }.joined(separator: " ")
            let wide = String(repeating: "<b/>", count: XMLLimits.maximumNodes - 1 + step)
            for text in [Self.nested(XMLLimits.maximumDepth + step), "<a>\(wide)</a>", "<a \(attributes)/>"] {
                ask.text = text
                let reply = try await world.send(ask)
                #expect(reply.status == (step > 0 ? 400 : 500), "\(text.prefix(20)): \(reply.text)")
                #expect(try reply.fault()?.subcode == .dmp("DMPInvalidMessage"))
            }
        }
    }

    private static func nested(_ depth: Int) -> String {
        String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }

    private static let bomb = """
        <?xml version="1.0"?><!DOCTYPE e [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\
        <e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>&b;</e:Body></e:Envelope>
        """

    @Test func refusesAnAssertionThatHasServed() async throws {
        try await World.with { world in
            var sender = try world.sender()
            sender.assertion = "_once"
            let ask = try Ask.findDocuments(sender, world)
            #expect(try await world.send(ask).query().status == .success)
            try Golden.check(try await world.send(ask), "fault-replayed")
        }
    }

    /// Where the body names no patient the assertion must: the attribute is named, whoever asks, and no record is looked at.
    @Test func namesTheAttributeThatShouldNameThePatient() async throws {
        try await World.with { world in
            let nobody = Ask.Sender(who: "gp")
            let asks = [
                Ask.habilitation(.authorise, nobody, world), Ask.habilitation(.withdraw, nobody, world),
                Ask.authorisations(.all, nobody, world), Ask.webAccess(nobody, world),
            ]
            for ask in asks {
                let reply = try await world.send(ask)
                #expect(reply.status == 400)
                let fault = try #require(try reply.fault())
                #expect(fault.subcode == .dmp("DMPInvalidVIHF"))
                #expect(fault.element == "urn:oasis:names:tc:xacml:2.0:resource:resource-id")
                #expect(!reply.text.contains("dossier"))
            }
        }
    }

    /// Refusals of registry transactions: 200 and an error list.
    @Test func refusesQueriesInTermsOfTheRegistry() async throws {
        try await World.with(open: ["jeanne", "amina"]) { world in
            let sender = try world.sender()
            let find = try Ask.findDocuments(sender, world)
            let stranger = Ask.Sender(who: "gp", patient: try world.patient("paul").ins)
            let unauthorised = try world.sender("dentist")
            let cases: [(String, Ask, RegistryErrorCode)] = [
                (
                    "other-patient",
                    try Ask.findDocuments(try world.sender("gp", "amina"), world).replacing(
                        "'\(try world.patient("amina").ins.matricule.text)",
                        "'\(try world.patient("jeanne").ins.matricule.text)"
                    ), .patientIDDoesNotMatch
                ),
                ("no-record", try Ask.findDocuments(stranger, world), .unknownPatientID),
                (
                    "production-root", find.replacing("&amp;1.2.250.1.213.1.4.10&", "&amp;1.2.250.1.213.1.4.8&"),
                    .unknownPatientID
                ),
                ("unauthorised", try Ask.findDocuments(unauthorised, world), .accessDeniedByRightsService),
                (
                    "unknown-query",
                    find.replacing("14d4debf-8f97-4251-9a74-a90016b0af0d", "00000000-8f97-4251-9a74-a90016b0af0d"),
                    .unknownStoredQuery
                ),
                (
                    "several-patients",
                    try Ask.findDocuments(sender, world).replacing(
                        "14d4debf-8f97-4251-9a74-a90016b0af0d",
                        "3d1bdb10-39a2-11de-89c2-2f44d94eaa9f"
                    ), .unknownStoredQuery
                ),
                (
                    "folders-of-another",
                    Ask.query(
                        .findFolders(
                            FindFoldersCriteria(
                                patient: PatientIdentifier(try world.patient("amina").ins),
                                statuses: [.approved]
                            )
                        ),
                        sender,
                        world
                    ), .patientIDDoesNotMatch
                ),
                (
                    "all-of-another",
                    Ask.query(
                        .getAll(
                            GetAllCriteria(
                                patient: PatientIdentifier(try world.patient("amina").ins),
                                entries: [.approved],
                                sets: [.approved],
                                folders: [.approved]
                            )
                        ),
                        sender,
                        world
                    ), .patientIDDoesNotMatch
                ),
                (
                    "no-status",
                    try Ask.findDocuments(sender, world).replacing(
                        "$XDSDocumentEntryStatus",
                        "$Other"
                    ), .storedQueryMissingParameter
                ),
            ]
            for (name, ask, code) in cases {
                let reply = try await world.send(ask)
                #expect(reply.status == 200, "\(name)")
                let answer = try reply.query()
                #expect(answer.status == .failure && answer.items.isEmpty, "\(name)")
                #expect(answer.problems.map(\.code) == [code], "\(name): \(reply.text)")
                try Golden.check(reply, "td3.1-" + name)
            }
        }
    }

    @Test func refusesLotsWithoutKeepingAnythingOfThem() async throws {
        try await World.with(open: ["jeanne", "amina"]) { world in
            let sender = try world.sender()
            let documents = try world.documents(of: "jeanne")
            let kept = try await world.deposit([documents[0]], sender)
            let entry = try #require(try await world.entries(sender).first)
            let fresh = documents[0].next(id: SampleLot.oid(world))

            typealias Change = (inout SampleLot) throws -> Void
            let cases: [(String, RegistryErrorCode, Change)] = [
                (
                    "hash", .repositoryMetadataError,
                    { $0.submission.entries[0].hash = [UInt8](repeating: 1, count: 20) }
                ),
                ("size", .repositoryMetadataError, { $0.submission.entries[0].size = 1 }),
                ("empty-part", .repositoryMetadataError, { $0.parts[0].1 = [] }),
                (
                    "no-document", .missingDocument,
                    {
                        $0.submission.documents = []; $0.parts = []
                    }
                ),
                ("no-title", .registryMetadataError, { $0.submission.entries[0].title = "Un autre titre" }),
                (
                    "replaces-unknown", .unresolvedReference,
                    { lot in
                        lot.submission.associations.append(
                            SubmittedAssociation(
                                id: "r",
                                type: .replaces,
                                source: "Document01",
                                target: UniqueID(random: (1, 2)).urn
                            )
                        )
                    }
                ),
                ("replaces-unsaid", .registryMetadataError, { _ in }),
                (
                    "patients-differ", .patientIDDoesNotMatch,
                    { lot in
                        lot.submission.entries[0].patientID = PatientIdentifier(try world.patient("amina").ins)
                    }
                ),
                (
                    "other-patient", .patientIDDoesNotMatch,
                    { lot in
                        let other = PatientIdentifier(try world.patient("amina").ins)
                        lot.submission.entries[0].patientID = other
                        lot.submission.set.patientID = other
                    }
                ),
            ]
            for (name, code, change) in cases {
                var lot = try SampleLot([fresh], world)
                try change(&lot)
                let reply = try await world.send(try lot.ask(sender, world))
                #expect(reply.status == 200, "\(name): \(reply.text)")
                let response = try reply.registry()
                #expect(response.status == .failure)
                #expect(response.problems.contains { $0.code == code }, "\(name): \(reply.text)")
                try Golden.check(reply, "td2.1-" + name)
            }

            var other = documents[1]
            other.id = try #require(kept.uniqueIDs.first)
            let changed = try await world.send(try SampleLot([other], world).ask(sender, world))
            #expect(try changed.registry().problems.map(\.code) == [.nonIdenticalHash], "\(changed.text)")
            try Golden.check(changed, "td2.1-other-content")

            var first = try SampleLot([fresh], world)
            first.submission.associations.append(
                SubmittedAssociation(id: "r", type: .replaces, source: "Document01", target: entry.id)
            )
            #expect(try await world.send(try first.ask(sender, world)).registry() == .success)
            var second = try SampleLot([documents[0].next(id: SampleLot.oid(world))], world)
            second.submission.associations = first.submission.associations
            let late = try await world.send(try second.ask(sender, world))
            #expect(try late.registry().problems.map(\.code) == [.registryDeprecatedDocumentError], "\(late.text)")
            try Golden.check(late, "td2.1-not-current")
            #expect(try await world.entries(sender).count == 2)
        }
    }

    @Test func refusesRetrievalsDocumentByDocument() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let lot = try await world.deposit([try world.documents(of: "jeanne")[0]], sender)
            let unknown = OID(literal: "1.2.250.1.999.77.0")
            let other = OID(literal: "1.2.250.1.999.78")
            let stranger = Ask.Sender(who: "gp", patient: try world.patient("paul").ins)
            let cases: [(String, Ask, RegistryErrorCode)] = [
                ("unknown", Ask.retrieve([unknown], sender, world), .documentUniqueIDError),
                ("repository", Ask.retrieve(lot.uniqueIDs, from: other, sender, world), .unknownRepositoryID),
                ("no-record", Ask.retrieve(lot.uniqueIDs, stranger, world), .unknownPatientID),
                (
                    "not-an-oid", Ask.retrieve([unknown], sender, world).replacing(unknown.text, "urn:x"),
                    .documentUniqueIDError
                ),
            ]
            for (name, ask, code) in cases {
                for ask in [ask, try ask.replacing("ID=\"_", "ID=\"-").inParts()] {
                    let reply = try await world.send(ask)
                    #expect(reply.status == 200)
                    let answer = try reply.retrieved()
                    #expect(answer.documents.isEmpty && answer.response.status == .failure)
                    #expect(answer.response.problems.map(\.code) == [code], "\(name): \(reply.text)")
                    if ask.contentType.hasPrefix("application") { try Golden.check(reply, "td3.2-" + name) }
                }
            }
        }
    }

    @Test func refusesChangesThatDoNotApply() async throws {
        try await World.with { world in
            let sender = try world.sender()
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(2)), sender)
            let entries = try await world.entries(sender)
            let entry = entries[0]
            let nobody = UniqueID(random: (3, 4))
            let cases: [(String, RegistryErrorCode, [MetadataUpdate])] = [
                ("unknown", .unresolvedReference, [.changeStatus(entry: nobody, from: .approved, to: .archived)]),
                ("restore", .metadataUpdateError, [try Updates.status(entry, .archived, .approved)]),
                ("deprecate", .metadataUpdateError, [try Updates.status(entry, .approved, .deprecated)]),
                (
                    "several-with-one-unknown", .unresolvedReference,
                    [
                        try Updates.status(entries[0], .approved, .archived),
                        .changeStatus(entry: nobody, from: .approved, to: .archived),
                    ]
                ),
                (
                    "several-with-one-that-does-not-apply", .metadataUpdateError,
                    [
                        try Updates.status(entries[0], .approved, .archived),
                        try Updates.status(entries[1], .archived, .approved),
                    ]
                ),
                (
                    "twice-the-same", .metadataUpdateOperationError,
                    [
                        try Updates.status(entry, .approved, .archived),
                        try Updates.visibility(entry, add: Visibility.maskedCode),
                    ]
                ),
                (
                    "title", .unmodifiableMetadataError,
                    [try Updates.visibility(entry, add: Visibility.maskedCode) { $0.title = "Autre" }]
                ),
                ("nothing", .metadataUpdateError, [try Updates.visibility(entry)]),
                ("hide", .metadataUpdateError, [try Updates.visibility(entry, add: Visibility.hiddenFromPatientCode)]),
            ]
            for (name, code, updates) in cases {
                let reply = try await world.send(
                    Ask.update(try Updates.request(updates, world), sender, world)
                )
                #expect(reply.status == 200)
                #expect(try reply.registry().problems.map(\.code) == [code], "\(name): \(reply.text)")
                try Golden.check(reply, "td3.3-" + name)
            }
            // All or nothing: what could have been done with the first was not.
            #expect(try await world.entries(sender).map(\.status) == [.approved, .approved])
            #expect(try await world.entries(sender).map(\.version) == entries.map(\.version))
            let foreign = try Updates.request([try Updates.status(entry, .approved, .archived)], world, key: "paul")
            let mismatch = try await world.send(Ask.update(foreign, sender, world))
            #expect(try mismatch.registry().problems.map(\.code) == [.patientIDDoesNotMatch])
            let old = try Updates.visibility(entry, add: Visibility.maskedCode)
            let request = try Updates.request([old], world)
            #expect(try await world.send(Ask.update(request, sender, world)).registry() == .success)
            let stale = try await world.send(Ask.update(try Updates.request([old], world), sender, world))
            #expect(try stale.registry().problems.map(\.code) == [.metadataVersionError])
        }
    }

    /// § 3.5: the entry whose visibility cannot be filed is named, and what to send instead.
    @Test func namesTheEntryWhoseVisibilityCannotBeFiled() async throws {
        try await World.with { world in
            let sender = try world.sender()
            var lot = try SampleLot(Array(try world.documents(of: "jeanne").prefix(2)), world)
            lot.submission.entries[1].confidentialityCodes += [
                Visibility.maskedCode, Visibility.hiddenFromPatientCode,
            ]
            let reply = try await world.send(try lot.ask(sender, world))
            let problems = try reply.registry().problems
            #expect(problems.map(\.code) == [.accessDeniedByRightsService], "\(reply.text)")
            #expect(problems.map(\.location) == ["DocumentEntry[Document02].confidentialityCode"])
            #expect(problems.allSatisfy { $0.context.contains("not both") })
            #expect(try await world.entries(sender).isEmpty)
        }
    }

    /// § 3.5: nor is a new version masked while the one before it is hidden from the patient; it says what to do first.
    @Test func namesTheVersionThatWouldMaskAHiddenOne() async throws {
        try await expectVersionRefused(over: Visibility.hiddenFromPatientCode, isMasked: true, saying: "TD3.3b")
    }

    /// § 3.5, CSP R1111-53: what the patient is not to see yet replaces nothing that he sees; it says what to file instead.
    @Test func namesTheVersionThatWouldShowItselfByTheOneItReplaces() async throws {
        try await expectVersionRefused(asking: Visibility.hiddenFromPatientCode, saying: "document of its own")
    }

    /// Files a document and a new version of it, and expects that the version's confidentiality is refused with this way out.
    private func expectVersionRefused(
        over former: Code? = nil,
        asking asked: Code? = nil,
        isMasked: Bool = false,
        saying remedy: String
    ) async throws {
        try await World.with { world in
            let sender = try world.sender()
            let document = try #require(try world.documents(of: "jeanne").first)
            var first = try SampleLot([document], world)
            if let former { first.submission.entries[0].confidentialityCodes.append(former) }
            #expect(try await world.send(try first.ask(sender, world)).registry() == .success)
            let old = try #require(try await world.entries(sender).first)
            var lot = try SampleLot([document.next(id: SampleLot.oid(world))], world, masked: isMasked)
            if let asked { lot.submission.entries[0].confidentialityCodes.append(asked) }
            lot.submission.associations.append(
                SubmittedAssociation(id: "r", type: .replaces, source: "Document01", target: old.id)
            )
            let reply = try await world.send(try lot.ask(sender, world))
            let problems = try reply.registry().problems
            #expect(problems.map(\.code) == [.accessDeniedByRightsService], "\(reply.text)")
            #expect(problems.map(\.location) == ["DocumentEntry[Document01].confidentialityCode"])
            #expect(problems.allSatisfy { $0.context.contains(remedy) })
            #expect(try await world.entries(sender).map(\.id) == [old.id])
        }
    }

    @Test func refusesMalformedMessagesByNamingTheElement() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let ins = try world.patient("jeanne").ins
            let cases: [(String, Ask)] = [
                ("hl7-code", Ask.patient(.existence, ins, sender, world).replacing("TEST_EXST", "TEST")),
                ("hl7-key", Ask.patient(.existence, ins, sender, world).replacing(ins.matricule.text, "1")),
                (
                    "habilitation-action",
                    Ask.habilitation(.authorise, sender, world).replacing("AJOUT", "AJOUTER")
                ),
                (
                    "retrieve-nothing",
                    Ask.retrieve([], sender, world)
                ),
            ]
            for (name, ask) in cases {
                let reply = try await world.send(ask)
                #expect(reply.status == 400, "\(name): \(reply.text)")
                #expect(try reply.fault()?.element != nil, "\(name)")
                try Golden.check(reply, "fault-" + name)
            }
        }
    }

    /// Access and life cycle § 2.2, PDT-INF-526.
    @Test func refusesWhomTheHolderHasNotAuthorised() async throws {
        try await World.with(authorised: []) { world in
            let sender = try world.sender("nurse")
            let list = try await world.send(Ask.authorisations(.all, sender, world))
            #expect(list.status == 200)
            try Golden.check(list, "td1.6-nurse")
            let nobody = Ask.Sender(who: "gp", patient: try world.patient("paul").ins)
            try Golden.check(try await world.send(Ask.habilitation(.authorise, nobody, world)), "td0.3-no-record")
        }
    }
}
