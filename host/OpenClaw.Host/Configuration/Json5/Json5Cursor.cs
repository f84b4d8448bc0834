using System.Globalization;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Json5;

/// <summary>The place in the text, with blanks and comments skipped and positions for findings.</summary>
internal sealed class Json5Cursor(string text)
{
    private int _line = 1;
    private int _lineStart;

    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    public char Current => text[Position];

    public char Peek(int ahead = 1) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    public string Slice(int start) => text[start..Position];

    public void Advance(int count = 1)
    {
        for (; count > 0 && Position < text.Length; count--)
        {
            if (text[Position++] == '\n')
            {
                _line++;
                _lineStart = Position;
            }
        }
    }

    public SourceSpan Mark() => new(Position, Position, _line, Position - _lineStart + 1);

    public SourceSpan Since(SourceSpan start) => start with { End = Position };

    /// <summary>What stands here does not belong here.</summary>
    public Json5Exception Unexpected() =>
        AtEnd ? Fail("invalid end of input") : Fail($"invalid character '{Show(Current)}'");

    public Json5Exception Fail(string reason) => FailAt(Mark(), reason);

    public static Json5Exception FailAt(SourceSpan place, string reason) => new(reason, place.Line, place.Column);

    public void Expect(string literal)
    {
        foreach (var expected in literal)
        {
            if (AtEnd || Current != expected)
            {
                throw Unexpected();
            }

            Advance();
        }
    }

    public void SkipBlanks()
    {
        while (!AtEnd)
        {
            if (IsBlank(Current))
            {
                Advance();
            }
            else if (Current == '/')
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    private static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\v' or '\f' or '\u00A0' or '\uFEFF' || IsLineEnd(c) || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    private void SkipComment()
    {
        Advance();
        if (AtEnd || Current is not ('/' or '*'))
        {
            throw Unexpected();
        }

        var isBlock = Current == '*';
        Advance();
        while (!AtEnd)
        {
            if (!isBlock && IsLineEnd(Current))
            {
                return;
            }

            if (isBlock && Current == '*' && Peek() == '/')
            {
                Advance(2);
                return;
            }

            Advance();
        }

        if (isBlock)
        {
            throw Unexpected();
        }
    }

    private static string Show(char c) => c switch
    {
        '\'' => "\\'",
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\v' => "\\v",
        '\0' => "\\0",
        '\u2028' => "\\u2028",
        '\u2029' => "\\u2029",
        < ' ' => $"\\x{(int)c:x2}",
        _ when char.IsSurrogate(c) || char.IsControl(c) => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };
}
