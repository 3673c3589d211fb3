import { describe, expect, it } from "@jest/globals";
import { plainText, readsTheSame } from "../../../common/core/text/plain-text.ts";

describe("what a person reads", () => {
  it.each([
    ["<p>Hello<br>world &amp; co</p>", "Hello world & co"],
    ["<p>One</p><p>Two</p>", "One Two"],
    ["<ul><li>One</li><li>Two</li></ul>", "One Two"],
    ["Hel<b>lo</b> <span style=\"color:red\">world</span>", "Hello world"],
    ["<a href=\"https://example.com/?a=1>2\" title='>'>here</a>", "here"],
    ["<style>p { color: red }</style><p>Text</p><!-- a > b --><script>if (a < b) run()</script>", "Text"],
    ["<p>Text</p><!-- never closed <b>", "Text"], ["Text<style>p { color: red }", "Text"], ["Text<script >run()</script >, more", "Text , more"],
    ["Caf&eacute; &ndash; 5&nbsp;&euro; &#39;a&#x27; &#x1F600;", "Café – 5 € 'a' 😀"],
    ["&amp;lt;b&amp;gt; &lt;b&gt;", "&lt;b&gt; <b>"],
    ["1 < 2 and 3 > 2, I <3 it", "1 < 2 and 3 > 2, I <3 it"],
    ["Maya <maya@example.com>", "Maya <maya@example.com>"],
    ["AT&T; &unknown; &#0; &#x110000; R&D", "AT&T; &unknown; &#0; &#x110000; R&D"],
    ["  a \n\n b\t", "a b"],
    ["<P>upper</P >", "upper"],
    [undefined, ""],
    [null, ""],
  ])("of %j is %j", (html, text) => expect(plainText(html)).toBe(text));
});

describe("a note that HighLevel has", () => {
  it.each([
    ["Hello\nworld & co", ["<p>Hello<br>world &amp; co</p>"]],
    ["Hello\nworld & co", ["<p>Hello</p><p>world &amp; co</p>", "Helloworld & co"]],
    ["Hello\r\n\r\nworld", [undefined, "Hello world"]],
    ["5 < 6 and 7 > 2", ["<p>5 &lt; 6 and 7 &gt; 2</p>"]],
    ["Write &amp; for &", ["<p>Write &amp;amp; for &amp;</p>"]],
    ["<p>Hello <b>world</b></p>", ["Hello world"]],
    ["<p>Hello world</p>", ["<div>Hello <strong>world</strong></div>"]],
    ["Caf\u00e9 \u00a0 it\u2019s \u{1F600}", ["<p>Cafe\u0301 it&rsquo;s &#128512;</p>"]],
    ["a\u200bb", ["<p>ab</p>"]],
    ["1 < 2", ["1 < 2"]],
  ])("%j reads the same as %j", (wanted, stored) => expect(readsTheSame(wanted, ...stored)).toBe(true));

  it.each<[string, unknown[]]>([
    ["Hello", ["<p>Hello there</p>"]],
    ["Hello", []],
    ["Hello", [null, undefined, ""]],
    ["1 < 2", ["<p>1 &gt; 2</p>"]],
    ["<img src=\"a.png\">", ["<p></p>"]],
  ])("%j does not read the same as %j", (wanted, stored) => expect(readsTheSame(wanted, ...stored)).toBe(false));
});
