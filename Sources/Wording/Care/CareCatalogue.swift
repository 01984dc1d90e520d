/// The subjects of the professionals' pages, by which the tests of typography reach them.
package enum CareCatalogue {
    /// Every subject whose texts need no value.
    package static let sections: [any CatalogueText.Type] = [
        CareShellText.self, CareSignInText.self, CareEntryText.self, CardText.self, CarePatientsText.self,
        CareConsentText.self,
        CareEmergencyText.self, CareSummaryText.self, CareListText.self, CareDocumentText.self, CareChangeText.self,
        CareAddText.self, CareVaccinationText.self, CareWishesText.self, CareAuthorisationText.self,
        CareHistoryText.self, CareSecretText.self,
        CareAnnounceText.self, CareNoticeText.self, CareDeskText.self, CareTroubleText.self, CareStaticText.self,
        CarePresenceText.self, CareTeamText.self, CareViewsText.self, CareReceiptText.self, CareRequestText.self,
        CareRegulationText.self, CareInjectionText.self, CareRectificationText.self,
    ]
}
