import AccessRules
public import HealthRecord

/// Who gets an access of his own: an adult, and a minor where the set says so (`minor.ownAccess`).
///
/// Nothing grants one to anybody younger (reference: access-and-lifecycle § 3.7): a parent or a guardian takes up his own mandate,
/// and by that the record is read. So no letter, no lost secret and no desk makes a minor's access.
extension Custodian {
    /// Whether somebody born on a day gets an access of his own to a record that opens on another.
    public func givesOwnAccess(born birthDate: CalendarDate, on day: CalendarDate) -> Bool {
        givesOwnAccess(born: birthDate, under: settings.policySet, on: day)
    }

    /// Whether the holder of a record gets an access of his own, on the day where he lives.
    func givesOwnAccess(to policy: RecordPolicy, now: Instant) -> Bool {
        givesOwnAccess(born: policy.birthDate, under: policy.policySet, on: now.dayInFrance)
    }

    private func givesOwnAccess(born birthDate: CalendarDate, under set: String, on day: CalendarDate) -> Bool {
        rules.policySets[set]?.givesOwnAccess(at: birthDate.age(on: day)) != false
    }

    /// The same as a guard, for whoever has proved by a letter that he may hear it.
    ///
    /// - Throws: the refusal that a minor's session meets behind every page.
    func requireOwnAccess(to policy: RecordPolicy, now: Instant) throws(CustodyError) {
        guard givesOwnAccess(to: policy, now: now) else { throw .refused(.minorWithoutAccess) }
    }

    /// What a professional hears who makes a minor's access at his desk, in `conflict`.
    static let minorAccess = "minorAccess"
}

extension Refusal {
    fileprivate static let minorWithoutAccess = Refusal(
        code: DenialCode.refused.rawValue,
        rule: RuleID.minorWithoutAccess.rawValue,
        isSilent: false,
        remedy: Remedy.nothing.rawValue
    )
}
