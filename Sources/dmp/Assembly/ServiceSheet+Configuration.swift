import Foundation
import ServerKit
import Wording

extension ServiceSheet {
    /// What a configuration says of the service; letters without a number to call or a sender help nobody.
    init(_ configuration: Configuration, portal origin: String) throws {
        let phone = try configuration.value(Keys.helpPhone).trimmingCharacters(in: .whitespaces)
        let sender = try configuration.value(Keys.sender).map { $0.trimmingCharacters(in: .whitespaces) }
        guard phone.contains(where: \.isNumber) else { throw StartFailure.unspoken("service.helpPhone") }
        guard !sender.isEmpty, sender.allSatisfy({ !$0.isEmpty }) else { throw StartFailure.unspoken("service.sender") }
        let scheme = "https://"
        self.init(
            // As people type it.
            portalAddress: origin.hasPrefix(scheme) ? String(origin.dropFirst(scheme.count)) : origin,
            helpPhone: phone,
            senderLines: sender
        )
    }
}
