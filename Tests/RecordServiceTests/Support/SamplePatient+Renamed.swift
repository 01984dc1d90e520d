import HealthRecord

@testable import SampleRecords

extension SamplePatient {
    /// The same person under another family name.
    func renamed(family: String) -> SamplePatient {
        var traits = traits
        traits.birthFamilyName = family
        traits.usedFamilyName = nil
        return SamplePatient(
            key: key,
            story: story,
            ins: ins,
            formerINS: formerINS,
            traits: traits,
            email: email,
            phone: phone,
            secretCode: secretCode,
            standing: standing,
            representatives: representatives
        )
    }
}
