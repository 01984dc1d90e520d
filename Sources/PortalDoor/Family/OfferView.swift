import Custody
import HealthRecord
import PageKit
import Wording

/// What somebody accepts who is asked to act for another: whose record, in what quality, who asks, what it allows, and until
/// when.
enum OfferView {
    @HTMLBuilder static func nodes(_ offer: OfferedMandate, _ frame: Frame) -> [Node] {
        tag("div", .class("information")) {
            tag("h2") { frame(FamilyText.offered(offer.holder.spoken)) }
            paragraph(frame(offer.kind.text) + " · " + term(offer, frame))
            paragraph(frame(whoAsks(offer.kind)))
            tag("h3") { frame(FamilyText.offerMay) }
            tag("ul") {
                for text in texts(offer) { tag("li") { frame(text) } }
            }
        }
    }

    private static func whoAsks(_ kind: RepresentativeKind) -> FamilyText {
        switch kind {
        case .carer: .offerByHolder
        case .parent, .guardian: .offerForChild
        case .representation, .assistance: .offerByCourt
        }
    }

    private static func term(_ offer: OfferedMandate, _ frame: Frame) -> String {
        guard let until = offer.until else { return frame(FamilyText.offerNoEnd) }
        return frame(FamilyText.untilWord) + " " + frame(DateText.date(until))
    }

    private static func texts(_ offer: OfferedMandate) -> [FamilyText] {
        let may: [FamilyText] =
            switch offer.kind {
            case .parent, .guardian: [.parentMay]
            case .representation: [.offerRepresentation]
            case .assistance: [.assistanceNote]
            case .carer: [.offerCarer, .offerCarerNot]
            }
        return may + FamilyText.limits(offer.limits)
    }
}
