import Custody
import HealthRecord
import RecordService
import XDSWire

extension ServiceError {
    /// What is said of a visibility that the rules do not let a lot be filed with, of each entry that asks for it; nil for any
    /// other error.
    func refusedVisibility(in submission: Submission, _ correlation: String) -> [RegistryProblem]? {
        guard case .refused(let refusal) = self, !refusal.isSilent,
            let (misfit, entries) = RefusedVisibility.misfit(by: refusal.rule, in: submission)
        else { return nil }
        return entries.map { entry in
            RegistryProblem(
                .accessDeniedByRightsService,
                "DocumentEntry[\(entry.id.prefix(64))].confidentialityCode",
                misfit.text,
                remedy: misfit.remedy,
                correlation
            )
        }
    }
}

/// A visibility that no document is filed with, by the rule that refuses it.
private enum RefusedVisibility: CaseIterable {
    /// Masked to professionals and hidden from the patient at once.
    case both
    /// Masked to professionals, in the place of a version that is hidden from the patient.
    case maskedOverHidden
    /// Open to representatives in a secret connection.
    case openInSecret

    /// What a rule refuses in a lot, and the entries that ask for it; nil where none does.
    static func misfit(by rule: String, in submission: Submission) -> (RefusedVisibility, [SubmittedEntry])? {
        for misfit in allCases where misfit.rule == rule {
            let entries = submission.entries.filter { !$0.isLotSignature && misfit.concerns($0.confidentialityCodes) }
            if !entries.isEmpty { return (misfit, entries) }
        }
        return nil
    }

    private var rule: String {
        switch self {
        case .both, .maskedOverHidden: "confidentiality.cumulation"
        case .openInSecret: "confidentiality.secretConnection"
        }
    }

    private func concerns(_ codes: [Code]) -> Bool {
        switch self {
        case .both: codes.contains(Visibility.maskedCode) && codes.contains(Visibility.hiddenFromPatientCode)
        case .maskedOverHidden: codes.contains(Visibility.maskedCode)
        case .openInSecret: !codes.contains(Visibility.hiddenFromRepresentativesCode)
        }
    }

    var text: String {
        switch self {
        case .both: "un document n’est pas à la fois masqué aux professionnels et invisible au patient"
        case .maskedOverHidden:
            "un document n’est pas masqué aux professionnels tant qu’une version antérieure est invisible au patient"
        case .openInSecret: "une connexion secrète ne dépose que ce qui est fermé aux représentants légaux"
        }
    }

    var remedy: String {
        switch self {
        case .both: "send MASQUE_PS or INVISIBLE_PATIENT, not both"
        case .maskedOverHidden: "reveal the former version first (TD3.3b), or send no MASQUE_PS"
        case .openInSecret: "add INVISIBLE_REPRESENTANTS_LEGAUX, or file in an ordinary connection"
        }
    }
}
