using System.Globalization;
using System.Text;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Text;

namespace OpenClaw.Host.Tests.Channels.Text;

/// <summary>Random texts: whatever is cut, nothing is lost, nothing is too long, and no character is torn apart.</summary>
public sealed class TextCutterPropertyTests
{
    private static readonly string[] Bits =
        ["word ", "Ein Satz. ", "line\n", "\n\n", "ä", "e\u0301", "👨‍👩‍👧", "🇩🇪", "漢字。", "x", "    indented\n", "- item\n", "\r\n", "0123456789abcdefghijklmnopqrstuvwxyz",
         "**bold words** ", "`some code` ", "[a link](http://a.b/c) ", "** ", "[", "~~gone~~"];

    private static readonly string[] CodeBits = ["var x = 1;\n", "    nested();\n", "\n", "# text\n", "averyveryverylongidentifierwithoutanybreak "];

    [Theory]
    [InlineData(TextUnit.Utf16)]
    [InlineData(TextUnit.Scalars)]
    [InlineData(TextUnit.Utf8Bytes)]
    public void Nothing_is_lost_and_nothing_is_too_long(TextUnit unit)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var text = Prose(random, 60);
            var limit = random.Next(40, 200);
            var pieces = TextCutter.Cut(text, limit, unit).ToList();

            Assert.All(pieces, piece => Assert.InRange(TextLength.Of(piece, unit), 1, limit));
            Assert.True(Visible(text) == Visible(string.Concat(pieces)), $"seed {seed}");
            Assert.True(Elements(text).SequenceEqual(pieces.SelectMany(Elements)), $"seed {seed}: a character was torn apart");
        }
    }

    [Fact]
    public void Code_blocks_are_closed_in_every_piece_and_keep_their_lines()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (var i = 0; i < 6; i++)
            {
                text.Append(Lines(random, 4, ["plain words here\n", "\n", "Another one. And two.\n"]));
                text.Append(CultureInfo.InvariantCulture, $"```lang{i}\n{Lines(random, 8, CodeBits)}\n```\n");
            }

            var limit = random.Next(60, 160);
            var pieces = TextCutter.Cut(text.ToString(), limit, TextUnit.Utf16).ToList();

            Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, limit));
            Assert.All(pieces, piece => Assert.True(IsBalanced(piece), $"seed {seed}: {piece}"));
            Assert.True(Code(text.ToString()) == Code(string.Join('\n', pieces)), $"seed {seed}");
        }
    }

    [Fact]
    public void Cutting_pieces_again_changes_nothing()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var pieces = TextCutter.Cut(Prose(new Random(seed), 80), 100, TextUnit.Utf16).ToList();

            Assert.All(pieces, piece => Assert.Equal([piece], TextCutter.Cut(piece, 100, TextUnit.Utf16)));
        }
    }

    [Fact]
    public void Broken_Unicode_ends_too()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = string.Create(300, random, static (span, random) =>
            {
                foreach (ref var one in span)
                    one = (char)random.Next(random.Next(2) == 0 ? 0xD800 : 0x20, random.Next(2) == 0 ? 0xE000 : 0xFFFF);
            });
            Assert.All(TextCutter.Cut(text, 20, TextUnit.Utf16), static piece => Assert.InRange(piece.Length, 1, 20));
        }
    }

    private static string Prose(Random random, int bits) => string.Concat(Enumerable.Range(0, bits).Select(_ => Bits[random.Next(Bits.Length)]));

    private static string Lines(Random random, int count, string[] bits) =>
        string.Concat(Enumerable.Range(0, count).Select(_ => bits[random.Next(bits.Length)])).TrimEnd('\n', ' ') + "\n";

    private static string Visible(string text) => string.Concat(text.Where(static one => !char.IsWhiteSpace(one)));

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (!string.IsNullOrWhiteSpace(element))
                yield return element;
        }
    }

    private static bool IsBalanced(string piece) =>
        piece.Split('\n').Aggregate((CodeFence?)null, static (open, line) => CodeFence.After(line, open)) is null;

    /// <summary>Everything but the marks and what white space a cut may take.</summary>
    private static string Code(string text) => Visible(string.Concat(text.Split('\n').Where(static line => !line.StartsWith("```", StringComparison.Ordinal))));
}
