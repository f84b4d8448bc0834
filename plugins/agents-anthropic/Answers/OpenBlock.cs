using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Anthropic.Wire;

namespace OpenClaw.Agents.Anthropic.Answers;

/// <summary>A content block that is still arriving.</summary>
internal sealed class OpenBlock(ContentBlock start)
{
    private readonly StringBuilder _arguments = new();

    public string? Type => start.Type;

    public string? Id => start.Id;

    public string? Name => start.Name;

    public string? Data => start.Data;

    public string? Signature { get; private set; } = string.IsNullOrEmpty(start.Signature) ? null : start.Signature;

    /// <summary>The pieces, or the input that came whole.</summary>
    public string Arguments => _arguments.Length > 0 || start.Input.ValueKind != JsonValueKind.Object ? _arguments.ToString() : start.Input.GetRawText();

    public void Append(string? piece) => _arguments.Append(piece);

    public void Sign(string? piece) => Signature += piece;
}
