/// The name of the rule that decided, written in traces for ever: a value is added, never changed.
public enum RuleID: String, Hashable, Sendable, Codable, CaseIterable {
    // What nothing provides for.
    case undefined = "undefined"
    case unknownPolicySet = "undefined.policySet"
    // 1. State of the record.
    case recordSuspended = "record.suspended"
    case recordClosed = "record.closed"
    case accessNotActivated = "record.notActivated"
    // 2. Who acts.
    case actorUnbound = "actor.unbound"
    case actorSectorUnknown = "actor.sectorUnknown"
    case actorEvidenceRefused = "actor.evidenceRefused"
    case minorWithoutAccess = "actor.minorWithoutAccess"
    case representationEnded = "actor.representationEnded"
    case representationUndefined = "actor.representationUndefined"
    // 3. Bans.
    case banned = "ban.insurersAndEmployers"
    // 4. Mode.
    case modeInadmissible = "mode.inadmissible"
    case modeOff = "mode.off"
    case modeOpposed = "mode.opposed"
    case modeReasonMissing = "mode.reasonMissing"
    // 5. Blocks.
    case blocked = "block.named"
    // 6. Leave, or a role that stands for it.
    case authorisationValid = "authorisation.valid"
    case authorisationOfStructure = "authorisation.structure"
    case authorisationExpired = "authorisation.expired"
    case authorisationMissing = "authorisation.missing"
    case authorisationNeedless = "authorisation.needless"
    case consentMissing = "authorisation.consentMissing"
    case roleTreatingPhysician = "role.treatingPhysician"
    case roleAuthor = "role.author"
    case roleHolder = "role.holder"
    case roleRepresentative = "role.representative"
    case roleCarer = "role.carer"
    case roleSystem = "role.system"
    case emergencyBreakGlass = "emergency.breakGlass"
    case emergencyRegulation = "emergency.regulation"
    // 7. What the role may do.
    case functionalRefused = "functional.refused"
    case functionalNotOwn = "functional.notOwn"
    case functionalFiledByHolder = "functional.filedByHolder"
    case functionalState = "functional.documentState"
    case treatingPhysicianNotRemovable = "functional.treatingPhysicianNotRemovable"
    case filingRefused = "functional.holderMayNotFile"
    // 8. What the profession may read and file.
    case professionRefused = "profession.refused"
    case professionUndefined = "profession.undefined"
    case professionNotOpened = "profession.notOpened"
    // 9. From whom the document is hidden.
    case masked = "confidentiality.masked"
    case maskedForAuthor = "confidentiality.author"
    case maskedForTreatingPhysician = "confidentiality.treatingPhysician"
    case maskedInEmergency = "confidentiality.emergency"
    case hiddenFromPatient = "confidentiality.hiddenFromPatient"
    case hiddenFromRepresentatives = "confidentiality.hiddenFromRepresentatives"
    case cumulationRefused = "confidentiality.cumulation"
    case secretConnection = "confidentiality.secretConnection"
    case deletedForHolder = "confidentiality.deleted"
}
