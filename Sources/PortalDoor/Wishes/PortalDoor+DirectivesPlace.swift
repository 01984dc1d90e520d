import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Only the place and the keeper of directives (CSP R1111-19): a document of the directives' type all the same, so that
/// whoever looks for them finds it.
extension PortalDoor {
    func placeForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        return .page(DirectivesPlacePage())
    }

    func placeAgain(_ turn: Turn, _ stay: Stay, _ form: FormFields) -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        return .page(DirectivesPlacePage(entered: Self.place(form)))
    }

    func checkPlace(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        let entered = Self.place(form)
        guard entered.faults.isEmpty else {
            return .page(
                DirectivesPlacePage(entered: entered, faults: entered.faults),
                status: .unprocessableContent
            )
        }
        return .page(
            DirectivesSummaryPage(
                text: entered.text,
                replaces: try await !filed(OwnDocumentKind.directives, stay).isEmpty,
                carried: entered.pairs,
                action: Paths.directivesPlaceSummary,
                again: Paths.directivesPlaceAgain,
                confirm: .placeConfirm,
                title: .placeCheck
            )
        )
    }

    func keepPlace(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        let entered = Self.place(form)
        guard entered.faults.isEmpty else { return .trouble(.bad) }
        try await fileDirectives(Array(entered.text.utf8), "text/plain", title: .placeTitle, stay)
        return .see(Paths.directives + "?fait=lieu")
    }

    /// What was filled in; a browser lets nobody type more than is read.
    static func place(_ form: FormFields) -> DirectivesPlace {
        func text(_ name: String, _ most: Int) -> String { String((form.only(name)?.trimmed ?? "").prefix(most)) }
        return DirectivesPlace(
            place: text(FormNames.whereabouts, DirectivesPlace.Longest.place),
            keeper: text(FormNames.keeper, DirectivesPlace.Longest.keeper),
            phone: text(FormNames.keeperPhone, DirectivesPlace.Longest.phone)
        )
    }
}
