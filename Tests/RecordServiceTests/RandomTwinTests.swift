import Custody
import HealthRecord
import RecordService
import SampleRecords
import Sealing
import Testing
import XDSWire

/// Twins whose lives are drawn by chance and differ only by what is hidden.
///
/// On one of them it is filed, read and deleted, on the other it never was: whoever it is hidden from gets the same answers
/// (design § 2, law 5; access and life cycle § 3.5).
@Suite struct RandomTwinTests {
    /// From whom something is hidden, and how.
    enum Secret: CaseIterable, Sendable {
        case fromProfessionals, fromTheHolder, fromAParent
        /// What a nurse does not read of; what the holder closed to physicians; what he deleted, under the set that lets him.
        case byTheMatrix, byAClosedCategory, byTheHoldersDeletion

        var visibility: Visibility {
            switch self {
            case .fromProfessionals: .maskedToProfessionals
            case .fromTheHolder: .hiddenFromPatient
            case .fromAParent: .hiddenFromRepresentatives
            case .byTheMatrix, .byAClosedCategory, .byTheHoldersDeletion: []
            }
        }

        var type: Code {
            switch self {
            case .byTheMatrix: Lots.psychiatry
            case .byAClosedCategory: Lots.imaging
            default: Lots.consultation
            }
        }

        var isFromCare: Bool { self != .fromTheHolder && self != .fromAParent }
        var reader: String { self == .byTheMatrix ? "nurse" : "cardiologist" }
    }

    /// What happens; what is hidden happens to one twin alone.
    private enum Step {
        case file(UInt64), read(UInt64), turnMask(UInt64), archive(UInt64), pass(Int64), look
        case fileHidden(UInt64), readHidden(UInt64), dropHidden(UInt64)

        var isHidden: Bool {
            switch self {
            case .file, .read, .turnMask, .archive, .pass, .look: false
            case .fileHidden, .readHidden, .dropHidden: true
            }
        }
    }

    private static func life(_ seed: UInt64) -> [Step] {
        var random = SplitMix64(seed: seed)
        func pick(_ limit: UInt64) -> UInt64 { random.next() % limit }
        var steps: [Step] = [.file(1), .read(1)]
        var (plain, hidden): (UInt64, UInt64) = (1, 0)
        for _ in 0..<16 {
            switch pick(9) {
            case 0, 1:
                plain += 1
                steps.append(.file(plain))
            case 2, 3:
                hidden += 1
                steps.append(.fileHidden(50 + hidden))
            case 4: steps.append(.read(1 + pick(plain)))
            case 5: steps.append(.turnMask(1 + pick(plain)))
            case 6: steps.append(pick(2) == 0 ? .archive(1 + pick(plain)) : .look)
            case 7 where hidden > 0: steps.append(pick(4) == 0 ? .dropHidden(51) : .readHidden(51 + pick(hidden)))
            default: steps.append(.pass(60 + Int64(pick(10_000))))
            }
        }
        return steps + [.pass(60), .fileHidden(90), .readHidden(90)]
    }

    /// A record whose life it was, with or without what is hidden.
    private final class Twin {
        let folder: Folder
        let office: Office
        let patient: SamplePatient
        let secret: Secret
        let gp: SampleProfessional
        let reader: SampleProfessional
        private var masked: Set<UInt64> = []

        init(_ secret: Secret) async throws {
            folder = try Folder()
            office = try Office(folder: folder.path)
            self.secret = secret
            patient = secret == .fromAParent ? try Office.child() : try Lots.patient()
            gp = try Lots.professional("gp")
            reader = try Lots.professional(secret.reader)
            try await office.open(patient)
            if secret == .byTheHoldersDeletion {
                try await office.service.migrate(try office.qualified(patient), to: "era2019")
            }
            if secret == .fromAParent { _ = try await office.parent(of: patient) }
            for one in [gp, reader] {
                let actor = one.actor()
                let leave = Authorisation(
                    subject: actor.subject,
                    name: actor.name,
                    profession: actor.profession,
                    structure: actor.structure,
                    since: office.now,
                    until: nil,
                    origin: .givenByHolder,
                    lastAct: office.now
                )
                _ = try await office.service.carryOut(.authorise(leave), try await portal())
            }
            if secret == .byAClosedCategory {
                let imaging = CategoryClosure(profession: "10", category: "31")
                _ = try await office.service.carryOut(.closeCategory(imaging), try await portal())
            }
        }

        /// Who comes by the portal: the holder, or the parent of a child.
        func portal() async throws -> Visit {
            secret == .fromAParent
                ? try await office.portal(
                    INS(try #require(NIR(body: "1700521231999")), root: .test),
                    Office.parentSecret
                ) : try await office.holder(patient)
        }

        func live(_ steps: [Step], hides: Bool) async throws {
            for step in steps where hides || !step.isHidden { try await take(step) }
            // From here on both count their requests from the same number.
            while office.number < 2000 {}
        }

        private func take(_ step: Step) async throws {
            let service = office.service
            func visit() async throws -> Visit { try await office.visit(gp, patient) }
            switch step {
            case .pass(let seconds): office.pass(seconds)
            case .look: _ = try await service.list(try await visit())
            case .file(let number): _ = try await office.file(number, of: patient, by: gp)
            case .fileHidden(let number):
                let visibility = secret.visibility
                let hidden = try await office.file(
                    number,
                    of: patient,
                    by: gp,
                    visibility: visibility,
                    type: secret.type
                )
                if secret == .byTheHoldersDeletion {
                    // Read by its author while it is there: afterwards it is gone for him too, and he asks in vain.
                    _ = try await service.read([hidden], try await visit())
                    _ = try await service.change(.uniqueIDs([hidden]), .delete, try await portal())
                }
            case .readHidden where secret == .byTheHoldersDeletion, .dropHidden where secret == .byTheHoldersDeletion:
                break
            case .read(let number), .readHidden(let number):
                _ = try await service.read([try RandomTwinTests.id(number)], try await visit())
            case .turnMask(let number):
                let change: DocumentChange = masked.remove(number) == nil ? .mask : .unmask
                if change == .mask { masked.insert(number) }
                // What is archived already is refused, on both.
                _ = try? await service.change(.uniqueIDs([try RandomTwinTests.id(number)]), change, try await visit())
            case .archive(let number):
                _ = try? await service.change(.uniqueIDs([try RandomTwinTests.id(number)]), .archive, try await visit())
            case .dropHidden(let number):
                _ = try? await service.change(.uniqueIDs([try RandomTwinTests.id(number)]), .delete, try await visit())
            }
        }

        /// All that the one from whom it is hidden may ask.
        func answers() async throws -> [(String, String)] {
            let service = office.service
            let isCare = secret.isFromCare
            func visit() async throws -> Visit {
                isCare ? try await office.visit(reader, patient) : try await portal()
            }
            let ids = try [1, 51, 90].map { try RandomTwinTests.id($0) }
            var all: [(String, String)] = []
            all.append(await TwinTests.answer("list") { try await service.list(try await visit()) })
            all.append(await TwinTests.answer("find") { try await service.find(.uniqueIDs(ids), try await visit()) })
            all.append(
                await TwinTests.answer("read") { try await service.read(ids, try await visit()).map(\.text) }
            )
            for change in [DocumentChange.mask, .unmask, .archive, .delete, .hideFromRepresentatives] {
                for id in ids.dropFirst() {
                    all.append(
                        await TwinTests.answer("\(change)") {
                            try await service.change(.uniqueIDs([id]), change, try await visit())
                        }
                    )
                }
            }
            all.append(
                await TwinTests.answer("history") {
                    try await service.history(limit: 200, try await visit()).events.map(TwinTests.lines)
                }
            )
            all.append(
                await TwinTests.answer("authorisations") { try await service.authorisations(try await visit()) }
            )
            all.append(
                await TwinTests.answer("last acts") { try await TwinTests.lastActs(service, try await visit()) }
            )
            if isCare {
                all.append(await TwinTests.answer("standing") { try await service.standing(try await visit()) })
                all.append(
                    await TwinTests.answer("patients") {
                        try await service.myPatients(StandingQuery(), try await visit())
                    }
                )
                all.append(await TwinTests.answer("notices") { try await service.careNotices(try await visit()) })
            } else {
                all.append(await TwinTests.answer("file") { try await service.file(try await visit()) })
                all.append(await TwinTests.answer("emergencies") { try await service.emergencies(try await visit()) })
                let news = try await office.news.map { "\($0.notice)".replacing(/"[^"]*"/, with: "code") }
                all.append(("notices", news.joined(separator: "\n")))
            }
            return all
        }
    }

    private static func id(_ number: UInt64) throws -> OID { try #require(OID("2.25.7770\(number)")) }

    @Test(arguments: Secret.allCases, UInt64(1)...8)
    func twinsAreAnsweredAlike(secret: Secret, seed: UInt64) async throws {
        let steps = Self.life(seed)
        var answers: [[(String, String)]] = []
        for hides in [true, false] {
            let twin = try await Twin(secret)
            try await twin.live(steps, hides: hides)
            answers.append(try await twin.answers())
            try await twin.office.close()
        }
        #expect(answers[0].count == answers[1].count)
        for (with, without) in zip(answers[0], answers[1]) { TwinTests.expectSame(with, without) }
    }

    /// What these secrets hide is in the record, and in its author's list where he may still see it: the twins do differ.
    @Test(arguments: [(Secret.byTheMatrix, true), (.byAClosedCategory, true), (.byTheHoldersDeletion, false)])
    func whatIsHiddenIsThere(secret: Secret, isTheAuthors: Bool) async throws {
        let twin = try await Twin(secret)
        try await twin.live([.file(1), .fileHidden(51)], hides: true)
        let (service, office) = (twin.office.service, twin.office)
        let (plain, hidden) = (try Self.id(1), try Self.id(51))
        func listed(_ visit: Visit) async throws -> Set<OID> {
            Set(try await service.list(visit).entries.map(\.uniqueID))
        }
        #expect(try await listed(try await office.visit(twin.reader, twin.patient)) == [plain])
        let authors = try await listed(try await office.visit(twin.gp, twin.patient))
        #expect(authors == (isTheAuthors ? [plain, hidden] : [plain]))
        try await office.close()
    }

    /// The comparison can fail: what is not hidden is told.
    @Test func whatIsNotHiddenIsTold() async throws {
        var answers: [[(String, String)]] = []
        for hides in [true, false] {
            let twin = try await Twin(.fromProfessionals)
            try await twin.live([.file(1), .read(1)] + (hides ? [.file(2)] : []), hides: hides)
            answers.append(try await twin.answers())
            try await twin.office.close()
        }
        #expect(answers[0].first?.1 != answers[1].first?.1)
    }
}
