/// The subjects of the portal's pages, by which the tests of typography reach them.
package enum PageCatalogue {
    /// Every subject whose texts need no value.
    package static let sections: [any CatalogueText.Type] = [
        ShellText.self, HomeText.self, OpeningText.self, ActivationText.self, SignInText.self, FieldText.self,
        RecordPageText.self, DocumentsPageText.self, DocumentPageText.self, ResultsText.self, ProfessionalsText.self,
        ProfessionalText.self, HistoryText.self, TroubleText.self, StaticText.self, CookieText.self, HelpText.self,
        RecoveryText.self,
        SettingsText.self, EffectText.self, RightsText.self, ConfidentialityText.self, EmergencyText.self,
        TimelineText.self, AddingText.self, OwnDocumentKind.self, WishesText.self, DirectivesText.self,
        NoticesText.self, DevicesText.self,
        OpinionText.self,
        AccountText.self, StepUpText.self, ClosingText.self, FamilyText.self, PowerText.self, ActingText.self,
        EndingText.self, MandateText.self, ObjectionText.self, FirstAccessText.self,
        TeamText.self, AdministratorText.self, PresenceText.self, ReportText.self, HeirsText.self, CopyText.self,
        LetterOrderText.self, NewSecretText.self, LostWayText.self, RecoveryLetterText.self, CodeAppText.self,
        OwnNameText.self,
        PasskeyText.self,
        DeletingText.self, RenamingText.self, PinText.self, FolderText.self, TakingText.self, RectificationText.self,
        FeedingText.self,
        SuspensionText.self,
        HostAccessText.self,
        DocumentActText.self, SearchText.self, SendingText.self,
    ]
}
