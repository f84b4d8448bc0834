using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>A request that the plugin made.</summary>
internal sealed record BridgeRequest(long Id, string Op, JsonObject Params)
{
    public string? Text(string name) => (string?)Params[name];
}
