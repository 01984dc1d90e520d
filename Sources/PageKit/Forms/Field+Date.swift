package import Wording

extension Field {
    /// A day in a filter, which may be left out.
    package static func filterDate(_ name: String, _ label: some CatalogueText, _ value: String) -> Field {
        Field(
            name: name,
            label: label.phrase,
            hint: DocumentsPageText.dateHint.phrase,
            inputMode: "numeric",
            value: value,
            isRequired: false,
            saysOptional: false,
            width: "short",
            maximum: 10
        )
    }
}
