import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// § 7.2, pages 5 and 14: consent for the care team (CSP L1110-12, R1111-46) and for a colleague (L1111-17 II).
@Suite struct TeamTests {
    private static func fields(_ who: SampleProfessional, team: String? = nil) -> [String: String] {
        var fields = [
            "prenom": who.name.given, "famille": who.name.family, "rpps": String(who.id.text.dropFirst()),
            "profession": who.actor().profession.matrixKey, "lieu": who.actor().structure.id.text,
            "secteur": who.actor().structure.sector.value, "demande": "oui",
        ]
        fields["equipe"] = team
        return fields
    }

    /// One consent, stated from the page of consent, lets the whole team read; its end ends what came from it.
    @Test func oneConsentCoversTheTeam() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let (cardiologist, nurse) = (
            try #require(stack.people.professional("cardiologist")), try #require(stack.people.professional("nurse"))
        )
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            try await doctor.enter()
            let handle = try Walk.handle(try await doctor.find(patient.ins.matricule.text).headers[.location])
            let consent = try await doctor.get("/dossiers/\(handle)/accord")
            #expect(consent.body.contains("Pour moi et mon équipe de soins"))
            let agreed = try await doctor.post("/dossiers/\(handle)/accord", ["pour": "equipe"])
            let form = try await doctor.follow(agreed)
            #expect(form.body.contains("Déclarer une équipe de soins"))
            #expect(form.body.contains("L’accord vaut le temps de la prise en charge"))
            let path = "/dossiers/\(handle)/autorisations/equipes/declarer"
            var unasked = Self.fields(cardiologist, team: "Équipe du cœur")
            unasked["demande"] = nil
            let refused = try await doctor.post(path, unasked)
            #expect(refused.status == .unprocessableContent && refused.body.contains("Sans son accord"))
            let nameless = try await doctor.post(path, Self.fields(cardiologist))
            #expect(nameless.status == .unprocessableContent && nameless.body.contains("120 caractères au plus"))
            let declared = try await doctor.follow(
                try await doctor.post(path, Self.fields(cardiologist, team: "Équipe du cœur"))
            )
            #expect(declared.body.contains("L’équipe est déclarée.") && declared.body.contains("Équipe du cœur"))
            #expect(declared.body.contains(cardiologist.name.family))
            // The member reads without a consent of his own, and names another one.
            let member = Browser(client, card: "card:cardiologist")
            try await member.enter()
            let found = try await member.find(patient.ins.matricule.text)
            let theirs = try Walk.handle(found.headers[.location])
            #expect(found.headers[.location] == "/dossiers/\(theirs)")
            let own = try await member.get("/dossiers/\(theirs)/autorisations")
            #expect(own.body.contains("Donné à votre équipe de soins") && own.body.contains("Équipe du cœur"))
            #expect(!own.body.contains("/fin\""))
            let add = String(try #require(own.body.firstMatch(of: /href="([^"]+\/membre)"/)).1)
            try await member.get(add)
            let added = try await member.follow(try await member.post(add, Self.fields(nurse)))
            #expect(added.body.contains("Le membre est ajouté à l’équipe.") && added.body.contains(nurse.name.family))
            // Who declared it ends it.
            let list = try await doctor.get("/dossiers/\(handle)/autorisations")
            let end = String(try #require(list.body.firstMatch(of: /href="([^"]+\/fin)"/)).1)
            #expect(try await member.get(end.replacing(handle, with: theirs)).status == .notFound)
            #expect(try await doctor.get(end).body.contains("Celles données autrement restent."))
            let ended = try await doctor.follow(try await doctor.post(end))
            #expect(ended.body.contains("L’équipe n’existe plus.") && !ended.body.contains("Équipe du cœur"))
            #expect(try await member.get("/dossiers/\(theirs)/documents").status == .forbidden)
            // His own consent was given to him.
            #expect(try await doctor.get("/dossiers/\(handle)/documents").status == .ok)
        }
    }

    /// § 2.1: the set of 2022 asks for no initial consent; the page does not ask, and the team reads until it ends.
    @Test func aTeamIsDeclaredWithoutAskingWhereTheSetAsksForNothing() async throws {
        let stack = try CareStack(policySet: "mes2022")
        let patient = try #require(stack.people.patient("jeanne"))
        let cardiologist = try #require(stack.people.professional("cardiologist"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(doctor, patient)
            let path = "/dossiers/\(handle)/autorisations/equipes/declarer"
            let form = try await doctor.get(path)
            #expect(form.body.contains("sans demander son accord") && !form.body.contains("recueilli son accord"))
            #expect(form.body.contains("L’équipe lit le dossier le temps de la prise en charge"))
            var fields = Self.fields(cardiologist, team: "Équipe du cœur")
            fields["demande"] = nil
            let declared = try await doctor.follow(try await doctor.post(path, fields))
            #expect(declared.body.contains("L’équipe est déclarée.") && declared.body.contains("Équipe du cœur"))
            let member = Browser(client, card: "card:cardiologist")
            try await member.enter()
            let found = try await member.find(patient.ins.matricule.text)
            let theirs = try Walk.handle(found.headers[.location])
            #expect(found.headers[.location] == "/dossiers/\(theirs)")
            let own = try await member.get("/dossiers/\(theirs)/autorisations")
            #expect(own.body.contains("Membre d’une équipe de soins déclarée"))
            #expect(try await member.get("/dossiers/\(theirs)/documents").status == .ok)
            // A colleague still comes by a consent.
            let colleague = try await doctor.get("/dossiers/\(handle)/autorisations/accords/confrere")
            #expect(colleague.body.contains("recueilli son accord"))
            let list = try await doctor.get("/dossiers/\(handle)/autorisations")
            let end = String(try #require(list.body.firstMatch(of: /href="([^"]+\/fin)"/)).1)
            try await doctor.get(end)
            let ended = try await doctor.follow(try await doctor.post(end))
            #expect(ended.body.contains("L’équipe n’existe plus."))
            #expect(try await member.get("/dossiers/\(theirs)/documents").status == .forbidden)
        }
    }

    /// L1111-17 II: a professional obtains the consent for a colleague to whom he entrusts a part of the care.
    @Test func consentIsObtainedForAColleague() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let nurse = try #require(stack.people.professional("nurse"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(doctor, patient)
            let path = "/dossiers/\(handle)/autorisations/accords/confrere"
            #expect(try await doctor.get("/dossiers/\(handle)/autorisations").body.contains(path))
            try await doctor.get(path)
            var wrong = Self.fields(nurse)
            wrong["rpps"] = "123"
            wrong["lieu"] = "?"
            let refused = try await doctor.post(path, wrong)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("onze chiffres du numéro RPPS") && refused.body.contains("un FINESS de 9"))
            let done = try await doctor.follow(try await doctor.post(path, Self.fields(nurse)))
            #expect(done.body.contains("L’accord est enregistré pour ce confrère."))
            let colleague = Browser(client, card: "card:nurse")
            try await colleague.enter()
            let found = try await colleague.find(patient.ins.matricule.text)
            let theirs = try Walk.handle(found.headers[.location])
            #expect(found.headers[.location] == "/dossiers/\(theirs)")
            let own = try await colleague.get("/dossiers/\(theirs)/autorisations")
            #expect(own.body.contains("Recueilli pour vous par un confrère"))
            // Who else may read, he learns as on the wire (TD1.6).
            #expect(own.body.contains(try #require(stack.people.professional("gp")).name.family))
        }
    }

    /// § 7.2, page 14: a colleague is found by name; the directory knows the number, the profession and the place.
    @Test func aColleagueIsFoundByName() async throws {
        let people = SamplePopulation(seed: 1, now: CareStack.start)
        let nurse = try #require(people.professional("nurse"))
        let listed = ListedProfessional(
            person: nurse.id,
            name: nurse.name,
            profession: nurse.actor().profession,
            structure: nurse.actor().structure,
            town: "Dijon"
        )
        let stack = try CareStack(
            professionals: ProfessionalSearch { name in
                name == "panne" ? nil : listed.name.family == name ? [listed] : []
            }
        )
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(doctor, patient)
            let path = "/dossiers/\(handle)/autorisations/accords/confrere"
            let form = try await doctor.get(path)
            #expect(form.body.contains("Chercher dans l’annuaire") && !form.body.contains(nurse.name.family))
            let short = try await doctor.post(path, ["recherche": "x", "chercher": "oui"])
            #expect(short.status == .unprocessableContent && short.body.contains("au moins deux lettres"))
            let nobody = try await doctor.post(path, ["recherche": "Personne", "chercher": "oui"])
            #expect(nobody.status == .ok && nobody.body.contains("L’annuaire ne connaît personne de ce nom."))
            let mute = try await doctor.post(path, ["recherche": "panne", "chercher": "oui"])
            #expect(mute.body.contains("L’annuaire ne répond pas."))
            let found = try await doctor.post(path, ["recherche": nurse.name.family, "chercher": "oui"])
            #expect(found.body.contains(nurse.actor().structure.name) && found.body.contains("Dijon"))
            let choice = String(try #require(found.body.firstMatch(of: /name="trouve" value="([^"]+)"/)).1)
            // Nobody is made up: a choice counts only among those found, and consent is still asked for.
            let made = try await doctor.post(
                path,
                ["recherche": nurse.name.family, "trouve": "810000000000|1000000000", "demande": "oui"]
            )
            #expect(made.status == .unprocessableContent && made.body.contains("Choisissez une personne de la liste"))
            let unasked = try await doctor.post(path, ["recherche": nurse.name.family, "trouve": choice])
            #expect(unasked.status == .unprocessableContent && unasked.body.contains("Sans son accord"))
            let done = try await doctor.follow(
                try await doctor.post(path, ["recherche": nurse.name.family, "trouve": choice, "demande": "oui"])
            )
            #expect(done.body.contains("L’accord est enregistré pour ce confrère."))
            let colleague = Browser(client, card: "card:nurse")
            try await colleague.enter()
            let theirs = try await colleague.find(patient.ins.matricule.text)
            #expect(theirs.headers[.location] == "/dossiers/\(try Walk.handle(theirs.headers[.location]))")
        }
    }

    /// A number tells who reads; under another's name it is not taken where the directory knows names.
    @Test func aNumberUnderAnotherNameIsRefused() async throws {
        let people = SamplePopulation(seed: 1, now: CareStack.start)
        let nurse = try #require(people.professional("nurse"))
        let listed = ListedProfessional(
            person: nurse.id,
            name: nurse.name,
            profession: nurse.actor().profession,
            structure: nurse.actor().structure,
            town: "Dijon"
        )
        let stack = try CareStack(professionals: ProfessionalSearch { $0 == listed.name.family ? [listed] : [] })
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(doctor, patient)
            let path = "/dossiers/\(handle)/autorisations/accords/confrere"
            try await doctor.get(path)
            var misnamed = Self.fields(nurse)
            misnamed["famille"] = "Faux"
            let refused = try await doctor.post(path, misnamed)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("L’annuaire ne connaît pas ce nom pour ce numéro."))
            let done = try await doctor.follow(try await doctor.post(path, Self.fields(nurse)))
            #expect(done.body.contains("L’accord est enregistré pour ce confrère."))
        }
    }

    /// Whom the patient refuses is not let in by a colleague's word, and it costs the colleague nothing.
    @Test func whomThePatientRefusesStaysOut() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let nurse = try #require(stack.people.professional("nurse"))
        try await stack.open(patient)
        let holder = try await stack.signIn(patient)
        _ = try await stack.service.carryOut(
            .block(Block(subject: .person(nurse.id), name: nurse.name, profession: nil, since: CareStack.start)),
            holder
        )
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(doctor, patient)
            let path = "/dossiers/\(handle)/autorisations/accords/confrere"
            try await doctor.get(path)
            let refused = try await doctor.post(path, Self.fields(nurse))
            #expect(refused.status == .forbidden && refused.body.contains("Le patient refuse l’accès de ce confrère."))
            #expect(try await doctor.get("/dossiers/\(handle)/documents").status == .ok)
        }
    }

    /// The sets before 2016 know neither, and the pages offer neither.
    @Test func olderSetsOfferNoConsentForOthers() async throws {
        let stack = try CareStack(policySet: "era2007")
        let patient = try #require(stack.people.patient("jeanne"))
        let set = try #require(stack.service.policySet(named: "era2007"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Walk.consult(doctor, patient)
            let page = try await doctor.get("/dossiers/\(handle)/autorisations")
            #expect(page.body.contains("/equipes/declarer") == set.teamIsDeemedAuthorised)
            #expect(page.body.contains("/accords/confrere") == set.consentMayBeDelegated)
            #expect(!set.consentMayBeDelegated)
            let back = try await doctor.get("/dossiers/\(handle)/autorisations/accords/confrere")
            #expect(back.headers[.location] == "/dossiers/\(handle)/autorisations")
        }
    }

    /// During a secret connection no team is offered: the representatives would read of it.
    @Test func aSecretConnectionOffersNoTeam() async throws {
        let stack = try CareStack()
        let patient = try stack.minor()
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            let plain = try await Walk.consult(doctor, patient)
            try await doctor.get("/dossiers/\(plain)/connexion-secrete")
            let opened = try await doctor.post("/dossiers/\(plain)/connexion-secrete")
            let handle = try Walk.handle(opened.headers[.location])
            let page = try await doctor.get("/dossiers/\(handle)/autorisations")
            #expect(page.status == .ok && !page.body.contains("/equipes/declarer"))
        }
    }
}
