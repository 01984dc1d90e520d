public import SafeXML

extension XMLWriter {
    /// Writes a `RegistryObjectList`.
    ///
    /// Names of ebRIM bear no prefix in it: one on each of the hundred elements of an entry is a tenth of a list.
    public mutating func objectList(_ content: (inout XMLWriter) -> Void) {
        start("RegistryObjectList")
        declare("", EbXML.rim)
        content(&self)
        end()
    }
}
