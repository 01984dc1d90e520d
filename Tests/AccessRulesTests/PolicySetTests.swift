import HealthRecord
import Testing

@testable import AccessRules

/// The six dated sets, and what an operator may add to them.
@Suite struct PolicySetTests {
    static let names = ["era2007", "era2011", "era2016", "era2019", "mes2022", "mes2026"]

    private func set(_ name: String) throws -> PolicySet { try #require(House.book?.policySets[name]) }

    @Test func sixSetsShipInTheOrderOfTheirDays() throws {
        let book = try #require(House.book)
        #expect(book.allPolicySets.map(\.id) == Self.names)
        #expect(book.allPolicySets.map(\.validFrom) == book.allPolicySets.map(\.validFrom).sorted())
        #expect(book.policySet(reference: "era2019@1")?.title.isEmpty == false)
        #expect(book.policySet(reference: "era2019@2") == nil)
    }

    @Test(arguments: names)
    func eachKeyHasAValueASourceADateAndAProvenance(name: String) throws {
        let set = try set(name)
        #expect(Set(set.entries.keys) == Set(PolicyKey.allCases))
        for (key, entry) in set.entries {
            #expect(!entry.source.text.isEmpty && !entry.value.text.isEmpty, "\(key)")
            // An answer or a leaflet is a stated intention, whatever it says (§ 10, C20).
            if entry.source.text.hasPrefix("seed") { #expect(entry.provenance != .statute, "\(name) \(key)") }
        }
    }

    /// § 10, column by column: the value of each contradiction in each era.
    @Test(
        arguments: [
            (
                PolicyKey.openingMode,
                [
                    "postedCodes", "professional", "selfOnline | professional", "selfOnline | professional",
                    "automatic", "automatic | selfOnline | postedCodes",
                ]
            ),
            (.openingConsent, ["optIn", "optIn", "optIn", "optIn", "optOut", "optOut"]),
            (.objectionDelay, ["none", "none", "none", "none", "P6W", "P6W"]),
            (.treatingSeesMasked, ["false", "true", "true", "true", "true", "true"]),
            (.treatingRemovable, ["true", "true", "true", "false", "false", "false"]),
            (.treatingSeveral, ["false", "false", "true", "true", "true", "true"]),
            (.emergencyRegulation, ["false", "true", "true", "true", "true", "true"]),
            (.emergencyBreakGlass, ["false", "true", "true", "true", "true", "true"]),
            (.emergencyMasked, ["false", "false", "false", "false", "true", "true"]),
            (.holderDeletesCareDocuments, ["false", "false", "false", "true", "false", "false"]),
            (.holderFiles, ["false", "true", "true", "true", "true", "true"]),
            (.tenancy, ["perHolder", "single", "single", "single", "single", "single"]),
            (.identityKind, ["INS_C", "INS_C", "INS_NIR", "INS_NIR", "INS_NIR", "INS_NIR"]),
            (.occupationalRead, ["never", "never", "never", "never", "expressConsent", "expressConsent"]),
            (.occupationalFeeds, ["false", "false", "false", "true", "true", "true"]),
            (.insurerFeeds, ["false", "false", "true", "true", "true", "true"]),
            (.hostPhysician, ["false", "procedure", "procedure", "procedure", "procedure", "procedure"]),
            (.codeLifetime, ["PT3M", "PT3M", "PT3M", "PT3M", "PT3M", "PT5M"]),
            (
                .consentProof,
                ["declaration", "declaration", "declaration", "declaration", "declaration", "declaration"]
            ),
            (.consentInitial, ["false", "false", "true", "true", "false", "true"]),
            (.retentionClosed, ["P10Y", "P10Y", "P10Y", "P10Y", "P10Y", "P10Y"]),
            (.retentionExpress, ["P3M", "P3M", "P3M", "P3M", "P3M", "P3M"]),
            (
                .exportFormats,
                [
                    "paper", "paper | disc", "paper | disc", "paper | disc", "download | paper | disc",
                    "download | paper | disc",
                ]
            ),
            (
                .traceReaders,
                [
                    "holder", "holder | own", "holder | treatingPhysician | own", "holder | treatingPhysician | own",
                    "holder | treatingPhysician | own", "holder | treatingPhysician | own",
                ]
            ),
            (.releaseAfter, ["none", "none", "none", "none", "P1M", "P1M"]),
            (.carerDelegation, ["false", "false", "false", "false", "false", "true"]),
        ] as [(PolicyKey, [String])]
    )
    func theErasDifferAsTheReferenceSays(key: PolicyKey, values: [String]) throws {
        #expect(try Self.names.map { try set($0)[key]?.value.text } == values)
    }

    @Test func otherRoomsReadTypedValues() throws {
        let set = try set("mes2026")
        #expect(set.openingModes == [.automatic, .selfOnline, .postedCodes] && set.openingConsent == .optOut)
        #expect(set.objectionDelay == Period("P6W") && set.codeLifetime == Period("PT5M"))
        #expect(set.codeChannels == [.sms, .email] && set.codeByMail == .discouraged)
        #expect(set.loginMethods == [.franceConnect, .password, .passkey] && set.loginIdentifiers == [.ins, .login])
        #expect(set.careEvidence == Set(AuthenticationMode.allCases) && set.careCredentials.count == 4)
        #expect(set.retentionClosed == Period("P10Y") && set.retentionExpress == Period("P3M"))
        #expect(set.suspensionTerm == Period("P6W") && set.exportFormats == [.download, .paper, .disc])
        #expect(set.traceReaders == [.holder, .treatingPhysician, .own] && set.tenancy == .single)
        #expect(set.identityKind == .insNIR && set.consentProof == .declaration)
        #expect(set.teamLeaveTerm == .care && set.otherLeaveTerm == .session)
        #expect(set.teamNeedsInitialConsent && set.teamIsDeemedAuthorised && set.consentMayBeDelegated)
        #expect(set.allowsSeveralTreatingPhysicians && set.allowsAdministrators && set.agreesToEmergencyByDefault)
        #expect(set.emergencyTimeBox == Period("PT240M") && set.asksJustificationAfterwards)
        #expect(set.holderMayFile && set.keepsDirectives && set.holderChoosesDefaultVisibility && set.insurerFeeds)
        #expect(set.insurerHistory == Period("P24M") && set.hostPhysicianAccess == .procedure)
        #expect(set.allowsCarers && set.carerMaximum == 3 && set.carerMaximumHelped == 5)
        #expect(set.representativesMaximum == 2 && set.majorityAge == 18 && set.secretConnectionAge == 0)
        #expect(set.announceAfter == Period("P2W") && set.releaseAfter == Period("P1M") && set.notifiesFirstAccess)
        let first = try self.set("era2007")
        #expect(first.hostPhysicianAccess == .none && first.secretConnectionAge == nil && first.tenancy == .perHolder)
        #expect(first.openingConsent == .optIn && first.identityKind == .insC && first.codeByMail == .allowed)
        #expect(first.teamLeaveTerm == .lasting && !first.allowsCarers && !first.holderMayFile)
    }

    @Test func eachContradictionIsAKeyOrStandsInCode() {
        #expect(Contradiction.allCases.map(\.rawValue) == (1...20).map { "C\($0)" })
        var held: [PolicyKey] = []
        for contradiction in Contradiction.allCases {
            #expect(!contradiction.keys.isEmpty || contradiction.beyondKeys != nil)
            held += contradiction.keys
        }
        #expect(Set(held).count == held.count)
        #expect(Contradiction.held(by: .traceReaders) == .traceReaders && Contradiction.held(by: .majority) == nil)
        let beyond = Contradiction.allCases.filter { $0.beyondKeys != nil }
        #expect(
            beyond == [.occupationalPhysicianAndInsurers, .healthInsurance, .encryption, .numbers, .dates]
        )
        // What is never configurable has no key (§ 10, mechanism).
        for word in ["insurer.read", "tls", "trace.on", "ban", "authentication"] {
            #expect(!PolicyKey.allCases.contains { $0.rawValue.hasPrefix(word) })
        }
    }

    @Test func twoSetsAreTheSameOnlyInEveryPart() throws {
        let bytes = try #require(try RuleBook.Texts.bundled().policySets["mes2026.json"])
        let text = String(decoding: bytes, as: UTF8.self)
        let set = try PolicySet(json: bytes, file: "a")
        #expect(try PolicySet(json: bytes, file: "b") == set)
        for (before, after) in [
            ("\"id\": \"mes2026\"", "\"id\": \"other\""), ("\"version\": 1", "\"version\": 2"),
            ("\"validFrom\": \"20", "\"validFrom\": \"19"), ("\"title\": \"", "\"title\": \"Autre "),
            ("\"value\": 18", "\"value\": 17"),
        ] {
            let range = try #require(text.firstRange(of: before), "\(before)")
            var other = text
            other.replaceSubrange(range, with: after)
            #expect(try PolicySet(json: Array(other.utf8), file: "a") != set, "\(before)")
        }
    }
}
