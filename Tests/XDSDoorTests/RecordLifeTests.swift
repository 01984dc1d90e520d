import DMPWire
import HealthRecord
import SOAPWire
import SafeXML
import SampleRecords
import Testing
import XDSDoor
import XDSWire

/// TD1.1 – TD1.5 under a set that lets professionals administer records (interop sheet § 2.7).
@Suite struct RecordLifeTests {
    private static let set = "era2019"

    static func header(_ world: World) -> HL7MessageHeader {
        HL7MessageHeader(
            id: InstanceID(OID(literal: "1.2.250.1.999.1.1"), world.source.id().text),
            creationTime: HL7Time(World.now),
            processing: .debugging,
            receiver: .dmp,
            sender: HL7Device(id: OID(literal: "1.2.250.1.999.1"), softwareName: "Essai")
        )
    }

    static func change(
        _ request: RecordChange.Request,
        _ sender: Ask.Sender,
        _ world: World,
        key: String = "jeanne",
        author: RecordAuthor? = nil,
        _ edit: (inout PatientFile) -> Void = { _ in }
    ) throws -> Ask {
        let person = try world.patient(key)
        var file = PatientFile(identifiers: [person.ins], status: .active, traits: person.traits)
        edit(&file)
        let change = try #require(
            RecordChange(header: header(world), request: request, author: author, file: file)
        )
        let action: DMPAction = request.reason == .creation ? .recordCreation : .recordUpdate
        return Ask.soap("patients", action, sender, world) { change.write(&$0) }
    }

    private func outcome(_ reply: Reply) throws -> RecordChangeAnswer {
        guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
        return try RecordChangeAnswer(payload)
    }

    private func standing(_ sender: Ask.Sender, _ world: World) async throws -> PatientFile? {
        let ask = Ask.patient(.administrativeData, try #require(sender.patient), sender, world)
        guard case .payload(let payload) = try await world.send(ask).soap().content,
            case .found(let file) = try PatientQueryAnswer(payload).outcome
        else { return nil }
        return file
    }

    /// Access and life cycle § 4; TD0.2, TD1.1, TD1.2, TD1.4.
    @Test func aRecordIsOpenedClosedAndOpenedAgain() async throws {
        try await World.with(open: [], under: Self.set) { world in
            let sender = try world.sender()
            let created = try await world.send(
                try Self.change(.create(consent: true), sender, world) { $0.refusesBreakGlass = true }
            )
            try Golden.check(created, "td1.1")
            #expect(try outcome(created).isAccepted, "\(created.text)")
            let opened = try #require(try await standing(sender, world))
            #expect(opened.status == .active && opened.isAttachedToENS == false)
            #expect(opened.refusesBreakGlass == true && opened.refusesRegulation == false)
            try await world.deposit(Array(try world.documents(of: "jeanne").prefix(1)), sender)

            let closure = PatientFileClosure(at: nil, reasonCode: "FERMETURE_DEMANDE_PATIENT", text: "À sa demande")
            let closed = try await world.send(try Self.change(.close(closure), sender, world))
            try Golden.check(closed, "td1.4")
            #expect(try outcome(closed).isAccepted, "\(closed.text)")
            guard
                case .payload(let payload) = try await world.send(
                    Ask.patient(.existence, try #require(sender.patient), sender, world)
                ).soap().content, case .found(let file) = try PatientQueryAnswer(payload).outcome,
                case .terminated(let told) = file.status
            else {
                Issue.record("not closed")
                return
            }
            #expect(told.reason == .holderRequest && told.text == "À sa demande")
            #expect(told.at?.start.date == World.now.date)
            #expect(try await world.send(try Ask.findDocuments(sender, world)).query().status == .failure)

            let again = try await world.send(try Self.change(.close(closure), sender, world))
            #expect(try outcome(again).acknowledgement.details.map(\.code) == ["DMPClosed"])
            try Golden.check(again, "td1.4-closed")

            let reopened = try await world.send(try Self.change(.reactivate(consent: true), sender, world))
            try Golden.check(reopened, "td1.2")
            #expect(try outcome(reopened).isAccepted, "\(reopened.text)")
            #expect(try await world.send(try Ask.authorise("gp", "jeanne", world)).text.contains("DMPOk"))
            #expect(try await world.entries(sender).count == 1)
            let open = try await world.send(try Self.change(.reactivate(consent: true), sender, world))
            #expect(try outcome(open).acknowledgement.details.map(\.code) == ["DMPFound"])
        }
    }

    /// TD1.3.
    @Test func dataAndWishesAreChanged() async throws {
        try await World.with(under: Self.set) { world in
            let sender = try world.sender()
            let reply = try await world.send(
                try Self.change(.modify, sender, world) { file in
                    file.refusesRegulation = true
                    file.telecoms = [PatientTelecom(value: "mailto:nouvelle@essai.example")]
                    file.address = PostalAddress(streetLines: ["4 rue de l'Essai"], postalCode: "21000", city: "DIJON")
                }
            )
            try Golden.check(reply, "td1.3b")
            #expect(try outcome(reply).isAccepted, "\(reply.text)")
            let file = try #require(try await standing(sender, world))
            #expect(file.refusesRegulation == true && file.refusesBreakGlass == false)
            #expect(file.telecoms.map(\.value) == ["mailto:nouvelle@essai.example"])
            #expect(
                file.address
                    == PostalAddress(streetLines: ["4 rue de l'Essai"], postalCode: "21000", city: "DIJON")
            )
        }
    }

    /// A number at home takes no text messages, and what the record has no place for is said (interop § 2.7, TD1.3b).
    @Test func codesGoToAMobile() async throws {
        let home = PatientTelecom(value: "tel:+33100000000", use: "HP")
        let mobile = PatientTelecom(value: "tel:+33600000043", use: "MC")
        let plain = PatientTelecom(value: "tel:+33600000044")
        let mail = PatientTelecom(value: "mailto:nouvelle@essai.example")
        let cases: [(sent: [PatientTelecom], kept: [PatientTelecom])] = [
            ([home, mobile, mail], [mobile, mail]), ([plain, mobile], [mobile]), ([home, mail], [mail]),
            ([mobile, mail], [mobile, mail]), ([plain], [PatientTelecom(value: plain.value, use: "MC")]),
        ]
        try await World.with(under: Self.set) { world in
            let sender = try world.sender()
            for (number, (sent, kept)) in cases.enumerated() {
                let reply = try await world.send(try Self.change(.modify, sender, world) { $0.telecoms = sent })
                let answer = try outcome(reply)
                #expect(answer.isAccepted, "\(reply.text)")
                let remarks = answer.acknowledgement.details
                #expect(remarks.map(\.code) == (number < 3 ? ["DMPTelecomNotSaved"] : []), "\(number)")
                #expect(remarks.allSatisfy { $0.severity == .warning })
                #expect(try #require(try await standing(sender, world)).telecoms == kept, "\(number)")
            }
        }
    }

    /// Another day of birth is another person, and nothing of what comes with it is kept (TD1.3).
    @Test func anotherDayOfBirthIsRefusedAndChangesNothing() async throws {
        try await World.with(under: Self.set) { world in
            let sender = try world.sender()
            let before = try #require(try await standing(sender, world))
            let traits = try #require(before.traits)
            let reply = try await world.send(
                try Self.change(.modify, sender, world) { file in
                    file.traits?.birthDate = CalendarDate(daysSinceEpoch: traits.birthDate.daysSinceEpoch + 1)
                    file.refusesRegulation = true
                    file.telecoms = [PatientTelecom(value: "mailto:nouvelle@essai.example")]
                }
            )
            let answer = try outcome(reply)
            #expect(reply.status == 200 && !answer.isAccepted)
            #expect(answer.acknowledgement.details.map(\.code) == ["DMPInvalidTraits"], "\(reply.text)")
            #expect(reply.text.contains("patientPerson/birthTime"), "\(reply.text)")
            let after = try #require(try await standing(sender, world))
            #expect(after.traits == traits && after.telecoms == before.telecoms)
            #expect(after.refusesRegulation == false && before.refusesRegulation == false)
            // The same message with the day as it is.
            let whole = try await world.send(
                try Self.change(.modify, sender, world) { file in
                    file.traits?.birthDate = traits.birthDate
                    file.refusesRegulation = true
                    file.telecoms = before.telecoms
                    file.address = PostalAddress(streetLines: ["4 rue de l'Essai"], postalCode: "21000", city: "DIJON")
                }
            )
            #expect(try outcome(whole).isAccepted, "\(whole.text)")
            #expect(try await standing(sender, world)?.refusesRegulation == true)
        }
    }

    /// Access and life cycle § 4, TD1.4.
    @Test func refusalsAreCodedAndNameTheElement() async throws {
        try await World.with(under: Self.set) { world in
            let sender = try world.sender()
            let nobody = Ask.Sender(who: "gp", patient: try world.patient("paul").ins)
            let other = RecordAuthor(
                person: world.population.professional("nurse")?.id,
                structure: try #require(world.population.professional("gp")).workplace.structure.id
            )
            let odd = PatientFileClosure(at: nil, reasonCode: "FERMETURE_POUR_RIEN")
            let cases: [(String, Ask, String)] = [
                ("1-found", try Self.change(.create(consent: true), sender, world), "DMPFound"),
                (
                    "1-no-consent", try Self.change(.create(consent: false), nobody, world, key: "paul"),
                    "DMPAccessDeniedByRightsService"
                ),
                (
                    "1-consent-unsaid", try Self.change(.create(consent: nil), nobody, world, key: "paul"),
                    "DMPAccessDeniedByRightsService"
                ),
                (
                    "1-other-patient", try Self.change(.create(consent: true), sender, world, key: "paul"),
                    "DMPPatientIdDoesNotMatch"
                ),
                ("1-other-author", try Self.change(.modify, sender, world, author: other), "DMPAuthorDoesNotMatch"),
                (
                    "2-no-consent", try Self.change(.reactivate(consent: false), sender, world),
                    "DMPAccessDeniedByRightsService"
                ),
                (
                    "2-no-record", try Self.change(.reactivate(consent: true), nobody, world, key: "paul"),
                    "DMPUnknownPatient"
                ),
                ("3-no-record", try Self.change(.modify, nobody, world, key: "paul"), "DMPUnknownPatient"),
                ("4-no-record", try Self.change(.close(odd), nobody, world, key: "paul"), "DMPInvalidReason"),
                ("4-reason", try Self.change(.close(odd), sender, world), "DMPInvalidReason"),
            ]
            for (name, ask, code) in cases {
                let reply = try await world.send(ask)
                #expect(reply.status == 200, "\(name)")
                let answer = try outcome(reply)
                #expect(!answer.isAccepted, "\(name)")
                #expect(answer.acknowledgement.details.map(\.code) == [code], "\(name): \(reply.text)")
                try Golden.check(reply, "td1.\(name)")
            }
            #expect(try await standing(nobody, world) == nil)
            #expect(try await standing(sender, world)?.status == .active)
        }
    }

    /// Since 2022 the record belongs to *Mon espace santé*: its holder opens, changes and closes it there (interop § 2.7)
    /// (access and life cycle § 4, CSP R1111-28; TD1.1, TD1.3).
    @Test func underTheLawOfTodayProfessionalsAdministerNothing() async throws {
        try await World.with { world in
            let sender = try world.sender()
            let nobody = Ask.Sender(who: "gp", patient: try world.patient("paul").ins)
            #expect(try await standing(sender, world)?.isAttachedToENS == true)
            let closure = PatientFileClosure(at: nil, reasonCode: "FERMETURE_DEMANDE_PATIENT")
            for (name, ask) in [
                ("1", try Self.change(.create(consent: true), nobody, world, key: "paul")),
                ("3", try Self.change(.modify, sender, world)), ("4", try Self.change(.close(closure), sender, world)),
                ("2", try Self.change(.reactivate(consent: true), sender, world)),
            ] {
                let reply = try await world.send(ask)
                let codes = try outcome(reply).acknowledgement.details.map(\.code)
                #expect(codes == ["DMPAccessDeniedByRightsService"], "\(name): \(reply.text)")
            }
            #expect(try await standing(sender, world)?.status == .active)
        }
    }

    @Test func messagesThatCannotBeReadAreFaults() async throws {
        try await World.with(under: Self.set) { world in
            let sender = try world.sender()
            let ask = try Self.change(.modify, sender, world)
            for (name, broken) in [
                ("reason", ask.replacing("MODIF_DATA", "MODIF")), ("person", ask.replacing("patientPerson", "person")),
                ("status", ask.replacing("<patient classCode=\"PAT\">", "<patient classCode=\"PAT\"><statusCode/>")),
            ] {
                let reply = try await world.send(broken)
                #expect(reply.status == 400, "\(name): \(reply.text)")
                try Golden.check(reply, "fault-td1-" + name)
            }
        }
    }

    @Test func accessesAreMadeOnceAndRenewed() async throws {
        try await World.with(open: [], under: Self.set) { world in
            let sender = try world.sender()
            #expect(try outcome(await world.send(Self.change(.create(consent: true), sender, world))).isAccepted)
            func send(_ request: PatientAccessRequest, _ action: DMPAction) async throws -> (Reply, PatientAccessAnswer)
            {
                let reply = try await world.send(
                    Ask.soap("patientsSpecific", action, sender, world) { request.write(&$0) }
                )
                guard case .payload(let payload) = try reply.soap().content else { throw Reply.NoAnswer() }
                return (reply, try PatientAccessAnswer(payload, to: request))
            }
            let mail = try #require(PatientAccessRequest.Channel(.email, "lou@essai.example"))
            #expect(try await send(.renewSecrets, .updatePatientAccess).1.outcome.status == "DMPPatientAccessUnknown")
            let made = try await send(.create(mail), .createPatientAccess).1
            #expect(made.outcome.isSuccess && made.login == sender.patient?.matricule.text)
            let again = try await send(.create(mail), .createPatientAccess)
            #expect(again.1.outcome.status == "DMPPatientAccessAlreadyExists" && again.1.password == nil)
            try Golden.check(again.0, "td1.5a-again")
            let renewed = try await send(.renewSecrets, .updatePatientAccess).1
            #expect(renewed.outcome.isSuccess && renewed.password != nil && renewed.password != made.password)
            let phone = try #require(PatientAccessRequest.Channel(.text, "+33600000043"))
            let changed = try await send(.changeChannel(.add, phone), .patientOTPUpdate)
            #expect(changed.1.outcome.isSuccess && changed.1.password == nil)
            try Golden.check(changed.0, "td1.5b")
            let file = try #require(try await standing(sender, world))
            #expect(file.telecoms.map(\.value).contains("tel:+33600000043"))
            // What is there is not added again, and what is not there is neither changed nor taken away (interop sheet § 2.7).
            let other = try #require(PatientAccessRequest.Channel(.text, "+33600000044"))
            func status(_ action: PatientAccessRequest.ChannelAction) async throws -> String? {
                try await send(.changeChannel(action, other), .patientOTPUpdate).1.outcome.status
            }
            func phones() async throws -> [String] {
                try #require(try await standing(sender, world)).telecoms.map(\.value).filter { $0.hasPrefix("tel:") }
            }
            #expect(try await status(.add) == "DMPPatientAccessOTPAlreadyExists")
            #expect(try await phones() == ["tel:+33600000043"])
            #expect(try await status(.change) == "DMPOk")
            #expect(try await phones() == ["tel:+33600000044"])
            #expect(try await status(.remove) == "DMPOk")
            #expect(try await phones() == [])
            #expect(try await status(.remove) == "DMPConflict")
            #expect(try await status(.change) == "DMPConflict")
            #expect(try await phones() == [])
            #expect(try await status(.add) == "DMPOk")
        }
    }
}
