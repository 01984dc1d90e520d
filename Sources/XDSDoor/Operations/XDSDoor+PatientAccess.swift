import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire

extension XDSDoor {
    /// TD1.5: the patient's Internet access, asked for by a professional in the patient's presence.
    func changeAccess(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let request: PatientAccessRequest
        do { request = try PatientAccessRequest(exchange.payload) } catch { throw error.fault }
        let answer: PatientAccessAnswer
        var reason: RefusalReason?
        do throws(ServiceError) {
            let secret: InitialSecret?
            switch request {
            case .create(let channel):
                secret = try await service.createPatientAccess(channel.codeAddress, exchange.visit)
            case .changeChannel(let action, let channel):
                try await service.setCodeChannel(action.wish(channel.codeAddress), exchange.visit)
                secret = nil
            case .renewSecrets: secret = try await service.reissueSecret(exchange.visit)
            }
            answer = PatientAccessAnswer(login: secret?.login.matricule.text, password: secret?.secret)
        } catch {
            answer = PatientAccessAnswer(try error.outcome(exchange.correlation))
            reason = error.reason
        }
        return Answer(reason: reason) { answer.write(&$0, to: request) }
    }
}

extension PatientAccessRequest.Channel {
    /// Where codes go, as the custodian knows it.
    fileprivate var codeAddress: CodeAddress {
        switch kind {
        case .text: .sms(address)
        case .email: .email(address)
        }
    }
}

extension PatientAccessRequest.ChannelAction {
    /// What is asked of the custodian.
    fileprivate func wish(_ address: CodeAddress) -> CodeChannelWish {
        switch self {
        case .add: .add(address)
        case .change: .change(address)
        case .remove: .remove(address.kind)
        }
    }
}
