using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>What the bridge tells of its connection.</summary>
internal static class BridgeNotes
{
    public static JsonObject Account() => new() { ["jid"] = $"{FakeWhatsApp.Me}:3@s.whatsapp.net", ["lid"] = FakeWhatsApp.MyLid, ["name"] = "Claw" };

    public static JsonObject Connecting(int generation) => new() { ["state"] = "connecting", ["generation"] = generation };

    public static JsonObject Open(int generation) => new() { ["state"] = "open", ["generation"] = generation, ["me"] = Account() };

    public static JsonObject Close(int generation, int? status, string reason, bool restartRequired, bool loggedOut) => new()
    {
        ["state"] = "close",
        ["generation"] = generation,
        ["statusCode"] = status,
        ["reason"] = reason,
        ["restartRequired"] = restartRequired,
        ["loggedOut"] = loggedOut,
    };
}
