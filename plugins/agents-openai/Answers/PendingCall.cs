using System.Text;
using System.Text.Json;
using OpenClaw.Agents.OpenAI.Wire;

namespace OpenClaw.Agents.OpenAI.Answers;

/// <summary>A tool call that is still arriving.</summary>
internal sealed class PendingCall(int? index)
{
    private readonly StringBuilder _arguments = new();

    public int? Index => index;

    public string? Id { get; private set; }

    public string? Name { get; private set; }

    public string ArgumentsText => _arguments.ToString();

    public void Append(ToolCallPiece piece)
    {
        // Some far ends repeat id and name with every piece.
        Id ??= NonEmpty(piece.Id);
        Name ??= NonEmpty(piece.Function?.Name);
        if (piece.Function?.Arguments is not { } arguments)
            return;
        if (arguments.ValueKind == JsonValueKind.String)
            _arguments.Append(arguments.GetString());
        else if (arguments.ValueKind == JsonValueKind.Object)
            _arguments.Append(arguments.GetRawText());
    }

    /// <summary>Whether a piece that claims this place belongs to another call.</summary>
    public bool IsOtherThan(ToolCallPiece piece)
    {
        if (NonEmpty(piece.Id) is { } id && Id is not null)
            return id != Id;
        return piece.Index is null && NonEmpty(piece.Function?.Name) is not null && Name is not null;
    }

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
