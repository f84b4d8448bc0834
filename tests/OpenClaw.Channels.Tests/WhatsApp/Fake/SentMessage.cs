using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>What the people at the other end see.</summary>
internal sealed record SentMessage(string Op, string Id, string To, string Text, JsonObject Params)
{
    public string Shown { get; set; } = Text;

    public byte[]? File { get; init; }
}
