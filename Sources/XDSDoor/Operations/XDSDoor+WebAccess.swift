import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire

extension XDSDoor {
    /// TD0.10: an address that opens the patient's record on the professionals' site, once.
    func openWebAccess(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        guard let site = settings.siteEntries else { throw .actionNotSupported }
        do { _ = try OpenWebAccess(exchange.payload) } catch { throw error.fault }
        let answer: OpenWebAccessAnswer
        var reason: RefusalReason?
        do throws(ServiceError) {
            let entry = try await service.grantEntry(exchange.visit)
            answer = OpenWebAccessAnswer(.init(address: site(entry.token), until: HL7Time(entry.until)))
        } catch {
            answer = OpenWebAccessAnswer(refused: try error.outcome(exchange.correlation))
            reason = error.reason
        }
        return Answer(reason: reason) { answer.write(&$0) }
    }
}
