import AccessRules
import Custody
import DMPWire
import RecordService
import SOAPWire
import Testing
import XDSWire

@testable import XDSDoor

/// Every failure of the service on every wire: coded, under the identifier of the request, in one place or the other.
@Suite struct ErrorTableTests {
    private static let told = Custody.Refusal(
        code: "blocked",
        rule: "essai",
        isSilent: false,
        remedy: "askHolderToUnblock"
    )
    private static let silent = Custody.Refusal(code: "not-found", rule: "essai", isSilent: true, remedy: "nothing")
    private static let fault = DepositFault(.missingDocument, "DocumentEntry[d1]", "absent", remedy: "send it")

    /// The failure, the registry codes (submission, retrieval, query, update), the DMP code; nil where a fault says it.
    private static let rows: [(ServiceError, [RegistryErrorCode]?, String?)] = [
        (.refused(told), Array(repeating: .accessDeniedByRightsService, count: 4), "DMPAccessDeniedByRightsService"),
        (
            .refused(silent),
            [.unresolvedReference, .documentUniqueIDError, .unresolvedReference, .unresolvedReference], nil
        ),
        (.evidence(EvidenceFault(code: "DMPInvalidVIHF", element: "Assertion", remedy: "sign it")), nil, nil),
        (.replayed, nil, nil),
        (.sessionEnded, nil, nil),
        (.unknownPatient, Array(repeating: .unknownPatientID, count: 4), nil),
        (.otherPatient, Array(repeating: .patientIDDoesNotMatch, count: 4), "DMPPatientIdDoesNotMatch"),
        (
            .rejected([fault]), Array(repeating: .missingDocument, count: 4), "DMPAccessDeniedByRightsService"
        ),
        (
            .notFound, [.unresolvedReference, .documentUniqueIDError, .unresolvedReference, .unresolvedReference],
            nil
        ),
        (
            .conflict("status"),
            [
                .registryDeprecatedDocumentError, .metadataUpdateError, .metadataUpdateError, .metadataUpdateError,
            ], "DMPConflict"
        ),
        (
            .conflict("treatingPhysicianStays"),
            [
                .registryDeprecatedDocumentError, .metadataUpdateError, .metadataUpdateError, .metadataUpdateError,
            ], "DMPConflict"
        ),
        (
            .conflict("emergency.btg"),
            [
                .registryDeprecatedDocumentError, .metadataUpdateError, .metadataUpdateError, .metadataUpdateError,
            ], "DMPConflict"
        ),
        (.conflict("moved"), [.repositoryBusy, .repositoryBusy, .registryBusy, .registryBusy], "DMPConflict"),
        (
            .incomplete, [.repositoryError, .repositoryError, .registryError, .registryError], "DMPRecordIncomplete"
        ),
        (.unavailable, [.repositoryBusy, .repositoryBusy, .registryBusy, .registryBusy], "DMPUnavailable"),
    ]
    private static let transactions: [RegistryTransaction] = [.submission, .retrieval, .query, .update]

    /// Access and life cycle § 2.2, PDT-INF-526.
    @Test func saysEveryFailureOnEveryWire() throws {
        for (error, codes, code) in Self.rows {
            guard let codes else {
                #expect(error.exchangeFault?.subcode != nil)
                #expect(throws: SOAPFault.self) { try error.problems(.query, "c") }
                #expect(throws: SOAPFault.self) { try error.patientOutcome("c") }
                #expect(throws: SOAPFault.self) { try error.outcome("c") }
                continue
            }
            for (transaction, code) in zip(Self.transactions, codes) {
                let problems = try error.problems(transaction, "c-1")
                #expect(problems.map(\.code) == [code], "\(error) \(transaction)")
                #expect(problems.allSatisfy { $0.context.hasSuffix("[c-1]") && $0.location != nil })
            }
            let (outcome, details) = try error.patientOutcome("c-1")
            #expect((outcome == .notFound) == (code == nil))
            #expect(details.map(\.code) == (code.map { [$0] } ?? []))
            let status = try error.outcome("c-1")
            #expect(status.status == code ?? "DMPUnknownPatient")
            #expect(status.context?.hasSuffix("[c-1]") == true && !status.isSuccess)
            #expect(error.anyFault.subcode != nil)
        }
    }

    /// TD1.1, TD1.3: each wish for emergencies that a set does not offer is refused in words of its own, by the observation.
    @Test func aWishThatIsNotOfferedIsNamed() throws {
        let meanings = try EmergencyChoice.allCases.map { try #require(ConflictMeaning.of($0.key.rawValue)) }
        #expect(Set(meanings.map(\.text)).count == 3)
        #expect(meanings.allSatisfy { $0.element?.hasPrefix("administrativeObservation") == true })
        let glass = ServiceError.conflict(EmergencyChoice.breakGlass.key.rawValue)
        let details = try glass.patientOutcome("c-1").details
        #expect(details.map(\.code) == ["DMPConflict"])
        #expect(details.first?.text.contains("OPPOSITION_BRIS_DE_GLACE") == true)
    }

    /// A hidden version over one that the patient sees is refused in the same words before the lot is filed and as it is filed.
    @Test func aHiddenVersionOverASeenOneIsRefusedInOneSentence() throws {
        let (late, early) = (
            ServiceError.conflict("hiddenOverSeen"),
            ServiceError.rejected([.hiddenOverSeen("DocumentEntry.confidentialityCode")])
        )
        for transaction in Self.transactions {
            #expect(try late.problems(transaction, "c") == early.problems(transaction, "c"))
        }
    }

    @Test func silentRefusalsReadAsAbsence() throws {
        for transaction in Self.transactions {
            let refused = try ServiceError.refused(Self.silent).problems(transaction, "c")
            #expect(try refused == ServiceError.notFound.problems(transaction, "c"))
        }
        #expect(try ServiceError.refused(Self.silent).outcome("c") == ServiceError.unknownPatient.outcome("c"))
        #expect(ServiceError.refused(Self.silent).reason == ServiceError.notFound.reason)
    }
}
