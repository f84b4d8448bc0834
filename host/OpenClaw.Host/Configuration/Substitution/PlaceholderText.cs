using System.Text;
using OpenClaw.Host.Configuration.Schema;

namespace OpenClaw.Host.Configuration.Substitution;

/// <summary>A text cut into literal parts and variable names. <c>$${NAME}</c> is the literal <c>${NAME}</c>.</summary>
internal sealed class PlaceholderText
{
    private readonly List<(bool IsName, string Text)> _parts = [];

    public IEnumerable<string> Names => _parts.Where(static part => part.IsName).Select(static part => part.Text);

    public static PlaceholderText Parse(string text)
    {
        var result = new PlaceholderText();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (TryReadName(text, i, out var name))
            {
                result.AddLiteral(literal);
                result._parts.Add((true, name));
                i += name.Length + 3;
            }
            else if (text[i] == '$' && TryReadName(text, i + 1, out var escaped))
            {
                literal.Append("${").Append(escaped).Append('}');
                i += escaped.Length + 4;
            }
            else
            {
                literal.Append(text[i++]);
            }
        }

        result.AddLiteral(literal);
        return result;
    }

    /// <summary>The text with values in place; a name without a value stays as it was written.</summary>
    public string Fill(Func<string, string?> variable) =>
        string.Concat(_parts.Select(part => !part.IsName ? part.Text : variable(part.Text) is { Length: > 0 } value ? value : $"${{{part.Text}}}"));

    private void AddLiteral(StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            _parts.Add((false, literal.ToString()));
            literal.Clear();
        }
    }

    private static bool TryReadName(string text, int start, out string name)
    {
        name = "";
        if (start + 1 >= text.Length || text[start] != '$' || text[start + 1] != '{')
        {
            return false;
        }

        var end = text.IndexOf('}', start);
        if (end < 0 || !EnvironmentNames.IsValid(text.AsSpan(start + 2, end - start - 2)))
        {
            return false;
        }

        name = text[(start + 2)..end];
        return true;
    }
}
