import AccessRules
import HealthRecord

/// Wishes for emergencies as a record opens with them (C4; EX_1.1-1050).
extension Custodian {
    /// What a set takes silence for (key `emergency.agreedByDefault`).
    func silentWishes(under set: String) -> EmergencyWishes {
        let isAgreed = rules.policySets[set]?.agreesToEmergencyByDefault == true
        return EmergencyWishes(refusesBreakGlass: !isAgreed, refusesRegulation: !isAgreed)
    }

    /// What was said, over what stands where nothing was.
    ///
    /// An objection to what the set does not know, or masks lifted that it does not lift, would stand there and decide nothing.
    ///
    /// - Throws: `conflict` with the key of the first wish that the set does not offer.
    func wishes(
        _ said: StatedWishes,
        over silence: EmergencyWishes,
        under set: String
    ) throws(CustodyError) -> EmergencyWishes {
        let offered = rules.policySets[set]?.emergencyChoices ?? []
        let unsaid = EmergencyWishes()
        var wishes = silence
        for choice in EmergencyChoice.allCases {
            guard let isOpen = said[choice] else { continue }
            guard offered.contains(choice) || isOpen == unsaid[choice] else {
                throw .conflict(choice.key.rawValue)
            }
            wishes[choice] = isOpen
        }
        return wishes
    }
}
