/** Triggers whose answer the description does not show, or whose event is made from a value: nothing to compare with. */
export const UNDOCUMENTED: Record<string, string> = {
  "search-contacts": "the description has no answer for the search",
  "get-duplicate-contact": "the description has no answer",
  "get-free-slots": "the answer is a map of days; the event is one slot",
  "check-blog-url-slug": "the answer is one boolean",
  "get-message-recording": "the answer is audio",
  "get-message-transcription": "the event is the whole transcription, the answer a list of sentences",
  "download-transcription": "the answer is a text file",
};
