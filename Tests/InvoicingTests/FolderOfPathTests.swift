import Testing

@testable import Invoicing

@Suite struct FolderOfPathTests {
  @Test(arguments: [
    ("", ""), (".", ""), ("c", ""), ("cc", ""), ("c/", ""), ("/", "/"), ("//", "/"), ("/c", "/"),
    ("//c/", "/"), ("a/c", "a"), ("a//c/", "a"), ("./c", "."), ("/a/b/c", "/a/b"), ("å/ö", "å"),
  ])
  func `a path lies in the folder that it names`(_ path: String, _ folder: String) {
    #expect(path.folderOfPath == folder)
  }

  @Test(arguments: [
    ("", ""), (".", "."), ("c", "c"), ("c/", "c"), ("/", ""), ("/c", "c"), ("a//c//", "c"),
    ("a/b.xml", "b.xml"), ("å/ö", "ö"),
  ])
  func `a path ends in a name`(_ path: String, _ name: String) {
    #expect(path.nameOfPath == name)
  }
}
