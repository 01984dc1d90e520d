import Foundation
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
                    "automatic", "automatic | postedCodes",
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

    /// The keys that say what an era was and decide nothing here.
    @Test func theKeysOfAnEraAreThese() {
        let keys = PolicyKey.allCases.filter(\.describesEra)
        #expect(
            Set(keys) == [
                .openingConsent, .tenancy, .identityKind, .loginMethods, .loginIdentifier, .careCredentials,
            ]
        )
    }

    /// § 1.2: at the age of majority everybody reads his own record; before, where the set lets minors.
    @Test(arguments: names) func anAdultReadsHisOwnRecordAndAMinorWhereTheSetSaysSo(name: String) throws {
        let set = try set(name)
        let minors = set[.minorOwnAccess]?.value == .flag(true)
        #expect(set.givesOwnAccess(at: 18) && set.givesOwnAccess(at: 19))
        #expect(set.givesOwnAccess(at: 17) == minors && set.givesOwnAccess(at: 0) == minors)
    }

    @Test func otherRoomsReadTypedValues() throws {
        let set = try set("mes2026")
        #expect(set.openingModes == [.automatic, .postedCodes] && set.openingConsent == .optOut)
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

    /// Access and life cycle § 10, C1 to C20.
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
    }

    /// What is never configurable (§ 10, mechanism): no value of any key of any set opens anything to those whom the law bans.
    @Test(arguments: names)
    func noKeyOpensAnythingToTheBanned(name: String) throws {
        let variants = try Self.variants(of: name)
        #expect(Set(variants.map(\.key)).count > 45)
        var texts = try RuleBook.Texts.bundled()
        for variant in variants { texts.addedSets[variant.id + ".json"] = variant.bytes }
        let book = try RuleBook(texts)
        let banned = [
            try House.care("10", specialty: "SM26", sector: "SA24"),
            try House.care("ALIM_AM", system: CodeSystem.nonProfession),
        ]
        for variant in variants {
            for actor in banned {
                var policy = try House.policy(set: variant.id)
                policy.authorisations = [House.leave(actor)]
                for act in Act.allCases {
                    for mode in OrderTests.modes {
                        let decision = try House.ask(.care(actor), act, .record, policy, mode: mode, book: book)
                        #expect(!decision.isPermitted, "\(variant.key) \(act)")
                    }
                }
            }
        }
    }

    /// A set with one key changed, for each value of each key that may stand there.
    private static func variants(of name: String) throws -> [(id: String, key: PolicyKey, bytes: [UInt8])] {
        let text = try #require(try RuleBook.Texts.bundled().policySets[name + ".json"])
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any])
        let keys = try #require(whole["keys"] as? [String: [String: Any]])
        var found: [(id: String, key: PolicyKey, bytes: [UInt8])] = []
        for key in PolicyKey.allCases {
            for value in others(key) {
                var (set, changed) = (whole, keys)
                let id = "essai\(found.count)"
                changed[key.rawValue]?["value"] = value
                set["keys"] = changed
                set["id"] = id
                let bytes = Array(try JSONSerialization.data(withJSONObject: set, options: [.withoutEscapingSlashes]))
                // Values that contradict another key of the set make no set at all.
                guard (try? PolicySet(json: bytes, file: id)) != nil else { continue }
                found.append((id: id, key: key, bytes: bytes))
            }
        }
        return found
    }

    private static func others(_ key: PolicyKey) -> [Any] {
        switch key.admitted {
        case .flag: [true, false]
        case .choice(let words): words
        case .choices(let words): [words] + words.map { [$0] }
        case .number(let range): [range.lowerBound, range.upperBound]
        case .period: ["P1D"]
        // The name of a matrix, which is data of its own.
        case .name: []
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
