import Foundation
import HealthRecord
import XDSWire

extension PatientInfoField {
    /// Whether the field says of the patient what the document's header says (interop § 4.1, § 8.1).
    ///
    /// The name, the day of birth and the sex are held; of other fields the header need say nothing.
    func agrees(with traits: PatientTraits) -> Bool {
        switch number {
        case 5: value.split(separator: "~").allSatisfy { Self.name($0, isOf: traits) }
        case 7: Self.birth(value, isOf: traits)
        case 8: Self.sex(value, isOf: traits)
        default: true
        }
    }

    /// A name in use is held where the header tells one, which it need not; accents, capitals and hyphens are nothing.
    private static func name(_ repetition: Substring, isOf traits: PatientTraits) -> Bool {
        let parts = repetition.split(separator: "^", omittingEmptySubsequences: false).map(plainWords)
        let families = [traits.birthFamilyName, traits.usedFamilyName].compactMap(\.self).map { plainWords($0) }
        let givens = (traits.birthGivenNames + [traits.usedGivenName].compactMap(\.self)).flatMap { plainWords($0) }
        let isUsed = parts.count > 6 && parts[6] == ["D"]
        let agreesOnFamily = families.contains(parts[0]) || (isUsed && traits.usedFamilyName == nil)
        guard parts.count > 1, let given = parts[1].first else { return agreesOnFamily }
        return agreesOnFamily && (givens.contains(given) || (isUsed && traits.usedGivenName == nil))
    }

    /// At the precision that the field has.
    private static func birth(_ value: String, isOf traits: PatientTraits) -> Bool {
        let day = value.prefix(8)
        return !day.isEmpty && traits.birthDate.hl7.hasPrefix(day)
    }

    /// Only two sexes that are both known can differ (JDV_J143 beside HL7 table 0001).
    private static func sex(_ value: String, isOf traits: PatientTraits) -> Bool {
        switch (value, traits.sex) {
        case ("M", .female), ("F", .male): false
        default: true
        }
    }

    private static func plainWords(_ text: some StringProtocol) -> [String] {
        text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).uppercased()
            .split { !$0.isLetter }.map(String.init)
    }
}
