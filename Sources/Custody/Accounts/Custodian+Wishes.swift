import AccessRules
import HealthRecord

extension Custodian {
    /// Wishes for emergencies as a record opens with them: what was said, or else what its set takes silence for (key
    /// `emergency.agreedByDefault`, C4; EX_1.1-1050).
    func wishes(_ said: EmergencyWishes?, under set: String) -> EmergencyWishes {
        if let said { return said }
        let isAgreed = rules.policySets[set]?.agreesToEmergencyByDefault == true
        return EmergencyWishes(refusesBreakGlass: !isAgreed, refusesRegulation: !isAgreed)
    }
}
