public import AccessRules

/// Which ways to a new record a set knows (C1, `opening.mode`): a record is opened in one of them and in no other.
extension Custodian {
    /// The terms of the set under which new records open.
    public var openingTerms: PolicySet? { rules.policySets[settings.policySet] }

    /// Whether the set under which new records open, or another that is named, knows a way; an unknown set knows none.
    func knowsOpening(_ mode: OpeningMode, under set: String? = nil) -> Bool {
        rules.policySets[set ?? settings.policySet]?.openingModes.contains(mode) ?? false
    }

    /// The same as a guard: the way is a public rule, and its answer tells nothing of anybody.
    ///
    /// - Throws: `conflict("opening.mode")`, the key that whoever reads it can look up in the set.
    func requireOpening(_ mode: OpeningMode, under set: String? = nil) throws(CustodyError) {
        guard knowsOpening(mode, under: set) else { throw .conflict("opening.mode") }
    }
}
