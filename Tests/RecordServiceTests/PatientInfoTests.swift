import HealthRecord
import Testing
import XDSWire

@testable import RecordService

/// What `sourcePatientInfo` may say beside a document's header (interop § 4.1, § 8.1).
@Suite struct PatientInfoTests {
    @Test(arguments: [
        ("PID-5|LE GOFF-MOREAU^Anne-Sophie^^^^^L", true), ("PID-5|Le Goff Moreau^anne^^^^^L", true),
        ("PID-5|LE GOFF MOREAU^ANNE-SOPHIE HÉLÈNE^^^^^L", true), ("PID-5|DUBOIS^Anaïs^^^^^D", true),
        ("PID-5|DUBOIS^Anais^^^^^D~LE GOFF MOREAU^Anne^^^^^L", true), ("PID-5|LE GOFF MOREAU", true),
        ("PID-5|", true), ("PID-5|LE GOFF^Anne^^^^^L", false), ("PID-5|DUBOIS^Paul^^^^^L", false),
        ("PID-5|LE GOFF MOREAU^Anne^^^^^L~AUTRE^Anne^^^^^D", false), ("PID-5|^Anne^^^^^L", false),
        ("PID-7|19520412", true), ("PID-7|195204", true), ("PID-7|195204120830", true), ("PID-7|19520413", false),
        ("PID-7|1953", false), ("PID-7|", false), ("PID-7|12/04/1952", false),
        ("PID-8|F", true), ("PID-8|U", true), ("PID-8|M", false),
        ("PID-3|12345", true), ("PID-11|^^PARIS", true),
    ])
    func aFieldSaysWhatTheHeaderSays(text: String, agrees: Bool) throws {
        let traits = PatientTraits(
            birthFamilyName: "LE GOFF-MOREAU",
            birthGivenNames: ["ANNE-SOPHIE", "HELENE"],
            usedFamilyName: "DUBOIS",
            usedGivenName: "ANAIS",
            birthDate: try #require(CalendarDate("19520412")),
            sex: .female
        )
        #expect(try PatientInfoField(pid: text).agrees(with: traits) == agrees)
    }

    /// The header need not tell the name in use, and then says nothing of it.
    @Test(arguments: [
        ("PID-5|DUBOIS^Nana^^^^^D", true), ("PID-5|DUBOIS^Anne^^^^^L", false), ("PID-8|M", true), ("PID-8|F", true),
    ])
    func whatTheHeaderLeavesOutIsNotHeld(text: String, agrees: Bool) throws {
        let traits = PatientTraits(
            birthFamilyName: "MOREAU",
            birthGivenNames: ["ANNE"],
            birthDate: try #require(CalendarDate("19520412")),
            sex: .unknown
        )
        #expect(try PatientInfoField(pid: text).agrees(with: traits) == agrees)
    }
}
