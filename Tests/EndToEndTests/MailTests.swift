import Foundation
import TestSupport
import Testing

/// Mail of an unattended job, handed to aiosmtpd on this machine.
///
/// aiosmtpd comes from PyPI into an environment below the user's cache, once; where it cannot be had the tests say so and pass.
@Suite struct MailTests {
    /// Python with aiosmtpd; nil where it cannot be had.
    private static let python = PythonPackage.python(
        "aiosmtpd==1.4.*", folder: "aiosmtpd-1.4", module: "aiosmtpd", seconds: 120)

    /// Takes mail for two addresses, after a login where it is told so, and is busy at first where it is told so.
    private static let server = """
        import json, sys, time
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult, SMTP
        words = sys.argv[1:]
        class Handler:
            busy = 2 if "busy" in words else 0
            async def handle_RCPT(self, server, session, envelope, address, options):
                if self.busy > 0:
                    self.busy -= 1
                    return "451 come back later"
                if address == "nobody@example.com":
                    return "550 no such user"
                envelope.rcpt_tos.append(address)
                return "250 OK"
            async def handle_DATA(self, server, session, envelope):
                with open("mail.jsonl", "a") as file:
                    file.write(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos,
                        "text": envelope.content.decode()}) + "\\n")
                return "250 OK"
        def login(server, session, envelope, mechanism, data):
            # Not handled here: the server answers a login that fails itself.
            return AuthResult(success=data.login == b"night" and data.password == b"hunter2", handled=False)
        options = {"authenticator": login, "auth_required": True, "auth_require_tls": False} if "login" in words else {}
        controller = Controller(Handler(), hostname="127.0.0.1", port=0, **options)
        controller.ready_timeout = 20
        import socket
        probe = socket.socket(); probe.bind(("127.0.0.1", 0)); controller.port = probe.getsockname()[1]; probe.close()
        controller.start()
        open("port", "w").write(str(controller.port))
        time.sleep(60)
        """

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.write("date,returns\n2020-01-01,-0.01\n2020-01-02,-0.01\n", to: "in/down.csv")
        _ = try folder.write(Self.server, to: "server.py")
    }

    /// The job's end and the mails that the server took; nil without aiosmtpd.
    private func job(_ mail: String, server words: String = "") throws -> (result: Tearsheet.Result, mails: [JSON])? {
        guard let python = Self.python else { return nil }
        _ = try folder.write(
            """
            sources = ["in"]
            output = "out"
            format = "json"
            name = "Häuser"
            require = ["total_return > 0"]
            [notify.mail]
            server = "smtp://127.0.0.1:PORT"
            from = "tearsheet@example.com"
            \(mail)
            """, to: "template.toml")
        let script = """
            set +e
            '\(python)' server.py \(words) & p=$!
            for i in $(seq 400); do [ -s port ] && break; sleep 0.05; done
            sed "s/PORT/$(cat port)/" template.toml > n.toml
            SMTP_PASSWORD=hunter2 tearsheet nightly n.toml
            code=$?
            kill -KILL $p; wait $p 2>/dev/null
            exit $code
            """
        let result = try Tearsheet.script(script, in: folder.url)
        let lines = (try? folder.text("mail.jsonl"))?.split(separator: "\n").map(String.init) ?? []
        return (result, try lines.map { try JSON(text: $0) })
    }

    @Test func `a mail has the runs that do not meet a gate, for all who are to have it`() throws {
        guard
            let (result, mails) = try job(
                "to = [\"desk@example.com\", \"risk@example.com\"]\nencryption = \"offered\"\n")
        else { return }
        #expect(result.code == 2 && result.errors.contains("the mail is sent\n"), "\(result.errors)")
        let mail = try #require(mails.first)
        #expect(mails.count == 1 && mail["from"]?.string == "tearsheet@example.com")
        #expect(mail["to"]?.array == [.string("desk@example.com"), .string("risk@example.com")])
        _ = try folder.write(try #require(mail["text"]?.string), to: "mail")
        let reader = """
            import email, email.policy
            m = email.message_from_binary_file(open("mail", "rb"), policy=email.policy.default)
            print(m["subject"]); print(m.get_content())
            """
        let read = try Tearsheet.tool("python3", ["-c", reader], in: folder.url).output
        #expect(read.hasPrefix("Tearsheet: Häuser: 1 run does not meet a gate\n"), "\(read)")
        #expect(read.contains("  down: total_return > 0: total_return is -0.020\n"), "\(read)")
    }

    @Test func `a server that is busy is asked again, one that wants a login gets it, and no log has the password`()
        throws
    {
        guard
            let (result, mails) = try job(
                "to = \"desk@example.com\"\nuser = \"night\"\npassword-env = \"SMTP_PASSWORD\"\nencryption = \"off\"\n",
                server: "busy login")
        else { return }
        #expect(result.code == 2 && mails.count == 1, "\(result.errors)")
        #expect(result.errors.contains("the mail is sent after 3 attempts") && !result.errors.contains("hunter2"))
    }

    @Test(arguments: [
        ("to = \"nobody@example.com\"\nencryption = \"off\"\n", ""),
        ("to = \"a@example.com\"\nencryption = \"off\"\nuser = \"x\"\npassword-env = \"SMTP_PASSWORD\"\n", "login"),
        // A server without encryption, where nothing else is allowed.
        ("to = \"a@example.com\"\n", ""),
    ])
    func `what is refused is told, at once`(mail: String, server: String) throws {
        guard let (result, mails) = try job(mail, server: server) else { return }
        #expect(result.code == 2 && mails.isEmpty)
        #expect(result.errors.contains("the mail is not sent: "), "\(result.errors)")
    }
}
