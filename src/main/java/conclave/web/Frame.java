package conclave.web;

/** What all pages have around what they say. */
final class Frame {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      %s<title>%s</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/status.css">
      </head>
      <body>
      <header>
      <h1>%s</h1>
      %s</header>
      <main>
      %s</main>
      <footer>
      %s</footer>
      </body>
      </html>
      """;

  private Frame() {}

  /**
   * A whole page.
   *
   * @param head more of the head
   * @param title not HTML yet, as {@code name}
   * @param corner what stands beside the name, as HTML
   */
  static String around(
      String head, String title, String name, String corner, String body, String footer) {
    return Html.fill(PAGE, head, Html.escape(title), Html.escape(name), corner, body, footer);
  }

  /** A card with a heading. */
  static String section(String heading, String body) {
    return Html.fill("<section>\n<h2>%s</h2>\n%s</section>\n", heading, body);
  }

  /** A button that does something, which needs no script. */
  static String form(String action, String token, String fields, String button) {
    return Html.fill(
        "<form method=\"post\" action=\"%s\">\n%s%s<button>%s</button>\n</form>\n",
        action, token, fields, button);
  }

  /** What shows that a form was filled in on a page of this visit. */
  static String token(String token) {
    return Html.fill("<input type=\"hidden\" name=\"token\" value=\"%s\">\n", token);
  }
}
