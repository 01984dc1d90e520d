import SafeXML
import Testing

@testable import DMPWire

/// Texts of the home-made services one byte below, at and above what is read.
@Suite struct HabilitationsLimitTests {
    @Test(arguments: [-1, 0, 1]) func aTextEndsAtItsLength(step: Int) throws {
        let context = String(repeating: "x", count: Habilitations.maximumText + step)
        let answer = SetAuthorizationAnswer(ServiceOutcome(status: "DMPOk", context: context))
        var writer = XMLWriter()
        answer.write(&writer)
        let element = try XMLDocument(parsing: writer.finish(), limits: .xmlFragment).root
        if step > 0 {
            #expect(throws: HabilitationsError.malformed("/setAuthorizationResponse/output/context")) {
                try SetAuthorizationAnswer(element)
            }
        } else {
            #expect(try SetAuthorizationAnswer(element) == answer)
        }
    }

    @Test(arguments: [-1, 0, 1]) func anAddressEndsAtItsLength(step: Int) throws {
        let host = "@essai.example"
        let length = PatientAccessRequest.Channel.maximumLength - host.utf8.count + step
        let address = String(repeating: "x", count: length) + host
        let text = """
            <createPatientAccess xmlns="\(PatientsService.namespace)"><type>EMAIL</type><canal>\(address)</canal>\
            </createPatientAccess>
            """
        let element = try XMLDocument(parsing: Array(text.utf8), limits: .xmlFragment).root
        if step > 0 {
            #expect(throws: HabilitationsError.malformed("/createPatientAccess/canal")) {
                try PatientAccessRequest(element)
            }
        } else {
            let channel = try #require(PatientAccessRequest.Channel(.email, address))
            #expect(try PatientAccessRequest(element) == .create(channel))
        }
    }
}
