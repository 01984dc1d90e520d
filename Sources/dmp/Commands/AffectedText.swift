import AccessRules
import HealthRecord

extension ChoiceEffect.Affected {
    /// Who it is, for an operator who reads lines.
    var line: String {
        switch self {
        case .named(let subject): subject.text
        case .profession(let key): "\(key) with leave"
        case .reader(let reader): reader.line
        }
    }
}

extension Reader {
    /// Who it is, for an operator who reads lines.
    fileprivate var line: String {
        switch self {
        case .holder: "holder"
        case .legalRepresentative: "legal representative"
        case .guardian: "guardian"
        case .carer: "carer"
        case .treatingPhysician(let id): "treating physician \(id.text)"
        case .breakGlass(let profession): "\(profession) breaking the glass"
        case .regulation: "regulation centre"
        case .stranger(let profession): "\(profession) without leave"
        }
    }
}
