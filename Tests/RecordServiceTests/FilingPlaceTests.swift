import ClinicalDocuments
import HealthRecord
import Testing

@testable import RecordService

/// What is filed from no structure's software says where it comes from in words of the DMP's own sets.
@Suite struct FilingPlaceTests {
    @Test(arguments: [FilingPlace.personalExpression, .service])
    func eachWordIsInItsSet(_ place: FilingPlace) throws {
        let sets = try ValueSets.bundled(mode: .strict)
        for (code, name) in [
            (place.contentType, ValueSetName.contentType), (place.facilityType, .facility),
            (place.practiceSetting, .practice),
        ] {
            #expect(sets.accepts(code, in: name), "\(name)")
            #expect(sets.label(code, in: name) == code.label, "\(name)")
        }
    }

    @Test func nothingOfTheServicePassesForThePatientsWord() {
        let service = FilingPlace.service
        for code in [service.contentType, service.facilityType, service.practiceSetting] {
            #expect(code.value != RecordService.personalExpression.value)
        }
    }
}
