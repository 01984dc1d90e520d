import HealthRecord
import Testing

@testable import SampleRecords

extension SamplePatient {
    /// The same person under a second matricule, as a register gives one by error.
    func duplicate(_ number: Int = 1) throws -> SamplePatient {
        SamplePatient(
            key: key,
            story: story,
            ins: INS(try #require(NIR(body: "170052123" + String(2_000 + number))), root: .test),
            formerINS: [],
            traits: traits,
            email: email,
            phone: phone,
            secretCode: secretCode,
            standing: standing,
            representatives: representatives
        )
    }
}
