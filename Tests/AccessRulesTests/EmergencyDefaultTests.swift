import HealthRecord
import Testing

@testable import AccessRules

/// EX_1.1-1050: the boxes of emergency access are ticked unless the patient says otherwise; masked documents are another box (§ 3.4).
@Suite struct EmergencyDefaultTests {
    @Test(arguments: PolicySetTests.names)
    func aNewRecordAgreesAsItsEraDoes(set: String) throws {
        let policy = try House.policy(set: set)
        #expect(policy.emergency == EmergencyWishes())
        let actor = Subject.care(try House.care("10", specialty: "SM26"))
        // In the era of the announced record nobody comes in unless he was named (C4).
        let isOpen = set != "era2007"
        for mode in OrderTests.modes where mode != .normal {
            let plain = try House.ask(actor, .read, .document(House.document()), policy, mode: mode)
            #expect(plain.isPermitted == isOpen, "\(mode.code)")
            let masked = try House.ask(
                actor,
                .read,
                .document(House.document(.maskedToProfessionals)),
                policy,
                mode: mode
            )
            #expect(!masked.isPermitted)
            #expect(!isOpen || masked.denial == .silent)
        }
        let agrees = try #require(House.book?.policySets[set]).agreesToEmergencyByDefault
        #expect(agrees == isOpen)
    }
}
