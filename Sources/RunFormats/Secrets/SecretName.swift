/// Tells by its name whether a value is a secret (REQUIREMENTS L7). Rather a turkey masked than a key printed.
enum SecretName {
    /// Whether a name holds `token`, `secret`, `password` or the like anywhere, or has `pass`, `pin`, `key` and their
    /// like among its words. Linear in the name.
    static func isSecret(_ name: some StringProtocol) -> Bool { isSecret(Array(name.utf8)) }

    static func isSecret(_ name: [UInt8]) -> Bool {
        let words = words(of: name)
        let letters = words.joined()
        return parts.contains(where: letters.contains) || words.contains(where: isSecretWord)
    }

    /// Found anywhere, whatever stands between the letters: `API-Key`, `x.private.key`.
    private static let parts = [
        "token", "secret", "passw", "passcode", "passphrase", "pwd", "apikey", "credential", "privatekey", "keyfile",
        "mnemonic", "seedphrase", "recoveryphrase", "bearer", "authori", "authent", "cookie", "sessionid", "sessid",
        "signature", "hmac", "connectionstring", "webhook",
    ]

    private static let wholeWords: Set<String> = [
        "pass", "passes", "pw", "pin", "pins", "auth", "oauth", "jwt", "jwts", "sig", "dsn", "otp", "totp", "pem",
        "psk",
        "creds", "cred",
    ]

    /// `key`, `keys`, `accesskey`, `key1`, `auth`, `oauth2`; but not `monkeys2` alone of them: those are the turkeys.
    private static func isSecretWord(_ word: String) -> Bool {
        let bare = word.reversed().drop { $0.isNumber }.reversed()
        let stem = String(bare)
        return wholeWords.contains(stem) || stem.hasSuffix("key") || stem.hasSuffix("keys")
    }

    /// `maxKeyRate_2` → `max`, `key`, `rate`, `2`; lower case. Letters beyond ASCII belong to the words.
    private static func words(of name: [UInt8]) -> [String] {
        var words = [String]()
        var word = [UInt8]()
        var previousIsSmall = false
        func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        for (index, byte) in name.enumerated() {
            let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            let isPart =
                isSmall || isCapital(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte >= 0x80
            // `APIKey`: the last capital of several begins the word that its small letters go on.
            let nextIsSmall =
                index + 1 < name.count && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(name[index + 1])
            if !isPart || (isCapital(byte) && (previousIsSmall || nextIsSmall)) {
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
                word = []
            }
            if isPart { word.append(isCapital(byte) ? byte | 0x20 : byte) }
            previousIsSmall = isSmall
        }
        return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
    }
}
