import HTTPTypes
import HealthRecord
public import Hummingbird
import PageKit
import ServerKit

/// A route of the site: how it is reached, who may, what it does.
struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let entrance: Entrance

    init(_ method: HTTPRequest.Method, _ path: String, _ entrance: Entrance) {
        self.method = method
        self.path = path
        self.entrance = entrance
    }
}

/// Who may go through a route, with what it does for him.
enum Entrance: Sendable {
    /// Anybody.
    case anyone(@Sendable (Turn) async throws -> Answer)
    /// Anybody; who is signed in keeps his own head and menu.
    case reader(@Sendable (Turn) async throws -> Answer)
    /// Anybody with a form of ours.
    case form(@Sendable (Turn, FormFields) async throws -> Answer)
    /// A live session: on the connection of its own card, or opened by an assertion.
    case member(@Sendable (Turn, Stay) async throws -> Answer)
    /// The same, with a form of ours.
    case memberForm(@Sendable (Turn, Stay, FormFields) async throws -> Answer)
    /// A live session with the record that the path names open in it.
    case chart(@Sendable (Turn, Consultation) async throws -> Answer)
    /// The same, with a form of ours.
    case chartForm(@Sendable (Turn, Consultation, FormFields) async throws -> Answer)
    /// The same, with a form of ours that carries a file.
    case chartUpload(@Sendable (Turn, Consultation, UploadForm) async throws -> Answer)
}

extension CareDoor {
    /// Method × path × guard × page.
    var table: [Route] {
        [
            Route(.get, Paths.home, .anyone(connection)),
            Route(.post, Paths.signIn, .form(enter)),
            Route(.get, Paths.situation, .reader(situation)),
            Route(.post, Paths.signOut, .memberForm(signOut)),
            Route(.get, Paths.goodbye, .anyone(goodbye)),
            Route(.get, Paths.help, .reader(help)),
            Route(.get, Paths.accessibility, .reader(accessibility)),
            Route(.get, Paths.siteMap, .reader(siteMap)),
            Route(.get, Paths.patients, .member(patients)),
            Route(.post, Paths.patients, .memberForm(narrowedPatients)),
            Route(.post, Paths.search, .memberForm(search)),
            Route(.get, Paths.regulation, .member(regulationForm)),
            Route(.post, Paths.regulation, .memberForm(regulation)),
            Route(.post, Paths.notices, .memberForm(answerNotice)),
        ] + chartTable + consentTable + requestTable + documentTable + directTable + entryTable
    }

    private var chartTable: [Route] {
        func at(_ part: Paths.Part) -> String { Paths.chart("{handle}", part) }
        return [
            Route(.get, Paths.chart("{handle}"), .chart(summary)),
            Route(.get, at(.consent), .chart(consentForm)),
            Route(.post, at(.consent), .chartForm(consent)),
            Route(.get, at(.emergency), .chart(emergencyForm)),
            Route(.post, at(.emergency), .chartForm(emergency)),
            Route(.get, at(.announce), .chart(toAnnounce)),
            Route(.get, at(.vaccinations), .chart(vaccinations)),
            Route(.get, at(.wishes), .chart(wishes)),
            Route(.get, at(.authorisations), .chart(authorisations)),
            Route(.get, at(.authorisations) + "/{choice}", .chart(roleForm)),
            Route(.post, at(.authorisations) + "/{choice}", .chartForm(changeRole)),
            Route(.get, at(.history), .chart(history)),
            Route(.get, at(.secret), .chart(secretForm)),
            Route(.post, at(.secret), .chartForm(changeSecrecy)),
            Route(.get, Paths.chart("{handle}") + "/justifier/{id}", .chart(justificationForm)),
            Route(.post, Paths.chart("{handle}") + "/justifier/{id}", .chartForm(justify)),
            Route(.get, at(.leave), .chart(leaveForm)),
            Route(.post, at(.leave), .chartForm(leave)),
        ]
    }

    /// The proof that the patient is there, and consent for a team or a colleague.
    private var consentTable: [Route] {
        let handle = "{handle}"
        let teams = Paths.chart(handle, .authorisations) + "/equipes"
        return [
            Route(.get, Paths.chart(handle, .presence), .chart(presenceForm)),
            Route(.post, Paths.chart(handle, .presence), .chartForm(askPresence)),
            Route(.post, Paths.presenceCode(handle), .chartForm(provePresence)),
            Route(.get, Paths.colleague(handle), .chart(colleagueForm)),
            Route(.post, Paths.colleague(handle), .chartForm(entrust)),
            Route(.get, Paths.newTeam(handle), .chart(teamForm)),
            Route(.post, Paths.newTeam(handle), .chartForm(declareTeam)),
            Route(.get, teams + "/{id}/membre", .chart(memberForm)),
            Route(.post, teams + "/{id}/membre", .chartForm(addMember)),
            Route(.get, teams + "/{id}/fin", .chart(teamEndForm)),
            Route(.post, teams + "/{id}/fin", .chartForm(endTeam)),
        ]
    }

    /// What is done at the patient's request, and what the vaccination record takes in.
    private var requestTable: [Route] {
        let who = "{who}"
        let handle = "{handle}"
        return [
            Route(.get, Paths.recordWishes(handle), .chart(recordWishesForm)),
            Route(.post, Paths.recordWishes(handle), .chartForm(recordWishes)),
            Route(.get, Paths.emergencyWishes(handle), .chart(emergencyWishesForm)),
            Route(.post, Paths.emergencyWishes(handle), .chartForm(changeEmergencyWishes)),
            Route(.get, Paths.block(handle, who), .chart(refusalForm(.record))),
            Route(.post, Paths.block(handle, who), .chartForm(changeRefusal(.record))),
            Route(.get, Paths.blockAnother(handle), .chart(blockAnotherForm)),
            Route(.post, Paths.blockAnother(handle), .chartForm(blockAnother)),
            Route(.get, Paths.lift(handle, who), .chart(refusalForm(.lift))),
            Route(.post, Paths.lift(handle, who), .chartForm(changeRefusal(.lift))),
            Route(.post, Paths.historyTable(handle), .chartForm(historyTable)),
            Route(.get, Paths.injection(handle), .chart(injectionForm)),
            Route(.post, Paths.injection(handle), .chartForm(addInjection)),
            Route(.get, Paths.chart(handle) + "/rectification/{id}", .chart(rectificationForm)),
            Route(.post, Paths.chart(handle) + "/rectification/{id}", .chartForm(answerRectification)),
            Route(.get, Paths.confirmation(handle, who), .chart(confirmationForm)),
        ]
    }

    private var documentTable: [Route] {
        let documents = Paths.chart("{handle}", .documents)
        let adding = Paths.chart("{handle}", .add)
        return [
            Route(.get, documents, .chart(documentList)),
            Route(.post, Paths.discretion("{handle}"), .chartForm(changeDiscretion)),
            Route(.get, adding, .chart(addForm)),
            Route(.post, adding, .chartUpload(add)),
            Route(.get, documents + "/{id}", .chart(document)),
            Route(.get, documents + "/{id}/contenu", .chart(documentContent)),
            Route(.get, documents + "/{id}/recu", .chart(receipt)),
            Route(.get, documents + "/{id}/lecture", .chart(documentReadable)),
            Route(.get, documents + "/{id}/original", .chart(documentOriginal)),
            Route(.get, documents + "/{id}/remplacer", .chart(replaceForm)),
            Route(.post, documents + "/{id}/remplacer", .chartUpload(replace)),
            Route(.get, documents + "/{id}/changer/{choice}", .chart(changeForm)),
            Route(.post, documents + "/{id}/changer/{choice}", .chartForm(change)),
        ]
    }

    /// Adds the site's pages and files to a server.
    public func addRoutes(to router: Router<CareContext>) {
        router.serve(assets)
        for route in table {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await answer(request, context, route.entrance)
            }
        }
    }
}
