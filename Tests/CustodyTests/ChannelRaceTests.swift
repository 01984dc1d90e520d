import HealthRecord
import Testing

@testable import Custody

/// Two devices change where codes come: what one has taken away does not come back by the other, and what one has added stays
/// (ASVS 6.4.4, 7.5.1).
@Suite struct ChannelRaceTests {
    /// Whose ways are changed.
    enum Owner: CaseIterable, Sendable {
        case holder, actingForAnother
    }

    /// A session of somebody whose codes come by this phone and this address.
    private struct Scene {
        static let (phone, email) = ("+33611223344", "connue@example.org")

        let house: House
        let custodian: Custodian
        let admission: Admission
        let secret: String
        let owner: Owner

        init(_ owner: Owner, phone: String? = Self.phone, email: String? = Self.email) async throws {
            house = try House()
            custodian = try house.open()
            self.owner = owner
            switch owner {
            case .holder:
                let person = try await house.person(custodian)
                admission = try await house.holder(custodian, try await house.session(custodian, person))
                secret = House.secret
            case .actingForAnother:
                let child = try await house.person(custodian, born: House.childhood)
                try await house.represent(custodian, child, 50)
                admission = try await house.holder(custodian, try await house.relative(custodian, 50))
                secret = Relatives.secret
            }
            let first = try await ways
            try await change(
                ChannelChange(
                    phone: phone ?? (first.phone == nil ? nil : ""),
                    email: email ?? (first.email == nil ? nil : "")
                ),
                from: first
            )
        }

        /// Where codes come now.
        var ways: ContactWays {
            get async throws {
                switch owner {
                case .holder: try await custodian.holderFile(admission).ways
                case .actingForAnother: try #require(try await custodian.actingWays(admission))
                }
            }
        }

        /// The first step: its proofs with the codes that came.
        func begin(_ change: ChannelChange, from known: ContactWays) async throws -> [TypedProof] {
            let proofs = try await custodian.beginChannelChange(change, from: known, secret: secret, admission)
            let codes = house.notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
            return zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        }

        func complete(
            _ change: ChannelChange,
            from known: ContactWays,
            _ typed: [TypedProof]
        ) async throws(CustodyError) {
            try await custodian.completeChannelChange(change, from: known, typed, admission)
        }

        /// Both steps at once.
        func change(_ change: ChannelChange, from known: ContactWays) async throws {
            try await complete(change, from: known, try await begin(change, from: known))
        }
    }

    /// The stolen mailbox is replaced while another change of it waits for its code.
    @Test(arguments: Owner.allCases)
    func aMailboxThatWasReplacedDoesNotComeBack(_ owner: Owner) async throws {
        let scene = try await Scene(owner)
        let known = try await scene.ways
        #expect(known == ContactWays(phone: Scene.phone, email: Scene.email))
        let (late, quick) = (ChannelChange(email: "voleur@example.org"), ChannelChange(email: "sauve@example.org"))
        let typed = try await scene.begin(late, from: known)
        try await scene.change(quick, from: known)
        await #expect(throws: CustodyError.conflict("moved")) { try await scene.complete(late, from: known, typed) }
        // Nor is a code sent any more for a form that showed what is gone.
        await #expect(throws: CustodyError.conflict("moved")) { _ = try await scene.begin(late, from: known) }
        #expect(try await scene.ways == ContactWays(phone: Scene.phone, email: "sauve@example.org"))
        try scene.custodian.close()
    }

    /// A change of the phone says nothing of the e-mail, whatever became of it meanwhile.
    @Test(arguments: Owner.allCases)
    func whatAFormLeftAloneIsLeftAlone(_ owner: Owner) async throws {
        let scene = try await Scene(owner)
        let known = try await scene.ways
        let late = ChannelChange(phone: "+33699999999")
        let typed = try await scene.begin(late, from: known)
        try await scene.change(ChannelChange(email: "sauve@example.org"), from: known)
        try await scene.complete(late, from: known, typed)
        #expect(try await scene.ways == ContactWays(phone: "+33699999999", email: "sauve@example.org"))
        try scene.custodian.close()
    }

    /// A form that showed no phone takes none away.
    @Test(arguments: Owner.allCases)
    func aPhoneThatWasAddedMeanwhileStays(_ owner: Owner) async throws {
        let scene = try await Scene(owner, phone: nil)
        let known = try await scene.ways
        #expect(known == ContactWays(email: Scene.email))
        let late = ChannelChange(email: "neuve@example.org")
        let typed = try await scene.begin(late, from: known)
        try await scene.change(ChannelChange(phone: "+33699999999"), from: known)
        try await scene.complete(late, from: known, typed)
        #expect(try await scene.ways == ContactWays(phone: "+33699999999", email: "neuve@example.org"))
        // Even where it is named as taken away.
        let removal = ChannelChange(phone: "")
        await #expect(throws: CustodyError.conflict("moved")) {
            try await scene.custodian.changeChannels(removal, from: known, secret: scene.secret, scene.admission)
        }
        try scene.custodian.close()
    }

    /// Two forms that each take one of two ways away leave one.
    @Test(arguments: Owner.allCases)
    func twoRemovalsLeaveAWay(_ owner: Owner) async throws {
        let scene = try await Scene(owner)
        let known = try await scene.ways
        func remove(_ change: ChannelChange) async throws(CustodyError) {
            try await scene.custodian.changeChannels(change, from: known, secret: scene.secret, scene.admission)
        }
        try await remove(ChannelChange(phone: ""))
        await #expect(throws: CustodyError.conflict("channel")) { try await remove(ChannelChange(email: "")) }
        #expect(try await scene.ways == ContactWays(email: Scene.email))
        try scene.custodian.close()
    }

    /// What a form claims to have shown spares nobody a proof.
    @Test(arguments: Owner.allCases)
    func aWayThatNeverStoodIsNotTakenOnTheFormsWord(_ owner: Owner) async throws {
        let scene = try await Scene(owner)
        let forged = ContactWays(phone: Scene.phone, email: "voleur@example.org")
        let change = ChannelChange(email: "voleur@example.org")
        await #expect(throws: CustodyError.conflict("moved")) {
            try await scene.custodian.changeChannels(change, from: forged, secret: scene.secret, scene.admission)
        }
        #expect(try await scene.ways.email == Scene.email)
        try scene.custodian.close()
    }
}
