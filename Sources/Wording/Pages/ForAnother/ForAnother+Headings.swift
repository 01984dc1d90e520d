/// Titles and headings of a record that is another's.
extension ForAnother {
    static let headings: [Pair] = [
        (ShellText.documents.phrase, ActingText.documents.phrase),
        (TimelineText.title.phrase, ActingText.timeline.phrase),
        (ShellText.results.phrase, ActingText.results.phrase),
        (SettingsText.title.phrase, ActingText.settings.phrase),
        (SettingsText.access.phrase, Phrase("Qui voit ce dossier", "Who sees this record")),
        (SettingsText.myself.phrase, Phrase("Ses volontés", "Wishes")),
        (SettingsText.people.phrase, Phrase("Mon compte, et ses proches", "My account, and those close by")),
        (SettingsText.record.phrase, Phrase("La vie de ce dossier", "The life of this record")),
        (FeedingText.title.phrase, Phrase("Ajouts à ce dossier", "What is added to this record")),
        (
            RecordPageText.noAccess.phrase,
            Phrase(
                "Aucun professionnel n'a encore ouvert ce dossier.",
                "No professional has opened this record yet."
            )
        ),
    ]
}
