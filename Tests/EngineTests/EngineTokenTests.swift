import Engine
import Foundation
import Testing

/// The token is read from the environment or a file of its owner's, and shows itself to nobody.
@Suite struct EngineTokenTests {
  @Test(arguments: [0o644, 0o640, 0o604, 0o606, 0o620])
  func `a file that others may read or write is refused`(_ mode: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("s3cret", to: "token", mode: mode)
    do {
      _ = try EngineToken(file: path)
      Issue.record("it was read")
    } catch {
      #expect(
        error.description == """
          \(path): others may read the token (mode 0\(String(mode, radix: 8)))
            expected: mode 0600; 'chmod 600' sets it
          """)
    }
  }

  @Test(arguments: [0o600, 0o400])
  func `a file of its owner's is read`(_ mode: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(" s3cret\n", to: "token", mode: mode)
    #expect(try EngineToken(file: path).value == "s3cret")
  }

  @Test func `a token that is none is refused, and not repeated`() throws {
    let cases = [
      ("", "the token is empty"), (" \n", "the token is empty"),
      ("s3cret\r\nX: y", Self.strange), ("s3 cret", Self.strange), ("sécret", Self.strange),
    ]
    for (value, detail) in cases {
      do {
        _ = try EngineToken(value, from: "MIRROR_ENGINE_TOKEN")
        Issue.record("it was taken")
      } catch {
        #expect(
          error.description == """
            MIRROR_ENGINE_TOKEN: \(detail)
              expected: the economy system's token, on one line
            """)
      }
    }
  }

  @Test func `without a token the refusal says where it may stand`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(EngineConfigurationTests.least, to: "mirror-engine.toml")
    let configuration = try EngineConfiguration.load(path)
    do {
      _ = try configuration.token(environment: [:])
      Issue.record("there was one")
    } catch {
      #expect(
        error.description == """
          \(path): there is no token
            expected: the economy system's token in the environment as MIRROR_ENGINE_TOKEN, or the \
          path of a file with it (mode 0600) as 'token-file'
          """)
    }
  }

  @Test func `a token file that is not there is refused`() throws {
    do {
      _ = try EngineToken(file: "/no/such/token")
      Issue.record("it was read")
    } catch {
      #expect(
        error.description == """
          /no/such/token: there is no such file
            expected: the economy system's token, on one line
          """)
    }
  }

  @Test func `it shows itself to nobody`() throws {
    let token = try EngineToken("s3cret", from: "test")
    var shown = "\(token) \(String(reflecting: token)) "
    dump(token, to: &shown)
    #expect(!shown.contains("s3cret"))
    #expect(shown.hasPrefix("(a token) (a token) "))
  }

  private static let strange = "the token has spaces, line breaks or letters beyond ASCII in it"
}
