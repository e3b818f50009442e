extension ProfileCredentials {
    /// Runs a `credential_process`, for at most a minute, and reads what it writes.
    ///
    /// What it writes is never quoted. Its standard error goes where this process's goes, as the AWS SDKs have it.
    func credentials(
        ofCommand line: SharedProperty, accountID: String?
    ) async throws(SourceFailure) -> AWSCredentials {
        let origin = "\(line.origin): credential_process"
        let result: CommandResult
        do {
            result = try await host.runCommand(line.value, .seconds(60))
        } catch let error as CommandError {
            throw .failed("\(origin): \(error.message)")
        } catch {
            throw .cancelled
        }
        guard result.status == 0 else {
            throw .failed("\(origin) failed with status \(result.status); its standard error may say why")
        }
        do throws(SourceFailure) {
            let document = try CredentialsDocument(result.output)
            guard document["Version"] == "1" else { throw .failed("\"Version\": 1 is missing") }
            return try document.credentials(token: "SessionToken", accountID: accountID)
        } catch {
            throw .failed("\(origin): \(error.message)")
        }
    }
}
