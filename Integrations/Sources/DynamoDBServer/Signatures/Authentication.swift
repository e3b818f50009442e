/// Which requests a server lets in.
public enum Authentication: Sendable, Hashable {
    /// Signed or not. What is signed has to be in form.
    case none
    /// Anything that is signed in form, by whomever: clients work as they do with the service, with made-up credentials.
    case wellFormed
    /// What is signed with these credentials, now.
    case verified(Credentials)
}
