/// The sandbox refused what the story asked of it.
struct StoryRefusal: Error, CustomStringConvertible {
  let request: String
  let status: Int
  let body: String

  var description: String {
    "the story's \(request) was answered with \(status): \(body.prefix(400))"
  }
}
