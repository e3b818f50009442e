/// How the credentials of a profile come about: some to begin with, and roles that are assumed one after the other.
struct ProfileChain {
    enum Base {
        case keys(AWSCredentials)
        case webIdentity(Role, tokenFile: SharedProperty)
        case command(SharedProperty, accountID: String?)
        case source(NamedSource, origin: String)
    }

    /// What `credential_source` can be.
    enum NamedSource: String, CaseIterable {
        case environment = "Environment"
        case instance = "Ec2InstanceMetadata"
        case container = "EcsContainer"
    }

    let base: Base
    /// In the order in which they are assumed: the last is that of the chosen profile.
    let roles: [Role]

    /// Follows `source_profile` from the chosen profile.
    ///
    /// A role counts before keys in the chosen profile, and keys before a role in those it leads to; so a profile may
    /// lead to itself.
    init(_ lookup: SettingLookup) throws(SourceFailure) {
        var roles: [Role] = []
        var visited: [String] = []
        var name = lookup.profileName
        while true {
            guard let profile = lookup.files.profiles[name] else { throw .failed(lookup.files.missing(name)) }
            if !visited.isEmpty, let keys = try profile.keys {
                base = .keys(keys)
                break
            }
            guard !visited.contains(name) else {
                throw .failed(
                    "\(profile.origin): source_profile leads in a circle: \((visited + [name]).joined(separator: " → "))"
                )
            }
            visited.append(name)
            guard let arn = profile["role_arn"], profile["web_identity_token_file"] == nil else {
                base = try profile.base(isChosen: visited.count == 1)
                break
            }
            roles.insert(try profile.role(arn), at: 0)
            if let source = try profile.namedSource(arn) {
                base = source
                break
            }
            name = profile["source_profile"]?.value ?? name
        }
        self.roles = roles
    }
}

extension Profile {
    fileprivate var keys: AWSCredentials? {
        get throws(SourceFailure) {
            let (key, secret) = (self["aws_access_key_id"], self["aws_secret_access_key"])
            guard let origin = (key ?? secret)?.origin else { return nil }
            do {
                return try AWSCredentials(
                    checking: key?.value, secret?.value, sessionToken: self["aws_session_token"]?.value,
                    accountID: self["aws_account_id"]?.value,
                    names: (
                        accessKeyID: "aws_access_key_id", secretAccessKey: "aws_secret_access_key",
                        sessionToken: "aws_session_token"
                    ))
            } catch {
                throw .failed("\(origin): \(error.message)")
            }
        }
    }

    /// What a profile without a role, or with one for a web identity, has.
    fileprivate func base(isChosen: Bool) throws(SourceFailure) -> ProfileChain.Base {
        if let file = self["web_identity_token_file"] {
            guard let arn = self["role_arn"] else { throw .failed("\(file.origin): role_arn is missing beside it") }
            return .webIdentity(try role(arn), tokenFile: file)
        }
        if let keys = try keys { return .keys(keys) }
        if let command = self["credential_process"] {
            return .command(command, accountID: self["aws_account_id"]?.value)
        }
        for property in ["sso_session", "sso_start_url", "login_session"] {
            guard let found = self[property] else { continue }
            throw .failed(
                "\(found.origin): \(property) is not supported; put 'credential_process = aws configure export-credentials "
                    + "--profile \(name) --format process' into a profile of another name and use that")
        }
        let message = "\(origin): the profile '\(name)' has no credentials"
        throw isChosen ? .notFound(message) : .failed(message)
    }

    fileprivate func role(_ arn: SharedProperty) throws(SourceFailure) -> Role {
        if let serial = self["mfa_serial"] {
            throw .failed(
                "\(serial.origin): mfa_serial is not supported, since nobody can be asked for a code; get credentials with the "
                    + "AWS CLI ('aws configure export-credentials') and pass them on")
        }
        let duration = self["duration_seconds"].map { Setting(text: $0.value, origin: $0.origin) }
        return Role(
            arn: arn.value, sessionName: self["role_session_name"]?.value, externalID: self["external_id"]?.value,
            durationSeconds: try SourceFailure.catching { () throws(ConfigurationError) in
                try duration?.int(in: 900...43_200)
            })
    }

    /// What `credential_source` says; `nil` where there is a `source_profile` instead.
    fileprivate func namedSource(_ arn: SharedProperty) throws(SourceFailure) -> ProfileChain.Base? {
        switch (self["credential_source"], self["source_profile"]) {
        case (nil, nil): throw .failed("\(arn.origin): role_arn needs source_profile or credential_source beside it")
        case (nil, _): return nil
        case (let source?, nil):
            guard let named = ProfileChain.NamedSource(rawValue: source.value) else {
                let all = ProfileChain.NamedSource.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw .failed("\(source.origin): credential_source '\(source.value)' is none of \(all)")
            }
            return .source(named, origin: source.origin)
        case (let source?, _):
            throw .failed("\(source.origin): a profile cannot have both credential_source and source_profile")
        }
    }
}
