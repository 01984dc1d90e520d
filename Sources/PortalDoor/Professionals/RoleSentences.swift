import AccessRules
import Wording

/// What a record's set makes of the roles that a holder gives, and of a block, in sentences that are true under it.
struct RoleSentences: Sendable {
    private let seesMasked: Bool
    private let readsTraces: Bool
    private let emergencies: Set<EmergencyChoice>
    private let despiteBlock: Set<EmergencyChoice>

    /// Without a set nothing is promised: what is undefined is denied.
    init(_ set: PolicySet?) {
        seesMasked = set?.treatingSeesMasked == true
        readsTraces = set?.treatingReadsTraces == true
        emergencies = set?.emergencyChoices ?? []
        despiteBlock = set?.emergenciesDespiteBlock ?? []
    }

    /// What a treating physician sees beyond others; nothing where he sees no more than they.
    var treating: [ProfessionalText] {
        switch (seesMasked, readsTraces) {
        case (true, true): [.treatingNote]
        case (true, false): [.treatingMasked]
        case (false, true): [.treatingHistory]
        case (false, false): []
        }
    }

    var namingTreating: [ProfessionalText] {
        switch (seesMasked, readsTraces) {
        case (true, true): [.nameTreatingLead, .nameTreatingMasked]
        case (true, false): [.nameTreatingWhole, .nameTreatingMasked]
        case (false, true): [.nameTreatingVisible, .treatingHistory]
        case (false, false): [.nameTreatingVisible]
        }
    }

    var endingTreating: [ProfessionalText] {
        switch (seesMasked, readsTraces) {
        case (true, true): [.endTreatingLead]
        case (true, false): [.endMasked]
        case (false, true): [.endHistory]
        case (false, false): [.endRole]
        }
    }

    var namingAdministrator: [ProfessionalText] {
        if seesMasked, readsTraces { return [.nameAdministratorLead, .nameAdministratorMasked] }
        return [.nameAdministratorSame] + treating
    }

    var endingAdministrator: [ProfessionalText] {
        seesMasked && readsTraces ? [.endAdministratorLead] : endingTreating
    }

    /// What a block does in an emergency; nothing where nobody comes in one.
    var blocking: [ProfessionalText] {
        if emergencies.isEmpty { return [] }
        if despiteBlock.isEmpty { return [.blockHolds] }
        return despiteBlock == [.regulation] ? [.blockEmergency] : [.blockOpen]
    }
}
