import HealthRecord
import RecordService
import SOAPWire
import XDSWire

extension XDSDoor {
    /// TD2.1: takes a lot, whole or not at all; the same lot sent again is answered as the first time.
    func deposit(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let reading: Reading<Submission>
        do { reading = try Submission.read(exchange.payload) } catch { throw error.fault }
        var problems = reading.findings.map { RegistryProblem($0, exchange.correlation) }
        var reason: RefusalReason?
        if let submission = reading.accepted {
            do throws(ServiceError) {
                _ = try await service.deposit(
                    Lot(submission: submission, contents: contents(of: submission, exchange)),
                    exchange.visit
                )
            } catch {
                if let misfits = error.refusedVisibility(in: submission, exchange.correlation) {
                    problems += misfits
                } else {
                    problems += try error.problems(.submission, exchange.correlation)
                }
                reason = error.reason
            }
        } else {
            reason = .content
        }
        let response = RegistryResponse(reason == nil ? .success : .failure, problems: problems)
        return Answer(reason: reason) { response.write(into: &$0) }
    }

    /// Each document's bytes under the id of its entry; the parts are the message's own, not copies.
    private func contents(of submission: Submission, _ exchange: Exchange) -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for document in submission.documents {
            switch document.content {
            case .inline(let bytes): contents[document.id] = bytes
            case .attachment(let id): contents[document.id] = exchange.parts[id]
            }
        }
        return contents
    }
}
