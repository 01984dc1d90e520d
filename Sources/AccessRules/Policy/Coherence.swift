import HealthRecord

/// What cannot hold together in one set; the first pair found is named, with the key to change.
enum Coherence {
    static func check(_ entries: [PolicyKey: PolicySet.Entry], file: String) throws(RuleBookError) {
        for rule in rules where rule.isBroken(entries) {
            throw .contradiction(file: file, key: rule.key.rawValue, reason: rule.reason)
        }
    }

    private typealias Entries = [PolicyKey: PolicySet.Entry]

    private struct Rule: Sendable {
        let key: PolicyKey
        let reason: String
        let isBroken: @Sendable (Entries) -> Bool

        init(_ key: PolicyKey, _ reason: String, _ isBroken: @escaping @Sendable (Entries) -> Bool) {
            self.key = key
            self.reason = reason
            self.isBroken = isBroken
        }
    }

    private static let rules: [Rule] = [
        Rule(.openingConsent, "an objection needs a delay") {
            $0.has(.openingConsent, "optOut") && $0.period(.objectionDelay) == nil
        },
        Rule(.objectionDelay, "a delay without anything to object to") {
            $0.has(.openingConsent, "optIn") && $0.period(.objectionDelay) != nil
        },
        Rule(.openingMode, "nothing opens by itself where consent is asked") {
            $0.has(.openingConsent, "optIn") && $0.has(.openingMode, "automatic")
        },
        Rule(.emergencyMasked, "there is no emergency access to open them in") {
            $0.flag(.emergencyMasked) && !$0.flag(.emergencyBreakGlass) && !$0.flag(.emergencyRegulation)
        },
        Rule(.emergencyAgreedByDefault, "there is no emergency access to agree to") {
            $0.flag(.emergencyAgreedByDefault) && !$0.flag(.emergencyBreakGlass) && !$0.flag(.emergencyRegulation)
        },
        Rule(.emergencyTimeBox, "an emergency must end") { $0.period(.emergencyTimeBox) == nil },
        Rule(.treatingSeesMasked, "who needs a leave like others does not see through masks") {
            $0.flag(.treatingSeesMasked) && !$0.flag(.treatingImplicitLeave)
        },
        Rule(.codeChannels, "a code by mail is forbidden") {
            $0.has(.codeChannels, "email") && $0.has(.codeByMail, "forbidden")
        },
        Rule(.sessionTerm, "a consultation ends") { $0.period(.sessionTerm) == nil },
        // Long enough for whoever types slowly, too short to be guessed or kept (identity and experience § 9).
        Rule(.codeLifetime, "a one-time code holds 3 to 10 minutes") {
            $0.period(.codeLifetime)?.unit != .minutes || !(3...10).contains($0.period(.codeLifetime)?.count ?? 0)
        },
        Rule(.occupationalFeeds, "who may read must be able to file (CSP L1111-17 IV)") {
            $0.has(.occupationalRead, "expressConsent") && !$0.flag(.occupationalFeeds)
        },
        Rule(.consentInitial, "there is no care team to consent to") {
            $0.flag(.consentInitial) && !$0.flag(.consentTeam)
        },
        Rule(.carerMaximum, "delegation needs at least one carer") {
            $0.flag(.carerDelegation) && ($0.number(.carerMaximum) < 1 || $0.number(.carerMaximumHelped) < 1)
        },
        Rule(.minorSecretAge, "no minor is as old as that") {
            $0.flag(.minorSecret) && $0.number(.minorSecretAge) >= $0.number(.majority)
        },
        Rule(.directives, "directives are filed by the holder, who may not file") {
            $0.flag(.directives) && !$0.flag(.holderFiles)
        },
        Rule(.releaseAfter, "the notice comes before the release") {
            guard let notice = $0.period(.announceAfter), let release = $0.period(.releaseAfter) else {
                return $0.period(.announceAfter) == nil && $0.period(.releaseAfter) != nil
            }
            let day = CalendarDate(daysSinceEpoch: 0)
            return release.end(from: day) <= notice.end(from: day)
        },
        Rule(.retentionClosed, "what is closed is destroyed one day (CSP R1111-36)") {
            $0.period(.retentionClosed) == nil || $0.period(.retentionExpress) == nil
        },
        Rule(.traceReaders, "the holder reads traces by law (CSP L1111-19)") { !$0.has(.traceReaders, "holder") },
    ]
}
