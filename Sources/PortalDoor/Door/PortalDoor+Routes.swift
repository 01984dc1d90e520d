import HTTPTypes
import HealthRecord
public import Hummingbird
import PageKit
import ServerKit

/// A route of the portal: how it is reached, who may, what it does.
struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let entrance: Entrance
}

/// Who may go through a route, with what it does for him.
enum Entrance: Sendable {
    /// Anybody.
    case anyone(@Sendable (Turn) async throws -> Answer)
    /// Anybody with a form of ours; what is refused is counted for the network, but for steps that have a limit of their own.
    case form(@Sendable (Turn, FormFields) async throws -> Answer)
    /// The holder of a live session.
    case holder(@Sendable (Turn, Stay) async throws -> Answer)
    /// Anybody, and the holder of a live session as such.
    case either(@Sendable (Turn, Stay?) async throws -> Answer)
    /// The holder of a live session, with a form of ours.
    case holderForm(@Sendable (Turn, Stay, FormFields) async throws -> Answer)
    /// The holder of a live session, with a form of ours that carries a file.
    case upload(@Sendable (Turn, Stay, UploadForm?) async throws -> Answer)
}

extension PortalDoor {
    /// Method × path × guard × page.
    ///
    /// Identifiers in paths are opaque; whatever changes something is a form.
    var table: [Route] {
        [
            Route(.get, Paths.home, .anyone(home)),
            Route(.get, Paths.opening, .anyone(openingForm)),
            Route(.post, Paths.opening, .form(open)),
            Route(.get, Paths.opened, .anyone(opened)),
            Route(.get, Paths.activation, .anyone(activationForm)),
            Route(.post, Paths.activation, .form(beginActivation)),
            Route(.post, Paths.activationProofs, .form(completeActivation)),
            Route(.get, Paths.activated, .anyone(activated)),
            Route(.get, Paths.firstAccess, .anyone(firstAccessForm)),
            Route(.post, Paths.firstAccess, .form(beginFirstAccess)),
            Route(.post, Paths.firstAccessProofs, .form(completeFirstAccess)),
            Route(.get, Paths.objection, .anyone(objectionForm)),
            Route(.post, Paths.objection, .form(object)),
            Route(.get, Paths.objectionDone, .anyone(objected)),
            Route(.post, Paths.objectionSheet, .form(objectionSheet)),
            Route(.get, Paths.signIn, .anyone(signInForm)),
            Route(.post, Paths.signIn, .form(beginSignIn)),
            Route(.get, Paths.code, .anyone(codeForm)),
            Route(.post, Paths.code, .form(completeSignIn)),
            Route(.post, Paths.resend, .form(resendCode)),
            Route(.get, Paths.recovery, .anyone(recovery)),
            Route(.get, Paths.letterOrder, .anyone(letterForm)),
            Route(.post, Paths.letterOrder, .form(orderLetter)),
            Route(.get, Paths.letterOrdered, .anyone(letterOrdered)),
            Route(.post, Paths.signOut, .holderForm(signOut)),
            Route(.get, Paths.goodbye, .anyone(goodbye)),

            Route(.get, Paths.record, .holder(record)),
            Route(.get, Paths.documents, .holder(documents)),
            Route(.get, Paths.documents + "/{id}", .holder(document)),
            Route(.get, Paths.documents + "/{id}/contenu", .holder(documentContent)),
            Route(.get, Paths.documents + "/{id}/lecture", .holder(documentReadable)),
            Route(.get, Paths.documents + "/{id}/original", .holder(documentOriginal)),
            Route(.get, Paths.documents + "/{id}/masquer", .holder(maskForm)),
            Route(.post, Paths.documents + "/{id}/masquer", .holderForm(mask)),
            Route(.get, Paths.documents + "/{id}/rendre-visible", .holder(unmaskForm)),
            Route(.post, Paths.documents + "/{id}/rendre-visible", .holderForm(unmask)),
            Route(.get, Paths.results, .holder(results)),
            Route(.get, Paths.professionals, .holder(professionals)),
            Route(.get, Paths.professionals + "/{handle}", .holder(professional)),
            Route(.get, Paths.professionals + "/{handle}/{choice}", .holder(professionalChoiceForm)),
            Route(.post, Paths.professionals + "/{handle}/{choice}", .holderForm(decideOnProfessional)),
            Route(.get, Paths.history, .holder(history)),
            Route(.post, Paths.historyCSV, .holderForm(historyTable)),
            Route(.post, Paths.historySheet, .holderForm(historySheet)),
            Route(.post, Paths.historyProof, .holderForm(historyProof)),

            Route(.get, Paths.settings, .holder(settingsPage)),
            Route(.get, Paths.rights, .either(rights)),
            Route(.get, Paths.categoryClosure, .holder(categoryForm)),
            Route(.post, Paths.categoryClosure, .holderForm(changeCategory)),
            Route(.get, Paths.confidentiality, .holder(confidentiality)),
            Route(.get, Paths.confidentialityChange, .holder(confidentialityForm)),
            Route(.post, Paths.confidentialityChange, .holderForm(changeConfidentiality)),
            Route(.get, Paths.emergency, .holder(emergency)),
            Route(.post, Paths.emergencySummary, .holderForm(emergencySummary)),
            Route(.post, Paths.emergency, .holderForm(changeEmergency)),
            Route(.get, Paths.stepUp, .holder(stepUpForm)),
            Route(.post, Paths.stepUp, .holderForm(beginStepUp)),
            Route(.get, Paths.stepUpCode, .holder(stepUpCodeForm)),
            Route(.post, Paths.stepUpCode, .holderForm(completeStepUp)),
            Route(.post, Paths.stepUpResend, .holderForm(resendStepUp)),
            Route(.get, Paths.timeline, .holder(timeline)),
            Route(.get, Paths.timelineMask, .holder(maskStoryForm)),
            Route(.post, Paths.timelineMask, .holderForm(maskStory)),
            Route(.get, Paths.timelineUnmask, .holder(unmaskStoryForm)),
            Route(.post, Paths.timelineUnmask, .holderForm(unmaskStory)),
            Route(.get, Paths.adding, .holder(addingForm)),
            Route(.post, Paths.adding, .upload(add)),
            Route(.get, Paths.addingPreview, .holder(addingPreview)),
            Route(.post, Paths.addingAgain, .holderForm(addingAgain)),
            Route(.get, Paths.addingConfirm, .holder(addingSummary)),
            Route(.post, Paths.addingConfirm, .holderForm(confirmAdding)),
            Route(.post, Paths.documents + "/{id}/epingler", .holderForm(pin)),
            Route(.get, Paths.documents + "/{id}/classeurs", .holder(filingForm)),
            Route(.post, Paths.documents + "/{id}/classeurs", .holderForm(fileInFolders)),
            Route(.get, Paths.documents + "/{id}/envoyer", .holder(sendingForm)),
            Route(.post, Paths.documents + "/{id}/envoyer", .holderForm(checkSending)),
            Route(.post, Paths.documents + "/{id}/envoyer/confirmer", .holderForm(send)),
            Route(.get, Paths.folders, .holder(folders)),
            Route(.post, Paths.folders, .holderForm(addFolder)),
            Route(.get, Paths.folders + "/{id}", .holder(folder)),
            Route(.post, Paths.folders + "/{id}", .holderForm(renameFolder)),
            Route(.post, Paths.folders + "/{id}/supprimer", .holderForm(removeFolder)),
            Route(.get, Paths.documents + "/{id}/renommer", .holder(renameForm)),
            Route(.post, Paths.documents + "/{id}/renommer", .holderForm(rename)),
            Route(.get, Paths.documents + "/{id}/supprimer", .holder(deleteForm)),
            Route(.post, Paths.documents + "/{id}/supprimer", .holderForm(delete)),
            Route(.post, Paths.taking, .holderForm(takeChosen)),
            Route(.post, Paths.deletion, .holderForm(deletionSummary)),
            Route(.post, Paths.deletionConfirmed, .holderForm(deleteChosen)),

            Route(.get, Paths.accessibility, .anyone(statics(.accessibility))),
            Route(.get, Paths.siteMap, .anyone(statics(.siteMap))),
            Route(.get, Paths.legal, .anyone(statics(.legal))),
            Route(.get, Paths.privacy, .anyone(statics(.privacy))),
            Route(.get, Paths.help, .anyone(help)),
            Route(.get, Paths.contact, .anyone(statics(.contact))),
        ]
    }

    /// Every route.
    var routes: [Route] { table + lifeTable + keyTable + documentActs }

    private var documentActs: [Route] {
        DocumentAct.allCases.flatMap { act in
            [
                Route(.get, Paths.documents + "/{id}/" + act.rawValue, .holder(documentActForm(act))),
                Route(.post, Paths.documents + "/{id}/" + act.rawValue, .holderForm(carryOut(act))),
            ]
        }
    }

    /// Adds the portal's pages and files to a server.
    public func addRoutes(to router: Router<PortalContext>) {
        router.serve(assets)
        let allowance = NetworkAllowance(perTenMinutes: settings.missesPerTenMinutes)
        for route in routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await answer(request, context, route, allowance)
            }
        }
    }
}

extension Route {
    init(_ method: HTTPRequest.Method, _ path: String, _ entrance: Entrance) {
        self.init(method: method, path: path, entrance: entrance)
    }
}
