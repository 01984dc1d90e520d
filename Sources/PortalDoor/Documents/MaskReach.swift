import AccessRules
import HealthRecord
import Wording

/// Who still sees a masked document under a record's set and its holder's wishes, beside the author and the holder's own.
struct MaskReach: Sendable, Hashable {
    /// What becomes of the mask in an emergency.
    enum Emergency: Sendable, Hashable {
        /// It opens: the set and the holder both allow it.
        case opens
        /// It stays, for the holder has chosen so.
        case staysByChoice
        /// It stays: the set leaves nothing to choose.
        case staysByRule
    }

    /// Those who see it by their role, in words.
    let roles: [DocumentPageText]
    let emergency: Emergency

    init(roles: [DocumentPageText], emergency: Emergency) {
        self.roles = roles
        self.emergency = emergency
    }

    /// Without a set nobody sees it: what is undefined is denied.
    init(_ set: PolicySet?, _ wishes: EmergencyWishes) {
        let seesMasked = set?.treatingSeesMasked == true
        roles = seesMasked ? [.maskPhysician] + (set?.allowsAdministrators == true ? [.maskAdministrators] : []) : []
        let offered = set?.emergencyChoices ?? []
        guard offered.contains(.masked) else {
            emergency = .staysByRule
            return
        }
        let isEntered = [EmergencyChoice.breakGlass, .regulation].contains { offered.contains($0) && wishes[$0] }
        emergency = isEntered && wishes[.masked] ? .opens : .staysByChoice
    }
}
